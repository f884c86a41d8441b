import type { Connection } from '../database/connection.ts';
import { documentReads } from '../documents/store.ts';
import type { ProjectSession } from '../project/session.ts';
import { snippetAround } from '../text/snippet.ts';
import type { NameFinder, NameHit } from '../text/name-finder.ts';
import { isCommonWord, type FormKind, type NameEntry } from '../text/name-forms.ts';
import { overlaps } from '../text/range.ts';
import { transcriptReads } from '../transcripts/store.ts';
import type { Occurrence, TickedForm } from './contract.ts';
import { coderField, namedFields, type Field } from './field-store.ts';

/** Characters shown on either side of a name. */
const CONTEXT = 40;

export interface FoundName extends Occurrence {
  readonly hit: NameHit;
}

export type Wanted = (nameId: number, kind: FormKind) => boolean;

/** Every occurrence of a name: in texts, then in all other fields, coders' names last. */
export function* occurrences(
  db: Connection,
  session: ProjectSession,
  finder: NameFinder,
  wanted?: Wanted,
): Generator<FoundName> {
  for (const document of documentReads(db).list.all()) {
    const { text } = session.texts.get(db, document.text_version_id);
    for (const hit of textHits(db, document.id, text, finder, wanted)) {
      const paragraph = (documentReads(db).paragraphAt.get(document.text_version_id, hit.start) ?? 0) + 1;
      yield {
        place: 'text',
        id: document.id,
        title: document.name,
        paragraph,
        ...snippetAround(text, hit, CONTEXT),
        hit,
      };
    }
  }
  yield* namesIn([...namedFields(db), coderField(db)], finder, wanted);
}

/** Every occurrence of a name in some fields. */
export function* namesIn(
  fields: readonly Field[],
  finder: NameFinder,
  wanted?: Wanted,
): Generator<FoundName> {
  for (const { place, rows } of fields)
    for (const { id, value, title } of rows)
      for (const hit of finder.find(value, wanted))
        yield { place, id, title, paragraph: null, ...snippetAround(value, hit, CONTEXT), hit };
}

/** The names in a document's text; none reaches from a speaker's label into what is said, or into the next turn. */
export function textHits(
  db: Connection,
  documentId: number,
  text: string,
  finder: NameFinder,
  wanted?: Wanted,
): NameHit[] {
  const hits = finder.find(text, wanted);
  const isBroken = hits.some(({ start, end }) => text.slice(start, end).includes('\n'));
  if (!isBroken) return hits;
  const labels = transcriptReads(db)
    .turns.all(documentId)
    .map((turn) => ({ start: turn.start, end: turn.body_start }));
  return hits.filter(
    (hit) => !text.slice(hit.start, hit.end).includes('\n') || !labels.some((label) => overlaps(label, hit)),
  );
}

/** Whether a form is replaced when the person says nothing: not when it may well be another word or another name. */
export function isTickedByDefault(entry: NameEntry, kind: FormKind): boolean {
  if (kind === 'compound') return false;
  const parts = entry.name.trim().split(/\s+/u);
  if (kind === 'first') return !isCommonWord(parts[0] ?? '');
  if (kind === 'last') return !isCommonWord(parts.slice(1).join(' '));
  if (kind === 'lowercase' || kind === 'plural') return parts.length > 1 || !isCommonWord(entry.name);
  return true;
}

/** Which forms count: those that were ticked, or the usual ones. */
export function wantedForms(entries: readonly NameEntry[], forms?: readonly TickedForm[]): Wanted {
  const keys = new Set((forms ?? []).map(({ pseudonymId, kind }) => `${pseudonymId} ${kind}`));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return (nameId, kind) => {
    if (forms !== undefined) return keys.has(`${nameId} ${kind}`);
    const entry = byId.get(nameId);
    return entry !== undefined && isTickedByDefault(entry, kind);
  };
}
