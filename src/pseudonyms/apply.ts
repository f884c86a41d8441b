import type { Connection } from '../database/connection.ts';
import { editDocument } from '../documents/edit.ts';
import { documentReads } from '../documents/store.ts';
import type { ProjectSession } from '../project/session.ts';
import { nameFinder, type NameFinder } from '../text/name-finder.ts';
import { replaceNames, withPseudonyms, type ElisionRepair } from '../text/name-replacement.ts';
import type { TickedForm } from './contract.ts';
import { namedFields, writeField } from './field-store.ts';
import { textHits, wantedForms, type Wanted } from './occurrences.ts';
import { joinSamePersons } from './same-person.ts';
import { pseudonymReads } from './store.ts';

interface Options {
  readonly forms?: readonly TickedForm[] | undefined;
  readonly elision?: ElisionRepair | undefined;
}

export interface Applied {
  readonly replacements: number;
  readonly documents: number;
  /** Speakers and participants that went into others with the same pseudonym. */
  readonly joined: number;
}

/** Puts pseudonyms in the place of names everywhere. To be called inside a command. */
export function applyPseudonyms(
  db: Connection,
  session: ProjectSession,
  options: Options,
  now: string,
): Applied {
  const entries = pseudonymReads(db).list.all();
  const finder = nameFinder(entries);
  const wanted = wantedForms(entries, options.forms);
  const repair = options.elision ?? 'de';
  const joined = joinSamePersons(db, (name) => withPseudonyms(name, finder.find(name, wanted), repair));
  // Fields first: an edited text finds its speakers by their labels, which then have their new names.
  const inFields = applyToFields(db, finder, wanted, repair);
  let [replacements, documents] = [inFields, 0];
  for (const document of documentReads(db).list.all()) {
    const { text } = session.texts.get(db, document.text_version_id);
    const hits = textHits(db, document.id, text, finder, wanted);
    if (hits.length === 0) continue;
    editDocument(db, session, document, replaceNames(text, hits, repair), { dropEmptied: false, now });
    replacements += hits.length;
    documents += 1;
  }
  return { replacements, documents, joined };
}

/** Names in titles, names, labels, definitions, memos and values; answers how many were replaced. */
function applyToFields(db: Connection, finder: NameFinder, wanted: Wanted, repair: ElisionRepair): number {
  let count = 0;
  for (const { place, rows } of namedFields(db)) {
    for (const { id, value } of rows) {
      const hits = finder.find(value, wanted);
      if (hits.length === 0) continue;
      writeField(db, place, id, withPseudonyms(value, hits, repair));
      count += hits.length;
    }
  }
  return count;
}
