import type { InFeature, QueryHandlers } from '../contract/handlers.ts';
import { toCsv } from '../reports/csv.ts';
import type { pseudonymsContract } from './contract.ts';
import { originalReads } from './originals-store.ts';
import { previewNames } from './preview.ts';
import { pseudonymReads } from './store.ts';
import { readNameTable } from './table-file.ts';

export const pseudonymQueries: QueryHandlers<InFeature<typeof pseudonymsContract, 'query'>> = {
  'pseudonyms.list': ({ db }) => pseudonymReads(db).list.all(),

  'pseudonyms.preview': ({ db, session }, { csv }) => {
    const entries =
      csv === undefined
        ? pseudonymReads(db).list.all()
        : readNameTable(csv).map((entry, index) => ({ id: index + 1, ...entry }));
    return { names: previewNames(db, session, entries) };
  },

  'documents.originals': ({ db }) => originalReads(db).totals.get() ?? { files: 0, bytes: 0 },

  'pseudonyms.exportKey': ({ db, locale }) => {
    const entries = pseudonymReads(db).list.all();
    return {
      fileName: locale === 'fr' ? 'cle-des-pseudonymes.csv' : 'key-of-pseudonyms.csv',
      mime: 'text/csv',
      encoding: 'utf8',
      content: toCsv(
        ['name', 'pseudonym', 'kind'],
        entries.map(({ name, replacement, kind }) => ({ name, pseudonym: replacement, kind })),
        ';',
      ),
    };
  },
};
