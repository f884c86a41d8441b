import type { Connection } from '../database/connection.ts';
import { documentReads } from '../documents/store.ts';
import type { ProjectSession } from '../project/session.ts';
import { nameFinder } from '../text/name-finder.ts';
import { FORM_KINDS, nameWords, type NameEntry } from '../text/name-forms.ts';
import type { Occurrence, PreviewedName } from './contract.ts';
import { isTickedByDefault, occurrences, type FoundName } from './occurrences.ts';

/** How many occurrences of one form are shown. */
const SHOWN = 200;

/** Every name of a table with the forms in which it stands in the project. */
export function previewNames(
  db: Connection,
  session: ProjectSession,
  entries: readonly NameEntry[],
): PreviewedName[] {
  const found = Map.groupBy(occurrences(db, session, nameFinder(entries)), ({ hit }) => hit.nameId);
  const warnings = warningsFor(entries, presentWords(db, session, entries));
  return entries.map((entry) => ({
    pseudonymId: entry.id,
    name: entry.name,
    replacement: entry.replacement,
    warnings: warnings(entry),
    forms: formsOf(entry, found.get(entry.id) ?? []),
  }));
}

function formsOf(entry: NameEntry, found: readonly FoundName[]): PreviewedName['forms'] {
  const byKind = Map.groupBy(found, ({ hit }) => hit.kind);
  return FORM_KINDS.flatMap((kind) => {
    const all = byKind.get(kind);
    if (all === undefined) return [];
    const inTexts = new Set(all.filter(({ place }) => place === 'text').map(({ id }) => id));
    return [
      {
        kind,
        ticked: isTickedByDefault(entry, kind),
        count: all.length,
        documents: inTexts.size,
        documentIds: [...inTexts],
        occurrences: all.slice(0, SHOWN).map(toOccurrence),
      },
    ];
  });
}

export function toOccurrence({ hit: _hit, ...occurrence }: FoundName): Occurrence {
  return occurrence;
}

/** The pseudonyms, as keys of their words, that stand in the texts already. */
function presentWords(
  db: Connection,
  session: ProjectSession,
  entries: readonly NameEntry[],
): ReadonlySet<string> {
  const finder = nameFinder(
    entries.map(({ id, replacement }) => ({ id, kind: 'other', name: replacement, replacement })),
  );
  const byId = new Map(entries.map(({ id, replacement }) => [id, keyOf(replacement)]));
  const present = new Set<string>();
  for (const document of documentReads(db).list.all())
    for (const hit of finder.find(session.texts.get(db, document.text_version_id).text))
      present.add(byId.get(hit.nameId) ?? '');
  return present;
}

function warningsFor(
  entries: readonly NameEntry[],
  present: ReadonlySet<string>,
): (entry: NameEntry) => PreviewedName['warnings'] {
  const names = new Set(entries.map(({ name }) => keyOf(name)));
  const uses = new Map<string, number>();
  for (const { replacement } of entries)
    uses.set(keyOf(replacement), (uses.get(keyOf(replacement)) ?? 0) + 1);
  return ({ replacement }) => {
    const key = keyOf(replacement);
    return [
      ...(names.has(key) ? (['is-name'] as const) : []),
      ...((uses.get(key) ?? 0) > 1 ? (['shared'] as const) : []),
      ...(present.has(key) ? (['present'] as const) : []),
    ];
  };
}

function keyOf(name: string): string {
  return nameWords(name).join(' ');
}
