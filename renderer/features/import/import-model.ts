import type { InputOf } from '../../../src/contract/contract.ts';
import type { Draft } from '../../../src/imports/contract.ts';
import type { IncomingFile } from '../../app/windows.ts';
import { guessedSpeakers, wouldAdopt, type SpeakerChoice } from './speaker-choices.ts';

export interface DraftChoices {
  readonly speakers: readonly SpeakerChoice[];
  /** How speakers are marked, as it stands in the field; empty: the usual ways. */
  readonly pattern: string;
  readonly headingsAsTopics: boolean;
  readonly commentsAsMemos: boolean;
  /** For a document without speakers. */
  readonly participantName: string;
  /** What to do when the same file is in the project already. */
  readonly duplicate: 'ask' | 'skip' | 'keep';
}

export interface DraftState {
  readonly kind: 'draft';
  readonly draft: Draft;
  readonly choices: DraftChoices;
  /** How far it is read once more with another encoding; `null` when it is not. */
  readonly rereading: { readonly share: number | null } | null;
  /** Its speakers are about to be looked for by another pattern. */
  readonly trying: boolean;
  /** Why the pattern in the field cannot be used; the draft is as it was before. */
  readonly patternError: string | null;
}

export type FileState =
  | { readonly kind: 'waiting' }
  /** `share` is 0 to 1, `null` while unknown. */
  | { readonly kind: 'reading'; readonly share: number | null }
  | DraftState
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
  | 'waiting'
  | 'reading'
  | 'ready'
  | 'check'
  | 'no-speakers'
  | 'duplicate'
  | 'version'
  | 'skipped'
  | 'table'
  | 'failed';

/** Below this the detection of speakers asks to be looked at. */
export const SURE = 0.6;

export function initialChoices(draft: Draft): DraftChoices {
  return {
    speakers: guessedSpeakers(draft),
    pattern: draft.pattern ?? '',
    headingsAsTopics: draft.headings.length > 0,
    commentsAsMemos: false,
    participantName: draft.documentName,
    duplicate: knownAs(draft) === null ? 'keep' : 'ask',
  };
}

/** A draft as it was just read, nothing chosen yet. */
export function freshDraft(draft: Draft): DraftState {
  return {
    kind: 'draft',
    draft,
    choices: initialChoices(draft),
    rereading: null,
    trying: false,
    patternError: null,
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
      return draftStatus(state);
  }
}

function draftStatus({ draft, choices, patternError }: DraftState): FileStatus {
  if (choices.duplicate === 'ask') return draft.duplicateOf === null ? 'version' : 'duplicate';
  if (choices.duplicate === 'skip') return 'skipped';
  if (!hasTurns(choices)) return 'no-speakers';
  const nobody = choices.speakers.every(({ role }) => role !== 'participant');
  const unsure = draft.warnings.length > 0 || draft.speakerConfidence < SURE;
  return nobody || unsure || patternError !== null ? 'check' : 'ready';
}

/** Whether the file goes into the project when the button is pressed. */
export function willImport(entry: FileEntry): boolean {
  return ['ready', 'check', 'no-speakers'].includes(statusOf(entry));
}

export interface Counts {
  readonly ready: number;
  readonly reading: number;
  readonly duplicate: number;
  readonly version: number;
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
    version: of('version'),
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

function toDraft({ draft, choices }: DraftState): InputOf<'import.confirm'>['drafts'][number] {
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
  return entries.filter((entry) => ['duplicate', 'version'].includes(statusOf(entry)));
}

/** Files whose speakers would change if they took the roles chosen in this one. */
export function othersToAdopt(entries: readonly FileEntry[], key: number): readonly FileEntry[] {
  const source = entries.find((entry) => entry.key === key)?.state;
  if (source?.kind !== 'draft') return [];
  return entries.filter(
    ({ key: other, state }) =>
      other !== key && state.kind === 'draft' && wouldAdopt(state.choices.speakers, source.choices.speakers),
  );
}

/** Files whose speakers were looked for otherwise than this one's. */
export function othersWithoutPattern(entries: readonly FileEntry[], key: number): readonly FileEntry[] {
  const source = entries.find((entry) => entry.key === key)?.state;
  if (source?.kind !== 'draft' || isChanging(source) || source.patternError !== null) return [];
  return entries.filter(
    ({ key: other, state }) =>
      other !== key && state.kind === 'draft' && state.draft.pattern !== source.draft.pattern,
  );
}

/** Whether a draft is about to be another: what would be imported is not what is shown yet. */
export function isUnsettled(entries: readonly FileEntry[]): boolean {
  return entries.some(({ state }) => state.kind === 'draft' && isChanging(state));
}

function isChanging({ rereading, trying }: DraftState): boolean {
  return rereading !== null || trying;
}
