import type { Connection } from '../database/connection.ts';
import { indexedParagraphs, indexReads } from '../documents/index-store.ts';
import { isCorrupt } from '../database/quick-check.ts';
import { digest, documentReads } from '../documents/store.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import { rangeProblem } from '../text/range.ts';
import { wordIndex, wordsTouching, type WordIndex } from '../text/words.ts';
import type { z } from 'zod';
import type { Locale } from '../settings/contract.ts';
import { Findings } from './check-findings.ts';
import { checkReads } from './check-store.ts';
import type { checkReport } from './contract.ts';
import { projectReads } from './store.ts';

type Report = z.output<typeof checkReport>;
type Check = Report['checks'][number];

/** How many problems of one kind are written out; the rest is counted. */
const LISTED = 50;

/**
 * Looks at everything a project file promises: integrity, references, ranges, derived tables, originals, trees, history.
 * Damage that keeps one from being looked at is its result, and the others go on.
 */
export function checkProject(db: Connection, locale: Locale): Report {
  const findings = new Findings();
  const checks = [
    ...withstand(findings, 'integrity', () => [integrity(db, findings)]),
    ...withstand(findings, 'foreign-keys', () => [foreignKeys(db, findings)]),
    ...withstand(findings, 'ranges', () => textChecks(db, findings)),
    ...withstand(findings, 'originals', () => [originals(db, findings)]),
    ...withstand(findings, 'trees', () => [trees(db, findings)]),
    ...withstand(findings, 'history', () => [history(db, findings)]),
  ];
  return { ok: checks.every((check) => check.ok), findings: findings.said(locale), checks };
}

function withstand(findings: Findings, name: string, look: () => readonly Check[]): readonly Check[] {
  try {
    return look();
  } catch (error) {
    if (!isCorrupt(error)) throw error;
    findings.add('integrity');
    return [result(name, 0, [error instanceof Error ? error.message : String(error)])];
  }
}

/** The imported files are kept byte for byte: their digests say so. One that was emptied for good has none to show. */
function originals(db: Connection, findings: Findings): Check {
  const problems: string[] = [];
  let examined = 0;
  for (const { id, sha256, length } of checkReads(db).originals.all()) {
    examined += 1;
    try {
      const bytes = checkReads(db).originalBytes.get(id) ?? new Uint8Array();
      if (bytes.byteLength !== length || (length > 0 && digest(bytes) !== sha256)) {
        problems.push(`original ${id}`);
        findings.add('original', 'original');
      }
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      findings.add('original', 'original');
      problems.push(`original ${id}: ${error instanceof Error ? error.message : ''}`);
    }
  }
  return result('originals', examined, problems);
}

/** No code stands below itself. */
function trees(db: Connection, findings: Findings): Check {
  const codes = checkReads(db).codeParents.all();
  const parents = new Map(codes.map(({ id, parent }) => [id, parent]));
  const sound = new Set<number>();
  const problems: string[] = [];
  for (const { id } of codes) {
    const way = new Set<number>();
    let at: number | null = id;
    while (at !== null && !sound.has(at) && !way.has(at)) {
      way.add(at);
      at = parents.get(at) ?? null;
    }
    if (at !== null && way.has(at)) {
      problems.push(`code ${at}: parent`);
      findings.add('tree', 'code');
    }
    for (const each of way) sound.add(each);
  }
  return result('trees', codes.length, problems);
}

function result(name: string, examined: number, problems: readonly string[]): Check {
  const listed = problems.slice(0, LISTED);
  if (problems.length > LISTED) listed.push(`… ${problems.length - LISTED}`);
  return { name, ok: problems.length === 0, examined, problems: listed };
}

function integrity(db: Connection, findings: Findings): Check {
  const lines = projectReads(db).integrity.all();
  if (lines.some((line) => line !== 'ok')) findings.add('integrity');
  return result(
    'integrity',
    1,
    lines.filter((line) => line !== 'ok'),
  );
}

function foreignKeys(db: Connection, findings: Findings): Check {
  const rows = projectReads(db).foreignKeys.all();
  for (const { table } of rows) findings.add('reference', table);
  return result(
    'foreign-keys',
    rows.length,
    rows.map((row) => `${row.table} ${row.rowid} → ${row.parent}`),
  );
}

/** Ranges of codings, turns, topic spans and memos, and the tables derived from the texts, document by document. */
function textChecks(db: Connection, findings: Findings): readonly Check[] {
  const ranges: string[] = [];
  const derived: string[] = [];
  let examinedRanges = 0;
  let examinedDerived = 0;
  const reads = checkReads(db);
  for (const document of documentReads(db).list.all()) {
    const text = reads.text.get(document.text_version_id);
    if (text === undefined) {
      derived.push(`document ${document.id}: text ${document.text_version_id}`);
      findings.add('text', '', document.name);
      continue;
    }
    const words = wordIndex(text.text);
    const before = derived.length;
    examinedDerived += 1;
    if (text.length_utf16 !== text.text.length) derived.push(`text ${document.text_version_id}: length`);
    if (text.word_count !== words.starts.length) derived.push(`text ${document.text_version_id}: words`);
    derived.push(...paragraphProblems(db, document.text_version_id, text.text, words));
    derived.push(...indexProblems(db, document.text_version_id));
    for (const row of reads.ranges.all({ document: document.id })) {
      examinedRanges += 1;
      const problem = row.end === row.start && row.kind === 'turn' ? null : rangeProblem(text.text, row);
      if (problem !== null) findings.add('range', row.kind, document.name);
      if (problem !== null) ranges.push(`${row.kind} ${row.id}: ${problem} [${row.start}, ${row.end})`);
      else if (row.word_start !== null) {
        const touched = wordsTouching(words, row);
        const right = touched.first === row.word_start && touched.end === row.word_end;
        if (!right && row.end > row.start) derived.push(`${row.kind} ${row.id}: words`);
      }
    }
    if (derived.length > before) findings.add('derived', '', document.name);
  }
  return [result('ranges', examinedRanges, ranges), result('derived-tables', examinedDerived, derived)];
}

function paragraphProblems(
  db: Connection,
  textVersionId: number,
  text: string,
  words: WordIndex,
): readonly string[] {
  const stored = documentReads(db).paragraphs.all(textVersionId);
  const expected = splitParagraphs(text);
  const same =
    stored.length === expected.length &&
    expected.every((range, ordinal) => {
      const row = stored[ordinal];
      const touched = wordsTouching(words, range);
      return (
        row !== undefined &&
        row.start === range.start &&
        row.end === range.end &&
        row.word_start === touched.first &&
        row.word_end === touched.end
      );
    });
  return same ? [] : [`text ${textVersionId}: paragraphs`];
}

/** A text of an older project enters the index when it is first searched: until then it must not be there at all. */
function indexProblems(db: Connection, textVersionId: number): readonly string[] {
  const indexed = indexReads(db).isIndexed.get(textVersionId) !== undefined;
  const expected = indexed ? documentReads(db).paragraphs.all(textVersionId).length : 0;
  return indexedParagraphs(db, textVersionId) === expected ? [] : [`text ${textVersionId}: index`];
}

function history(db: Connection, findings: Findings): Check {
  const problems = checkReads(db)
    .misplacedSteps.all()
    .map((id) => `step ${id}`);
  for (const _ of problems) findings.add('history', 'history_step');
  return result('history', checkReads(db).steps.get() ?? 0, problems);
}
