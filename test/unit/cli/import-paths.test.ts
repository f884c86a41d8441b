import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { filesOf } from '../../../src/cli/import-paths.ts';

describe('the files that paths name', () => {
  const root = mkdtempSync(join(tmpdir(), 'repere-'));
  afterAll(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'vague 2', '.cache'), { recursive: true });
  const names = ['R10.txt', 'R2.txt', '.caché', '~$R2.docx', 'vague 2/R1.txt', 'vague 2/.cache/a.txt'];
  for (const name of names) writeFileSync(join(root, name), 'oui');

  it('are those of a folder and below, by name, without hidden and lock files', async () => {
    expect(await filesOf([root])).toEqual(
      ['R2.txt', 'R10.txt', 'vague 2/R1.txt'].map((name) => join(root, name)),
    );
  });

  it('are a file itself, and also one that is not there', async () => {
    const paths = [join(root, 'R2.txt'), join(root, 'absent.txt')];
    expect(await filesOf(paths)).toEqual(paths);
  });
});
