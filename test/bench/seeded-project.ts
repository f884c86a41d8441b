import { randomUUID } from 'node:crypto';
import { addCode } from '../../src/codebook/store.ts';
import { firstShape } from '../../src/codebook/colours.ts';
import { ensureCoder } from '../../src/coders/store.ts';
import { addCoding } from '../../src/codings/store.ts';
import { openWritable, type Connection } from '../../src/database/connection.ts';
import { migrate, type Migration } from '../../src/database/migrate.ts';
import { addDocument, addTextVersion } from '../../src/documents/store.ts';
import { addGroup, addHypothesis, addMapping } from '../../src/hypotheses/store.ts';
import { addParticipant } from '../../src/participants/store.ts';
import { projectWrites } from '../../src/project/store.ts';
import { splitParagraphs } from '../../src/text/paragraphs.ts';
import { wordsTouching, type WordIndex } from '../../src/text/words.ts';
import { addSpeaker, addTurn } from '../../src/transcripts/store.ts';

export interface Size {
  readonly documents: number;
  /** UTF-16 code units of each document, about. */
  readonly characters: number;
  readonly codings: number;
  readonly codes: number;
  readonly seed: number;
}

const SYLLABLES = 'ba de fi go lu ma né pi ro su ta vé cha pli tri nou lai mon'.split(' ');

/** A deterministic source of whole numbers (mulberry32). */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/**
 * Writes a project of a given size through the program's own stores: interviews with two speakers, a tree of codes
 * three deep under five hypotheses, codings of 1 to 60 words by two coders, overlapping as they fall.
 */
export function writeSeededProject(path: string, migrations: readonly Migration[], size: Size): void {
  const db = openWritable(path, 'delete');
  try {
    migrate(db, migrations, path);
    db.pragma('synchronous = OFF');
    db.transaction(() => fill(db, size))();
  } finally {
    db.close();
  }
}

function fill(db: Connection, size: Size): void {
  const now = '2020-05-18T08:00:00.000Z';
  const roll = dice(size.seed);
  projectWrites(db).create.run(randomUUID(), 'Banc d’essai', now);
  const coderIds = ['Camille', 'Idris'].map((name) => ensureCoder(db, name, now));
  const codeIds = addCodes(db, size.codes, now);
  let written = 0;
  for (let number = 0; number < size.documents; number += 1) {
    const { documentId, words, length } = addInterview(db, number, size.characters, roll, now);
    const wanted = Math.floor((size.codings * (number + 1)) / size.documents) - written;
    for (let each = 0; each < wanted; each += 1) {
      const range = passage(words, length, roll);
      const codeId = codeIds[roll(codeIds.length)] ?? 1;
      const coderId = coderIds[roll(2)] ?? 1;
      const stance = (['supports', 'qualifies', 'contradicts', null] as const)[roll(4)] ?? null;
      addCoding(db, { documentId, codeId, coderId, range: { ...range, paragraph: 1 }, stance }, now);
    }
    written += wanted;
  }
}

function addCodes(db: Connection, count: number, now: string): readonly number[] {
  const hypotheses = Array.from({ length: 5 }, (_, index) =>
    addHypothesis(db, `H${index + 1}`, `Hypothèse ${index + 1}`, ''),
  );
  const groups = hypotheses.map((id) => addGroup(db, id, 'Groupe'));
  const ids: number[] = [];
  for (let index = 0; index < count; index += 1) {
    // Every tenth is a root, the next three its children, the rest theirs.
    const place = index % 10;
    const parentId =
      place === 0 ? null : (ids[place <= 3 ? index - place : index - place + 1 + (place % 3)] ?? null);
    const colour = 1 + (index % 24);
    const codeId = addCode(
      db,
      {
        parentId,
        name: `Code ${index + 1}`,
        colour,
        shape: firstShape(colour),
        isFolder: false,
        briefDefinition: '',
      },
      now,
    );
    ids.push(codeId);
    const hypothesis = index % hypotheses.length;
    if (place === 0)
      addMapping(
        db,
        codeId,
        hypotheses[hypothesis] ?? 1,
        index % 20 === 0 ? (groups[hypothesis] ?? null) : null,
        true,
      );
  }
  return ids;
}

function addInterview(
  db: Connection,
  number: number,
  characters: number,
  roll: (below: number) => number,
  now: string,
) {
  const [me, them] = [`Référent ${number + 1}`, 'Enquêtrice'];
  const lines: string[] = [];
  let length = 0;
  while (length < characters) {
    const asks = lines.length % 2 === 0;
    const sentence = Array.from({ length: asks ? 8 + roll(10) : 30 + roll(90) }, () => word(roll)).join(' ');
    const line = `${asks ? them : me}\u00a0: ${sentence}${asks ? '\u202f?' : '.'}`;
    lines.push(line);
    length += line.length + 1;
  }
  const text = lines.join('\n');
  const paragraphs = splitParagraphs(text);
  const { textVersionId, words } = addTextVersion(db, text, paragraphs);
  const participantId = addParticipant(db, me, now);
  const document = { participantId, textVersionId, originalId: null, encoding: null, headings: [] };
  const documentId = addDocument(db, { ...document, name: me, fileName: `${me}.txt`, format: 'text' }, now);
  const speaker = { documentId, participantId: null };
  const asking = addSpeaker(db, { ...speaker, label: them, name: them, role: 'interviewer' });
  const telling = addSpeaker(db, { documentId, label: me, name: me, role: 'participant', participantId });
  for (const [index, { start, end }] of paragraphs.entries()) {
    const bodyStart = start + (index % 2 === 0 ? them : me).length + 3;
    const body = wordsTouching(words, { start: bodyStart, end });
    addTurn(db, {
      documentId,
      speakerId: index % 2 === 0 ? asking : telling,
      start,
      bodyStart,
      end,
      labelWordStart: wordsTouching(words, { start, end: bodyStart }).first,
      wordStart: body.first,
      wordEnd: body.end,
      timecodeMs: null,
    });
  }
  return { documentId, words, length: text.length };
}

/** So many made-up words, with a capital and a full stop. */
export function sentence(roll: (below: number) => number, words: number): string {
  const line = Array.from({ length: words }, () => word(roll)).join(' ');
  return `${line.slice(0, 1).toUpperCase()}${line.slice(1)}.`;
}

function word(roll: (below: number) => number): string {
  return Array.from({ length: 1 + roll(4) }, () => SYLLABLES[roll(SYLLABLES.length)] ?? '').join('');
}

/** A passage of whole words. */
function passage(words: WordIndex, length: number, roll: (below: number) => number) {
  const count = words.starts.length;
  const first = roll(count);
  const last = Math.min(count - 1, first + roll(60));
  const start = words.starts[first] ?? 0;
  const end = Math.max(start + 1, words.ends[last] ?? length);
  return { start, end, wordStart: first, wordEnd: last + 1 };
}
