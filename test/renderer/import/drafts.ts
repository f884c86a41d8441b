import type { Draft } from '../../../src/imports/contract.ts';
import type { FileEntry } from '../../../renderer/features/import/import-model.ts';
import { freshDraft } from '../../../renderer/features/import/import-model.ts';

/** An interview as the core reads it: an interviewer and one participant. */
export function draftOf(change: Partial<Draft> = {}): Draft {
  return {
    draftId: 'd1',
    fileName: 'R5.docx',
    documentName: 'R5',
    format: 'docx',
    byteLength: 1000,
    words: 700,
    paragraphs: 4,
    turns: 4,
    speakerConfidence: 0.9,
    encoding: null,
    pattern: null,
    speakers: [
      { label: 'ENQ', turns: 2, roleGuess: 'interviewer', sample: 'Bonjour' },
      { label: 'R5', turns: 2, roleGuess: 'participant', sample: 'Par accident' },
    ],
    rejected: [],
    headings: [{ title: 'Partie 1', level: 1 }],
    preview: [],
    comments: { count: 0, first: null },
    warnings: [],
    duplicateOf: null,
    versionOf: null,
    ...change,
  };
}

export function entryOf(key: number, change: Partial<Draft> = {}): FileEntry {
  const draft = draftOf({ draftId: `d${key}`, ...change });
  return {
    key,
    file: {
      name: draft.fileName,
      size: 1,
      place: draft.fileName,
      source: () => Promise.resolve({ kind: 'path', path: `/${key}` }),
    },
    state: freshDraft(draft),
  };
}
