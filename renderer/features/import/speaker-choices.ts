import type { SpeakerRole } from '../../../src/contract/common.ts';
import type { Draft } from '../../../src/imports/contract.ts';

/** `none`: the label is no speaker at all, its paragraphs go on with the turn before. */
export type RoleChoice = SpeakerRole | 'none';

export interface SpeakerChoice {
  readonly label: string;
  readonly name: string;
  readonly role: RoleChoice;
  /** A participant of the project; `null`: the one of the same name, made when missing. */
  readonly participantId: number | null;
}

type Choices = readonly SpeakerChoice[];

function asGuessed({ label, roleGuess }: Draft['speakers'][number]): SpeakerChoice {
  return { label, name: label, role: roleGuess, participantId: null };
}

/** Every speaker as the core found and guessed it. */
export function guessedSpeakers(draft: Draft): Choices {
  return draft.speakers.map(asGuessed);
}

/** Takes a label that was not sure enough as a speaker, or lets go of it again. */
export function acceptLabel(choices: Choices, draft: Draft, label: string, accepted: boolean): Choices {
  const others = choices.filter((speaker) => speaker.label !== label);
  const candidate = draft.rejected.find((each) => each.label === label);
  return accepted && candidate !== undefined ? [...others, asGuessed(candidate)] : others;
}

/** How many turns the chosen speakers have. */
export function turnsOf(choices: Choices, draft: Draft): number {
  const counts = new Map([...draft.speakers, ...draft.rejected].map(({ label, turns }) => [label, turns]));
  return choices.reduce((sum, { label, role }) => sum + (role === 'none' ? 0 : (counts.get(label) ?? 0)), 0);
}

/** What a person chose for the speakers of a file, carried over to the file as it was read again. */
export function keepChoices(fresh: Draft, choices: Choices, before: Draft): Choices {
  const guessed = new Map(
    [...before.speakers, ...before.rejected].map((each) => [each.label, asGuessed(each)]),
  );
  const touched = new Map(
    choices.filter((each) => !isSame(each, guessed.get(each.label))).map((each) => [each.label, each]),
  );
  const ticked = choices.filter(({ label }) => before.rejected.some((each) => each.label === label));
  const still = ticked.filter(({ label }) => fresh.rejected.some((each) => each.label === label));
  return [...guessedSpeakers(fresh).map((speaker) => touched.get(speaker.label) ?? speaker), ...still];
}

function isSame(one: SpeakerChoice, other: SpeakerChoice | undefined): boolean {
  return one.role === other?.role && one.name === other.name && one.participantId === other.participantId;
}

/** Gives the speakers of another file the role (and an interviewer's name) that the same label has here. */
export function adoptRoles(target: Choices, source: Choices): Choices {
  const byLabel = new Map(source.map((speaker) => [speaker.label, speaker]));
  return target.map((speaker) => {
    const like = byLabel.get(speaker.label);
    if (like === undefined) return speaker;
    const name = like.role === 'participant' ? speaker.name : like.name;
    return { ...speaker, role: like.role, name };
  });
}

/** Whether {@link adoptRoles} would change anything. */
export function wouldAdopt(target: Choices, source: Choices): boolean {
  const adopted = adoptRoles(target, source);
  return adopted.some((speaker, index) => !isSame(speaker, target[index]));
}
