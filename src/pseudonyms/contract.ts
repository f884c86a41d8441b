import { z } from 'zod';
import { command, query, task } from '../contract/define.ts';
import { done, id, name, nothing, renderedFile } from '../contract/common.ts';
import { FORM_KINDS } from '../text/name-forms.ts';

export const nameKind = z.enum(['person', 'place', 'organisation', 'other']);
export const formKind = z.enum(FORM_KINDS);
export const elisionRepair = z.enum(['none', 'de', 'all']);

export const pseudonym = z.strictObject({ id, kind: nameKind, name: z.string(), replacement: z.string() });
export type Pseudonym = z.output<typeof pseudonym>;

/** One way in which a name stands in the project. */
export const tickedForm = z.strictObject({ pseudonymId: id, kind: formKind });
export type TickedForm = z.output<typeof tickedForm>;

export const occurrence = z.strictObject({
  /** What holds the name: `text` of a document, or a field such as `memo.title`. */
  place: z.string(),
  /** The document or the thing's id. */
  id,
  /** The document's name, or what the field belongs to. */
  title: z.string(),
  /** Counted from 1; `null` outside of texts. */
  paragraph: z.number().int().nullable(),
  /** The name stands at `[snippetStart, snippetEnd)` of the snippet, in UTF-16 code units. */
  snippet: z.string(),
  snippetStart: z.number().int(),
  snippetEnd: z.number().int(),
});
export type Occurrence = z.output<typeof occurrence>;

export const nameForm = z.strictObject({
  kind: formKind,
  /** Whether it is replaced when nothing else is said. */
  ticked: z.boolean(),
  count: z.number().int(),
  documents: z.number().int(),
  /** Those whose text holds it. */
  documentIds: z.array(id),
  /** The first ones. */
  occurrences: z.array(occurrence),
});

export const previewedName = z.strictObject({
  pseudonymId: id,
  name: z.string(),
  replacement: z.string(),
  /**
   * `is-name`: the pseudonym is another name of the table; `shared`: two names have it; `present`: it stands in the
   * texts already.
   */
  warnings: z.array(z.enum(['is-name', 'shared', 'present'])),
  forms: z.array(nameForm),
});
export type PreviewedName = z.output<typeof previewedName>;

/** An imported file that was kept. */
export const keptOriginal = z.strictObject({
  documentId: id,
  /** The document's name. */
  title: z.string(),
  fileName: z.string(),
  /** Names found in what its reader gives: text, title, author, comments; `null` when it cannot be read. */
  names: z.number().int().nullable(),
});
export type KeptOriginal = z.output<typeof keptOriginal>;

/** What still holds a name, and what cannot be known. */
export const sealReport = z.strictObject({
  pseudonyms: z.number().int(),
  steps: z.number().int(),
  textVersions: z.number().int(),
  originalsDropped: z.number().int(),
  originalsKept: z.array(keptOriginal),
  backupsRemoved: z.number().int(),
  /** The new one; `null` when none was made. */
  backup: z.string().nullable(),
  /** Another program reads the file: the rest is done at the next opening. */
  unfinished: z.boolean(),
  /** Other files of the project in its folder, absolute: they still hold the names. */
  otherFiles: z.array(z.string()),
  remaining: z.array(occurrence.extend({ kind: formKind })),
});
export type SealReport = z.output<typeof sealReport>;

/** A pseudonym is at least one letter or digit: what is coded must keep a word. */
const replacement = name.refine((value) => /[\p{L}\p{N}]/u.test(value), { params: { code: 'name.empty' } });
const entry = { kind: nameKind, name, replacement };
const options = z.strictObject({
  /** Forms to replace; without them, those that are ticked from the start. */
  forms: z.array(tickedForm).optional(),
  elision: elisionRepair.optional(),
});

export const pseudonymsContract = {
  'pseudonyms.list': query(nothing, z.array(pseudonym)),
  'pseudonyms.add': command(z.strictObject(entry), z.strictObject({ pseudonymId: id })),
  'pseudonyms.update': command(
    z.strictObject({
      pseudonymId: id,
      kind: nameKind.optional(),
      name: name.optional(),
      replacement: replacement.optional(),
    }),
    done,
  ),
  'pseudonyms.remove': command(z.strictObject({ pseudonymIds: z.array(id).min(1) }), done),
  /** A table of `name;pseudonym;kind`, with or without a line of titles; names that are there are updated. */
  'pseudonyms.import': command(
    z.strictObject({ csv: z.string().max(5_000_000) }),
    z.strictObject({ added: z.number().int(), updated: z.number().int() }),
  ),
  /** Where the names stand, form by form: those of the project, or those of a table that is not imported yet. */
  'pseudonyms.preview': query(
    z.strictObject({ csv: z.string().max(5_000_000).optional() }),
    z.strictObject({ names: z.array(previewedName) }),
  ),
  /**
   * Replaces names everywhere in one step; codings keep their words, a replaced name that is coded stays coded. Speakers
   * of a document, and participants, who get the same pseudonym become one.
   */
  'pseudonyms.apply': command(
    options,
    z.strictObject({
      replacements: z.number().int(),
      documents: z.number().int(),
      joined: z.number().int(),
    }),
  ),
  /** The table as a CSV file, to be kept elsewhere. */
  'pseudonyms.exportKey': query(nothing, renderedFile),
  /** Takes the key and every old copy of the names out of the project, its history and its backups. For good. */
  'pseudonyms.seal': task(
    z.strictObject({ confirmed: z.literal(true), dropOriginals: z.boolean().default(true) }),
    sealReport,
  ),
  /** The imported files that the project keeps. */
  'documents.originals': query(nothing, z.strictObject({ files: z.number().int(), bytes: z.number().int() })),
  /**
   * Empties the imported files that the project keeps, and removes the backups, which hold them too, but for a new one.
   * For good.
   */
  'documents.dropOriginals': task(
    z.strictObject({ confirmed: z.literal(true), keepBackups: z.boolean().default(false) }),
    z.strictObject({
      dropped: z.number().int(),
      backupsRemoved: z.number().int(),
      /** Backups that were kept, and may hold the files. */
      backupsKept: z.number().int(),
      /** Other files of the project in its folder, absolute: they still hold the imported files. */
      otherFiles: z.array(z.string()),
    }),
  ),
};
