import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { READABLE, TABLES } from '../../electron/file-kinds.ts';
import { IMPORT_ACCEPT, isTableFile, TABLE_ACCEPT } from '../../renderer/app/file-kinds.ts';
import { DOCUMENT_EXTENSIONS, readDocument } from '../../src/formats/read.ts';

// Three lists in three environments that may not share code: what is read, what either door offers to choose.

const DOCUMENTS = join(import.meta.dirname, '../../fixtures/documents');
const dotted = (extensions: readonly string[]): string[] => extensions.map((each) => `.${each}`).toSorted();

test('the system’s dialog and the page’s file field offer the same names', () => {
  expect(IMPORT_ACCEPT.split(',').toSorted()).toEqual(dotted(READABLE));
  expect([...TABLE_ACCEPT.split(','), '.txt'].toSorted()).toEqual(dotted(TABLES));
});

test('they offer every kind of transcript that is read, and tables', () => {
  const tables = READABLE.filter((extension) => isTableFile(`name.${extension}`));
  expect(dotted(READABLE)).toEqual(dotted([...DOCUMENT_EXTENSIONS, ...tables]));
  expect(tables.toSorted()).toEqual(TABLES.filter((extension) => extension !== 'txt').toSorted());
});

test.each('txt text log asc md markdown mdown mkd'.split(' '))(
  'a text called .%s is read as one',
  async (extension) => {
    const bytes = readFileSync(join(DOCUMENTS, 'utf-8.txt'));
    const { text, warnings } = await readDocument(bytes, { fileName: `entretien.${extension}` });
    expect(text).toContain('Par hasard');
    expect(warnings.map(({ code }) => code)).not.toContain('read-as');
  },
);
