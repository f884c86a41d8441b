import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesOf } from '../../src/cli/import-paths.ts';
import { testCore, type TestCore } from '../helpers/core.ts';

let t: TestCore;
beforeEach(async () => {
  t = await testCore({ project: 'study' });
});
afterEach(() => t.end());

describe('a folder of files', () => {
  test('is imported but for the broken one, which says why', async () => {
    const folder = t.path('entretiens');
    mkdirSync(join(folder, 'vague 2'), { recursive: true });
    const files = ['R1.txt', 'R2.docx', 'R3.txt', 'vague 2/R1.txt'];
    for (const name of files) writeFileSync(join(folder, name), `R : Réponse dans ${name}.`);
    writeFileSync(join(folder, 'R2.docx'), Buffer.from('PK\x03\x04 abîmé', 'latin1'));
    const sources = (await filesOf([folder])).map((path) => ({ kind: 'path', path }) as const);
    const inspected = await t.client.import.inspect({ files: sources });
    const failures = inspected.flatMap((each) => (each.ok ? [] : [[each.fileName, each.error.code]]));
    expect(failures).toEqual([['R2.docx', 'format.unreadable']]);
    const drafts = inspected.flatMap((each) =>
      each.ok ? [{ draftId: each.draft.draftId, headingsAsTopics: false }] : [],
    );
    await t.client.import.confirm({ drafts });
    const documents = await t.client.documents.list({});
    expect(documents.map(({ name }) => name)).toEqual(['R1', 'R3', 'R1 (2)']);
  });
});

describe('a file read once more with another encoding', () => {
  test('tells how far it is, and can be stopped', async () => {
    const long = 'R1 : Été à l’école.\n'.repeat(4_000);
    const stagedId = await t.core.stage('R1.srt', new TextEncoder().encode(long));
    const [inspected] = await t.client.import.inspect({
      files: [{ kind: 'staged', stagedId, fileName: 'R1.srt' }],
    });
    if (inspected?.ok !== true) throw new Error('unreadable');
    const { draftId } = inspected.draft;
    const told: [number, number, string][] = [];
    const onProgress = (...each: [number, number, string]) => void told.push(each);
    const reread = await t.client.import.reread({ draftId, encoding: 'windows-1252' }, { onProgress });
    expect(reread.encoding?.name).toBe('windows-1252');
    expect(told[0]).toEqual([0, 100, 'R1.srt']);
    expect(told.at(-1)).toEqual([100, 100, 'R1.srt']);
    const stop = new AbortController();
    const stopped = t.client.import.reread(
      { draftId, encoding: 'utf-8' },
      { signal: stop.signal, onProgress: () => stop.abort() },
    );
    await expect(stopped).rejects.toMatchObject({ code: 'call.cancelled' });
  });
});
