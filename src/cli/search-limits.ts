import type { InputOf } from '../contract/contract.ts';
import { fill } from '../errors/describe.ts';
import { fold } from '../text/fold.ts';
import type { CliContext } from './context.ts';
import { CommandFailed, UsageError } from './failure.ts';
import { word } from './words.ts';

export interface LimitOptions {
  readonly participant?: string;
  readonly speaker?: string;
  readonly role?: 'participant' | 'interviewer' | 'ignored';
  readonly topic?: string;
  readonly code?: string;
  readonly variable?: string;
}

type Within = NonNullable<InputOf<'search.find'>['within']>;

/** The limits of a search by the names that a person wrote; fails with `not-found` for a name that is not there. */
export async function searchLimits(context: CliContext, options: LimitOptions): Promise<Within> {
  const { client } = context;
  const { participant, speaker, role, topic, code, variable } = options;
  const named = (name: string, ids: readonly number[]): number[] => {
    if (ids.length === 0)
      throw new CommandFailed(`not-found: ${fill(word('noSuch', context.locale), { name })}`);
    return [...ids];
  };
  const called = (name: string, all: readonly { readonly id: number; readonly name: string }[]) =>
    named(
      name,
      all.filter((each) => same(each.name, name)).map((each) => each.id),
    );
  return {
    ...(participant === undefined
      ? {}
      : { participantIds: called(participant, await client.participants.list({})) }),
    ...(speaker === undefined ? {} : { speakerIds: called(speaker, await client.speakers.list({})) }),
    ...(role === undefined ? {} : { speakerRoles: [role] }),
    ...(topic === undefined
      ? {}
      : {
          topicIds: called(
            topic,
            (await client.guide.list({})).map(({ id, title }) => ({ id, name: title })),
          ),
        }),
    ...(code === undefined
      ? {}
      : {
          codeIds: called(
            code,
            (await client.codes.list({})).map(({ id, path }) => ({ id, name: path })),
          ),
        }),
    ...(variable === undefined ? {} : { variables: [await variableValue(context, variable, named)] }),
  };
}

/** `Name=value`; an empty value means that nobody gave one. */
async function variableValue(
  { client }: CliContext,
  written: string,
  named: (name: string, ids: readonly number[]) => number[],
) {
  const equals = written.indexOf('=');
  if (equals < 1) throw new UsageError('--variable name=value');
  const name = written.slice(0, equals).trim();
  const value = written.slice(equals + 1).trim();
  const variable = (await client.variables.list({})).find((each) => same(each.name, name));
  const [variableId = 0] = named(name, variable === undefined ? [] : [variable.id]);
  const known = variable?.values.find((each) => same(each, value));
  return { variableId, values: [value === '' ? null : (known ?? value)] };
}

function same(a: string, b: string): boolean {
  return fold(a).folded === fold(b).folded;
}
