import { useMemo } from 'react';
import type { Filter } from '../../../src/contract/common.ts';
import type { Speaker } from '../../../src/documents/contract.ts';
import type { Participant, Variable } from '../../../src/participants/contract.ts';
import { useCall } from '../../app/use-call.ts';

/** Something a filter can be about: what can be chosen, and what is. */
export interface Condition {
  readonly id: string;
  readonly kind: 'documents' | 'participants' | 'codes' | 'coders' | 'topics' | 'speakers' | 'variable';
  /** The variable's name; empty for the others, whose names are sentences. */
  readonly name: string;
  readonly choices: readonly { readonly id: string; readonly label: string | null }[];
  /** Ids that are let through; `null`: all. */
  readonly chosen: ReadonlySet<string> | null;
  readonly apply: (filter: Filter, chosen: ReadonlySet<string> | null) => Filter;
}

const NO_VALUE = '\u0000';

/** All conditions of the open project with what the filter says about them. */
export function useConditions(filter: Filter): readonly Condition[] {
  const documents = useCall('documents.list', {}).data;
  const participants = useCall('participants.list', {}).data;
  const codes = useCall('codes.list', {}).data;
  const coders = useCall('coders.list', {}).data;
  const topics = useCall('guide.list', {}).data;
  const speakers = useCall('speakers.list', {}).data;
  const variables = useCall('variables.list', {}).data;
  const documentValues = useCall('variables.documentValues', {}).data;
  return useMemo(() => {
    const speaking = (participants ?? []).filter((participant) => participant.documentIds.length > 0);
    return [
      idCondition('documents', 'documentIds', documents ?? [], filter),
      idCondition('participants', 'participantIds', speaking, filter),
      ...(variables ?? []).map((variable) =>
        variableCondition(
          variable,
          isEverywhere(variable, speaking, documents ?? [], documentValues ?? {}),
          filter,
        ),
      ),
      idCondition('codes', 'codeIds', codes?.filter(({ isFolder }) => !isFolder) ?? [], filter),
      idCondition('coders', 'coderIds', coders ?? [], filter),
      ...((topics ?? []).length === 0
        ? []
        : [
            idCondition(
              'topics',
              'topicIds',
              (topics ?? []).map(({ id, title }) => ({ id, name: title })),
              filter,
            ),
          ]),
      ...((speakers ?? []).length === 0 ? [] : [speakerCondition(speakers ?? [], filter)]),
    ];
  }, [documents, participants, codes, coders, topics, speakers, variables, documentValues, filter]);
}

function idCondition(
  kind: 'documents' | 'participants' | 'codes' | 'coders' | 'topics',
  field: 'documentIds' | 'participantIds' | 'codeIds' | 'coderIds' | 'topicIds',
  items: readonly { readonly id: number; readonly name: string }[],
  filter: Filter,
): Condition {
  const ids = filter[field];
  return {
    id: kind,
    kind,
    name: '',
    choices: items.map(({ id, name }) => ({ id: String(id), label: name })),
    chosen: ids === undefined ? null : new Set(ids.map(String)),
    apply: ({ [field]: _before, ...rest }, chosen) =>
      chosen === null ? rest : { ...rest, [field]: [...chosen].map(Number) },
  };
}

const ROLES = ['participant', 'interviewer', 'ignored'] as const;

/** A speaker of several documents, as an interviewer is, is chosen by name: in all of them at once. */
function speakerCondition(speakers: readonly Speaker[], filter: Filter): Condition {
  const inOrder = ROLES.flatMap((role) => speakers.filter((speaker) => speaker.role === role));
  const byName = Map.groupBy(inOrder, ({ name }) => name);
  const ids = filter.speakerIds === undefined ? null : new Set(filter.speakerIds);
  const chosen = ids === null ? null : speakers.filter(({ id }) => ids.has(id)).map(({ name }) => name);
  return {
    id: 'speakers',
    kind: 'speakers',
    name: '',
    choices: [...byName.keys()].map((name) => ({ id: name, label: name })),
    chosen: chosen === null ? null : new Set(chosen),
    apply: ({ speakerIds: _before, ...rest }, names) =>
      names === null
        ? rest
        : { ...rest, speakerIds: speakers.filter(({ name }) => names.has(name)).map(({ id }) => id) },
  };
}

function variableCondition(variable: Variable, everywhere: boolean, filter: Filter): Condition {
  const said = filter.variables?.find(({ variableId }) => variableId === variable.id);
  const values = variable.values.map((value) => ({ id: value, label: value as string | null }));
  return {
    id: `variable-${variable.id}`,
    kind: 'variable',
    name: variable.name,
    choices: everywhere ? values : [...values, { id: NO_VALUE, label: null }],
    chosen: said === undefined ? null : new Set(said.values.map((value) => value ?? NO_VALUE)),
    apply: ({ variables = [], ...rest }, chosen) => {
      const others = variables.filter(({ variableId }) => variableId !== variable.id);
      if (chosen === null) return others.length === 0 ? rest : { ...rest, variables: others };
      const wanted = [...chosen].map((value) => (value === NO_VALUE ? null : value));
      return { ...rest, variables: [...others, { variableId: variable.id, values: wanted }] };
    },
  };
}

/** Whether every target of a variable has a value, so that « no value » needs no line. */
function isEverywhere(
  { id, scope }: Variable,
  participants: readonly Participant[],
  documents: readonly { readonly id: number }[],
  documentValues: Readonly<Record<string, Readonly<Record<string, string>>>>,
): boolean {
  return scope === 'participant'
    ? participants.every((participant) => participant.values[id] !== undefined)
    : documents.every((document) => documentValues[document.id]?.[id] !== undefined);
}

export function isFiltered(filter: Filter): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}

/** The conditions whose pills are shown, with one more: a list in which everything is ticked again stays open. */
export function withPill(added: readonly string[], id: string): readonly string[] {
  return added.includes(id) ? added : [...added, id];
}
