import { describe, expect, it } from 'vitest';
import { chosenFiles, droppedFiles } from '../../../renderer/app/folder-files.ts';

/** A folder as a browser hands it over: its entries in parts of two. `null` stands for one that cannot be read. */
interface Tree {
  readonly [name: string]: Tree | string | null;
}

function entryOf(name: string, content: Tree | string | null): FileSystemEntry {
  if (typeof content === 'string') {
    const file = (done: (file: File) => void): void => done(new File([content], name));
    return { name, isFile: true, isDirectory: false, file } as unknown as FileSystemEntry;
  }
  const createReader = (): unknown => {
    const left = Object.entries(content ?? {}).map(([each, inside]) => entryOf(each, inside));
    return {
      readEntries: (done: (part: FileSystemEntry[]) => void, fail: (error: Error) => void): void =>
        content === null ? fail(new Error('not readable')) : done(left.splice(0, 2)),
    };
  };
  return { name, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry;
}

function drop(tree: Tree): DataTransfer {
  const items = Object.entries(tree).map(([name, content]) => ({
    kind: 'file',
    webkitGetAsEntry: () => entryOf(name, content),
    getAsFile: () => (typeof content === 'string' ? new File([content], name) : null),
  }));
  return { items: [{ kind: 'string' }, ...items] } as unknown as DataTransfer;
}

const namesOf = (files: readonly File[]): readonly string[] => files.map(({ name }) => name);

describe('a folder', () => {
  it('stands for all files in it and below, by name, when it is dropped', async () => {
    const tree = {
      'seul.txt': 'a',
      Étude: { 'R10.docx': 'a', 'R2.docx': 'b', 'R1.docx': 'c', Annexes: { 'A.pdf': 'd' }, 'vide.txt': '' },
    };
    expect(namesOf(await droppedFiles(drop(tree)))).toEqual([
      'seul.txt',
      'A.pdf',
      'R1.docx',
      'R2.docx',
      'R10.docx',
      'vide.txt',
    ]);
  });

  it('gives no hidden file, no lock file of an office program, no project', async () => {
    const tree = {
      Étude: { '.DS_Store': '', '~$R1.docx': '', 'these.repere': '', '.git': { config: '' }, 'R1.docx': 'a' },
    };
    expect(namesOf(await droppedFiles(drop(tree)))).toEqual(['R1.docx']);
  });

  it('that cannot be looked into does not stop the others', async () => {
    expect(namesOf(await droppedFiles(drop({ A: null, B: { 'R1.docx': 'a', C: null } })))).toEqual([
      'R1.docx',
    ]);
  });

  it('chosen in a file field gives the same files in the same order', () => {
    const paths = ['.x/R10.docx', '.x/R2.docx', '.x/.git/config', '.x/~$R2.docx', '.x/a.repere'];
    const files = paths.map((path) =>
      Object.defineProperty(new File([''], path.split('/').at(-1) ?? ''), 'webkitRelativePath', {
        value: path,
      }),
    );
    expect(namesOf(chosenFiles(files))).toEqual(['R2.docx', 'R10.docx']);
  });

  it('is no matter for a project that is dropped itself', async () => {
    expect(namesOf(await droppedFiles(drop({ 'these.repere': 'x' })))).toEqual(['these.repere']);
  });
});
