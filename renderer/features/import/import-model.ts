import type { InputOf } from '../../../src/contract/contract.ts';
import type { SpeakerRole } from '../../../src/contract/common.ts';
import type { Draft } from '../../../src/imports/contract.ts';
import type { IncomingFile } from '../../app/windows.ts';

/** `none`: the label is no speaker at all, its paragraphs go on with the turn before. */
export type RoleChoice = SpeakerRole | 'none';

export interface SpeakerChoice {
  readonly label: string;
  readonly name: string;
  readonly role: RoleChoice;
  /** A participant of the project; `null`: the one of the same name, made when missing. */
  readonly participantId: number | null;
}

export interface DraftChoices {
  readonly speakers: readonly SpeakerChoice[];
  readonly headingsAsTopics: boolean;
  readonly commentsAsMemos: boolean;
  /** For a document without speakers. */
  readonly participantName: string;
  /** What to do when the same file is in the project already. */
  readonly duplicate: 'ask' | 'skip' | 'keep';
}

export type FileState =
  | { readonly kind: 'waiting' }
  /** `share` is 0 to 1, `null` while unknown. */
  | { readonly kind: 'reading'; readonly share: number | null }
  | {
      readonly kind: 'draft';
      readonly draft: Draft;
      readonly choices: DraftChoices;
      /** How far it is read once more with another encoding; `null` when it is not. */
      readonly rereading: { readonly share: number | null } | null;
    }
  /** A table: it has a window of its own, after this one. */
  | { readonly kind: 'table' }
  | { readonly kind: 'failed'; readonly message: string };

/** How far a file is read, for the first time or once more; `null` when it is not being read. */
export function readingOf(state: FileState): { readonly share: number | null } | null {
  if (state.kind === 'reading') return state;
  return state.kind === 'draft' ? state.rereading : null;
}

export interface FileEntry {
  readonly key: number;
  readonly file: IncomingFile;
  readonly state: FileState;
}

/** What a file's card says. */
export type FileStatus =
  'waiting' | 'reading' | 'ready' | 'check' | 'no-speakers' | 'duplicate' | 'skipped' | 'table' | 'failed';

/** Below this the detection of speakers asks to be looked at. */
export const SURE = 0.6;

export function initialChoices(draft: Draft): DraftChoices {
  return {
    speakers: draft.speakers.map(({ label, roleGuess }) => ({
      label,
      name: label,
      role: roleGuess,
      participantId: null,
    })),
    headingsAsTopics: draft.headings.length > 0,
    commentsAsMemos: false,
    participantName: draft.documentName,
    duplicate: knownAs(draft) === null ? 'keep' : 'ask',
  };
}

/** The document that the file is already, or perhaps a newer version of. */
export function knownAs(draft: Draft): Draft['duplicateOf'] {
  return draft.duplicateOf ?? draft.versionOf;
}

export function hasTurns({ speakers }: DraftChoices): boolean {
  return speakers.some(({ role }) => role !== 'none');
}

export function statusOf({ state }: FileEntry): FileStatus {
  switch (state.kind) {
    case 'waiting':
    case 'reading':
    case 'table':
    case 'failed':
      return state.kind;
    case 'draft':
      return draftStatus(state.draft, state.choices);
  }
}

function draftStatus(draft: Draft, choices: DraftChoices): FileStatus {
  if (choices.duplicate === 'ask') return 'duplicate';
  if (choices.duplicate === 'skip') return 'skipped';
  if (!hasTurns(choices)) return 'no-speakers';
  const nobody = choices.speakers.every(({ role }) => role !== 'participant');
  return nobody || draft.warnings.length > 0 || draft.speakerConfidence < SURE ? 'check' : 'ready';
}

/** Whether the file goes into the project when the button is pressed. */
export function willImport(entry: FileEntry): boolean {
  return ['ready', 'check', 'no-speakers'].includes(statusOf(entry));
}

export interface Counts {
  readonly ready: number;
  readonly reading: number;
  readonly duplicate: number;
  readonly tables: number;
  readonly failed: number;
}

export function countFiles(entries: readonly FileEntry[]): Counts {
  const of = (...wanted: readonly FileStatus[]): number =>
    entries.filter((entry) => wanted.includes(statusOf(entry))).length;
  return {
    ready: entries.filter(willImport).length,
    reading: of('waiting', 'reading'),
    duplicate: of('duplicate', 'skipped'),
    tables: of('table'),
    failed: of('failed'),
  };
}

/** What the core is asked to bring in. */
export function toConfirm(entries: readonly FileEntry[]): InputOf<'import.confirm'> {
  return {
    drafts: entries
      .filter(willImport)
      .flatMap(({ state }) => (state.kind === 'draft' ? [toDraft(state)] : [])),
  };
}

function toDraft({
  draft,
  choices,
}: Extract<FileState, { kind: 'draft' }>): InputOf<'import.confirm'>['drafts'][number] {
  const participantName = choices.participantName.trim();
  return {
    draftId: draft.draftId,
    headingsAsTopics: choices.headingsAsTopics && draft.headings.length > 0,
    ...(choices.commentsAsMemos && draft.comments.count > 0 ? { commentsAsMemos: true } : {}),
    speakers: choices.speakers.flatMap(({ label, name, role, participantId }) =>
      role === 'none'
        ? []
        : [
            {
              label,
              name: name.trim() === '' ? label : name,
              role,
              ...(role === 'participant' && participantId !== null ? { participantId } : {}),
            },
          ],
    ),
    ...(!hasTurns(choices) && participantName !== '' ? { participantName } : {}),
  };
}

/** Duplicates about which nothing was said yet. */
export function undecided(entries: readonly FileEntry[]): readonly FileEntry[] {
  return entries.filter((entry) => statusOf(entry) === 'duplicate');
}

/** Gives the speakers of other drafts the role (and an interviewer's name) that the same label has here. */
export function adoptRoles(target: DraftChoices, source: DraftChoices): DraftChoices {
  const byLabel = new Map(source.speakers.map((speaker) => [speaker.label, speaker]));
  return {
    ...target,
    speakers: target.speakers.map((speaker) => {
      const like = byLabel.get(speaker.label);
      if (like === undefined) return speaker;
      const name = like.role === 'participant' ? speaker.name : like.name;
      return { ...speaker, role: like.role, name };
    }),
  };
}

/** Files whose speakers would change by {@link adoptRoles}. */
export function othersToAdopt(entries: readonly FileEntry[], key: number): readonly FileEntry[] {
  const source = entries.find((entry) => entry.key === key)?.state;
  if (source?.kind !== 'draft') return [];
  return entries.filter(({ key: other, state }) => {
    if (other === key || state.kind !== 'draft') return false;
    const adopted = adoptRoles(state.choices, source.choices).speakers;
    return adopted.some(
      (speaker, index) =>
        speaker.role !== state.choices.speakers[index]?.role ||
        speaker.name !== state.choices.speakers[index]?.name,
    );
  });
}
