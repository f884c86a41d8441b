import { describe, expect, it } from 'vitest';
import {
  fileNameOf,
  folderOf,
  isProjectFile,
  isTableFile,
  joinPath,
  projectFileName,
  shortPath,
} from '../../../renderer/app/file-kinds.ts';

describe('the file of a project', () => {
  it('is named after the project, without what a file system refuses', () => {
    expect(projectFileName('Tutorat : vague 2')).toBe('Tutorat vague 2.repere');
    expect(projectFileName('a/b\\c?*"<>|')).toBe('a b c.repere');
    expect(projectFileName('...')).toBe('Projet.repere');
    expect(projectFileName('Été')).toBe('Été.repere');
    expect(projectFileName('x'.repeat(500)).length).toBeLessThan(120);
  });

  it('is known by its extension, in capitals too', () => {
    expect(isProjectFile('/a/B.REPERE')).toBe(true);
    expect(isProjectFile('/a/repere.docx')).toBe(false);
  });
});

describe('a table', () => {
  it('is told by its extension, in capitals too', () => {
    for (const name of ['a.csv', 'b.TSV', 'c.xlsx', 'd.d.ods']) expect(isTableFile(name)).toBe(true);
    for (const name of ['csv', 'a.csv.docx', 'table.txt']) expect(isTableFile(name)).toBe(false);
  });
});

describe('paths of either system', () => {
  it('are taken apart and put together', () => {
    expect(fileNameOf('C:\\Users\\a\\b.repere')).toBe('b.repere');
    expect(folderOf('C:\\Users\\a\\b.repere')).toBe('C:\\Users\\a');
    expect(joinPath('C:\\Users\\a', 'b.repere')).toBe('C:\\Users\\a\\b.repere');
    expect(joinPath('/home/a', 'b.repere')).toBe('/home/a/b.repere');
    expect(joinPath('/', 'b.repere')).toBe('/b.repere');
  });

  it('are short below the home folder only', () => {
    expect(shortPath('/home/a/b.repere', '/home/a')).toBe('~/b.repere');
    expect(shortPath('/home/ab/b.repere', '/home/a')).toBe('/home/ab/b.repere');
    expect(shortPath('/srv/b.repere', null)).toBe('/srv/b.repere');
  });
});
