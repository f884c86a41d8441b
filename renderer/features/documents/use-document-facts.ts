import { useMemo } from 'react';
import type { Participant, Variable } from '../../../src/participants/contract.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n, type I18n } from '../../i18n/use-i18n.ts';

export interface Fact {
  readonly variableId: number;
  readonly name: string;
  readonly value: string;
  /** Can stand without its name: « Sciences », « 12 mai 2020 », « 47 min ». */
  readonly brief: string | null;
}

/** The unit in a variable's name: `min` of « Durée (min) ». */
function unitOf(name: string): string | null {
  return /\(([^()]{1,8})\)\s*$/u.exec(name)?.[1] ?? null;
}

/** A value that says what it is by itself, or `null` for a bare number or a yes. */
function briefValue(variable: Variable, readable: string): string | null {
  switch (variable.type) {
    case 'integer':
    case 'float': {
      const unit = unitOf(variable.name);
      return unit === null ? null : `${readable}\u00a0${unit}`;
    }
    case 'boolean':
      return null;
    case 'text':
    case 'category':
    case 'date':
      return readable;
  }
}

/** A variable's value as a person reads it. */
export function readableValue(
  variable: Variable,
  value: string,
  i18n: Pick<I18n, 'date' | 'number' | 't'>,
): string {
  switch (variable.type) {
    case 'date':
      return Number.isNaN(Date.parse(value)) ? value : i18n.date(value);
    case 'integer':
    case 'float':
      return Number.isFinite(Number(value)) ? i18n.number(Number(value), 6) : value;
    case 'boolean':
      return value === 'true' ? i18n.t('documents.yes') : value === 'false' ? i18n.t('documents.no') : value;
    case 'text':
    case 'category':
      return value;
  }
}

/** What is known of a document: its participant's variables, then its own, in the project's order. */
export function useDocumentFacts(documentId: number | null): readonly Fact[] {
  const i18n = useI18n();
  const documents = useCall('documents.list', {}).data;
  const participants = useCall('participants.list', {}).data;
  const variables = useCall('variables.list', {}).data;
  const values = useCall('variables.documentValues', {}).data;
  return useMemo(() => {
    const document = documents?.find((candidate) => candidate.id === documentId);
    if (document === undefined || variables === undefined) return [];
    const participant = participants?.find((candidate) => candidate.id === document.participantId);
    const own = values?.[String(document.id)] ?? {};
    const inOrder = variables.toSorted((a, b) => rank(a) - rank(b) || a.position - b.position);
    return inOrder.flatMap((variable): Fact[] => {
      const source = variable.scope === 'participant' ? (participant?.values ?? {}) : own;
      const value = source[String(variable.id)];
      if (value === undefined || value === '') return [];
      const readable = readableValue(variable, value, i18n);
      return [
        {
          variableId: variable.id,
          name: variable.name,
          value: readable,
          brief: briefValue(variable, readable),
        },
      ];
    });
  }, [documentId, documents, participants, variables, values, i18n]);
}

function rank(variable: Variable): number {
  return variable.scope === 'participant' ? 0 : 1;
}

/** The first category of participants: what tells documents apart in the list. */
export function firstCategory(variables: readonly Variable[]): Variable | null {
  const ofParticipants = variables
    .filter((variable) => variable.scope === 'participant')
    .toSorted((a, b) => a.position - b.position);
  return (
    ofParticipants.find((variable) => variable.type === 'category') ??
    ofParticipants.find((v) => v.type === 'text') ??
    null
  );
}

export function categoryOf(participant: Participant | undefined, variable: Variable | null): string {
  return variable === null ? '' : (participant?.values[String(variable.id)] ?? '');
}
