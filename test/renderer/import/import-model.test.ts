import { describe, expect, it } from 'vitest';
import {
  countFiles,
  initialChoices,
  isUnsettled,
  othersToAdopt,
  othersWithoutPattern,
  statusOf,
  toConfirm,
  undecided,
  type DraftChoices,
  type FileEntry,
} from '../../../renderer/features/import/import-model.ts';
import {
  acceptLabel,
  adoptRoles,
  guessedSpeakers,
  keepChoices,
  turnsOf,
} from '../../../renderer/features/import/speaker-choices.ts';
import { draftOf, entryOf } from './drafts.ts';

const choose = (entry: FileEntry, change: Partial<DraftChoices>): FileEntry =>
  entry.state.kind === 'draft'
    ? { ...entry, state: { ...entry.state, choices: { ...entry.state.choices, ...change } } }
    : entry;

describe('comments of a file', () => {
  it('are asked for only when the person wants them, and there are some', () => {
    const first = { author: 'Ana', text: 'Oui', quotation: 'mot' };
    const wanted = (count: number): FileEntry =>
      choose(entryOf(1, { comments: { count, first: count === 0 ? null : first } }), {
        commentsAsMemos: true,
      });
    expect(toConfirm([wanted(2)]).drafts[0]).toMatchObject({ commentsAsMemos: true });
    expect(toConfirm([wanted(0)]).drafts[0]).not.toHaveProperty('commentsAsMemos');
    expect(toConfirm([entryOf(1, { comments: { count: 2, first } })]).drafts[0]).not.toHaveProperty(
      'commentsAsMemos',
    );
  });
});

describe('what a file’s card says', () => {
  it('is ready when speakers are sure, and asks to be checked when they are not', () => {
    expect(statusOf(entryOf(1))).toBe('ready');
    expect(statusOf(entryOf(1, { speakerConfidence: 0.3 }))).toBe('check');
    expect(statusOf(entryOf(1, { warnings: [{ code: 'encoding-uncertain', message: '' }] }))).toBe('check');
  });

  it('is « no speakers » when none was found, or none was left', () => {
    expect(statusOf(entryOf(1, { speakers: [], speakerConfidence: 0 }))).toBe('no-speakers');
    const entry = entryOf(1);
    const none = initialChoices(draftOf()).speakers.map((speaker) => ({ ...speaker, role: 'none' as const }));
    expect(statusOf(choose(entry, { speakers: none }))).toBe('no-speakers');
  });

  it('asks about a duplicate until the person has said what to do', () => {
    const entry = entryOf(1, { duplicateOf: { documentId: 7, name: 'R5' } });
    expect(statusOf(entry)).toBe('duplicate');
    expect(statusOf(choose(entry, { duplicate: 'skip' }))).toBe('skipped');
    expect(statusOf(choose(entry, { duplicate: 'keep' }))).toBe('ready');
  });

  it('tells a file of a known name, but other bytes, from one that is there already, and asks as well', () => {
    const entry = entryOf(1, { versionOf: { documentId: 7, name: 'R5' } });
    expect(statusOf(entry)).toBe('version');
    expect(undecided([entry])).toEqual([entry]);
    expect(statusOf(choose(entry, { duplicate: 'keep' }))).toBe('ready');
  });

  it('counts what will be imported, and what stands in the way', () => {
    const failed: FileEntry = { ...entryOf(4), state: { kind: 'failed', message: 'x' } };
    const reading: FileEntry = { ...entryOf(5), state: { kind: 'reading', share: null } };
    const files = [
      entryOf(1),
      entryOf(2, { speakers: [] }),
      entryOf(3, { duplicateOf: { documentId: 1, name: 'a' } }),
      failed,
      reading,
      { ...entryOf(6), state: { kind: 'table' as const } },
    ];
    expect(countFiles(files)).toEqual({
      ready: 2,
      reading: 1,
      duplicate: 1,
      version: 0,
      tables: 1,
      failed: 1,
    });
  });
});

describe('what the core is asked to import', () => {
  it('is every ready file with its speakers as confirmed', () => {
    const entry = choose(entryOf(1), {
      speakers: [
        { label: 'ENQ', name: 'Enquêtrice', role: 'interviewer', participantId: null },
        { label: 'R5', name: 'Référent 5', role: 'participant', participantId: 12 },
        { label: 'Note', name: 'Note', role: 'none', participantId: null },
      ],
    });
    const skipped = choose(entryOf(2, { duplicateOf: { documentId: 1, name: 'a' } }), { duplicate: 'skip' });
    expect(toConfirm([entry, skipped])).toEqual({
      drafts: [
        {
          draftId: 'd1',
          headingsAsTopics: true,
          speakers: [
            { label: 'ENQ', name: 'Enquêtrice', role: 'interviewer' },
            { label: 'R5', name: 'Référent 5', role: 'participant', participantId: 12 },
          ],
        },
      ],
    });
  });

  it('names the participant of a document without speakers, unless it is nobody’s', () => {
    const entry = entryOf(1, { speakers: [], headings: [] });
    expect(toConfirm([entry]).drafts[0]).toEqual({
      draftId: 'd1',
      headingsAsTopics: false,
      speakers: [],
      participantName: 'R5',
    });
    expect(toConfirm([choose(entry, { participantName: ' ' })]).drafts[0]).not.toHaveProperty(
      'participantName',
    );
  });

  it('gives an emptied name its label back', () => {
    const entry = choose(entryOf(1), {
      speakers: [{ label: 'R5', name: '  ', role: 'participant', participantId: null }],
    });
    expect(toConfirm([entry]).drafts[0]?.speakers).toEqual([
      { label: 'R5', name: 'R5', role: 'participant' },
    ]);
  });
});

describe('roles for the other files', () => {
  it('go to the same labels; an interviewer keeps the new name, participants their own', () => {
    const source = initialChoices(draftOf());
    const renamed: DraftChoices = {
      ...source,
      speakers: source.speakers.map((speaker) =>
        speaker.label === 'ENQ'
          ? { ...speaker, name: 'Enquêtrice' }
          : { ...speaker, role: 'ignored', name: 'X' },
      ),
    };
    const target = initialChoices(
      draftOf({ speakers: [{ label: 'ENQ', turns: 9, roleGuess: 'participant', sample: '' }] }),
    );
    expect(adoptRoles(target.speakers, renamed.speakers)).toEqual([
      { label: 'ENQ', name: 'Enquêtrice', role: 'interviewer', participantId: null },
    ]);
  });

  it('are offered only where something would change', () => {
    const first = choose(entryOf(1), {
      speakers: [{ label: 'ENQ', name: 'Enquêtrice', role: 'interviewer', participantId: null }],
    });
    const other = entryOf(2);
    const unlike = entryOf(3, {
      speakers: [{ label: 'R6', turns: 1, roleGuess: 'participant', sample: '' }],
    });
    expect(othersToAdopt([first, other, unlike], 1).map(({ key }) => key)).toEqual([2]);
    expect(othersToAdopt([first, unlike], 1)).toEqual([]);
  });
});

describe('speakers of a file that is read again', () => {
  const marie = { label: 'Marie', turns: 3, roleGuess: 'participant', sample: 'Ah.' } as const;
  const before = draftOf({ rejected: [marie] });

  it('keep what the person chose; what was only guessed is guessed anew', () => {
    const chosen = guessedSpeakers(before).map((speaker) =>
      speaker.label === 'R5' ? { ...speaker, name: 'Rose' } : speaker,
    );
    const fresh = draftOf({
      speakers: [
        { label: 'R5', turns: 9, roleGuess: 'interviewer', sample: '' },
        { label: 'ENQ', turns: 9, roleGuess: 'participant', sample: '' },
      ],
    });
    expect(keepChoices(fresh, chosen, before).map(({ name, role }) => [name, role])).toEqual([
      ['Rose', 'participant'],
      ['ENQ', 'participant'],
    ]);
  });

  it('are more when a label that was not sure enough is ticked, and it stays while it is found', () => {
    const ticked = acceptLabel(guessedSpeakers(before), before, 'Marie', true);
    expect(ticked.map(({ label }) => label)).toEqual(['ENQ', 'R5', 'Marie']);
    expect(turnsOf(ticked, before)).toBe(7);
    expect(keepChoices(before, ticked, before)).toEqual(ticked);
    expect(keepChoices(draftOf(), ticked, before).map(({ label }) => label)).toEqual(['ENQ', 'R5']);
    expect(acceptLabel(ticked, before, 'Marie', false)).toEqual(guessedSpeakers(before));
  });
});

describe('a pattern for the other files', () => {
  it('is offered where speakers were looked for otherwise, once it is settled', () => {
    const source = entryOf(1, { pattern: '%NOM% >' });
    const files = [source, entryOf(2), entryOf(3, { pattern: '%NOM% >' })];
    expect(othersWithoutPattern(files, 1).map(({ key }) => key)).toEqual([2]);
    const withState = (change: object): FileEntry[] => [
      { ...source, state: { ...source.state, ...change } },
      ...files.slice(1),
    ];
    expect(othersWithoutPattern(withState({ trying: true }), 1)).toEqual([]);
    expect(isUnsettled(withState({ trying: true }))).toBe(true);
    expect(othersWithoutPattern(withState({ patternError: 'x' }), 1)).toEqual([]);
    expect(withState({ patternError: 'x' }).map(statusOf)).toEqual(['check', 'ready', 'ready']);
    expect(isUnsettled(files)).toBe(false);
  });
});
