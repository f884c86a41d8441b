import { expect } from 'vitest';
import { createClient, type Client, type Transport } from '../../src/contract/client.ts';
import type { CoreEvent } from '../../src/contract/wire.ts';
import type { FileSource } from '../../src/imports/contract.ts';

/** A way to a core: what every door of the program must give. */
export interface Door {
  readonly transport: Transport;
  /** Hands a file over for import, as this door does it. */
  stage(fileName: string, bytes: Uint8Array): Promise<FileSource>;
  /** A path in a folder of this door's own. */
  path(name: string): string;
  close(): Promise<void>;
}

export interface Walk {
  readonly client: Client;
  readonly door: Door;
  readonly events: CoreEvent[];
}

const INTERVIEW =
  'Enquêtrice : Qui vous appelait ?\nRéférent 1 : Des collègues, l’été 😀 compris.\nRéférent 1 : Et Moodle.\n';

/** The calls that are made the same way over every door, each with what must come back. */
export const calls: Readonly<Record<string, (walk: Walk) => Promise<void>>> = {
  'makes a project, imports a file, codes a passage and counts who says it': async ({ client, door }) => {
    await client.project.create({ path: door.path('a.repere'), name: 'Étude' });
    const source = await door.stage('Référent 1.txt', new TextEncoder().encode(INTERVIEW));
    const progress: string[] = [];
    const [read] = await client.import.inspect(
      { files: [source] },
      { onProgress: (_done, _total, label) => progress.push(label) },
    );
    expect(progress).toContain('Référent 1.txt');
    if (read?.ok !== true) throw new Error('the interview is readable');
    expect(read.draft.speakers.map((speaker) => [speaker.label, speaker.roleGuess])).toEqual([
      ['Enquêtrice', 'interviewer'],
      ['Référent 1', 'participant'],
    ]);
    const drafts = [{ draftId: read.draft.draftId, headingsAsTopics: true }];
    const { documentIds } = await client.import.confirm({ drafts });
    const document = await client.documents.get({ documentId: documentIds[0]! });
    const start = document.text.indexOf('collègues');
    await client.codings.createWithNewCode({
      documentId: document.id,
      start,
      end: start + 'collègues, l’été 😀'.length,
      name: 'Entraide',
    });
    const table = await client.analysis.frequencies({ by: 'tree' });
    expect(table.rows).toMatchObject([
      { segments: 1, words: 3, participantIds: [table.participants[0]!.id] },
    ]);
    expect(table.participants).toMatchObject([{ name: 'Référent 1' }]);
  },

  'undoes and redoes, and says what': async ({ client, door }) => {
    await client.project.create({ path: door.path('b.repere') });
    await client.codes.create({ name: 'Urgence' });
    expect(await client.history.undo({})).toMatchObject({ label: 'code « Urgence » créé', state: 'undone' });
    expect(await client.codes.list({})).toEqual([]);
    expect(await client.history.redo({})).toMatchObject({ state: 'done' });
    expect(await client.codes.list({})).toMatchObject([{ name: 'Urgence' }]);
    expect(await client.history.redo({})).toBeNull();
  },

  'tells every change once, with what it touched': async ({ client, door, events }) => {
    await client.project.create({ path: door.path('c.repere') });
    const { codeId } = await client.codes.create({ name: 'Urgence' });
    await client.codes.update({ codeId, name: 'Urgence' });
    await client.history.undo({});
    await client.project.info({});
    const changes = events.filter((event) => event.type === 'changed');
    expect(changes).toMatchObject([
      { origin: 'command', command: 'codes.create', codes: [codeId], tables: ['code'] },
      { origin: 'undo', command: 'codes.create', codes: [codeId] },
    ]);
  },

  'answers failures with a code, a sentence and data': async ({ client, door }) => {
    await expect(client.codes.list({})).rejects.toMatchObject({ code: 'project.none' });
    await client.project.create({ path: door.path('d.repere') });
    await expect(client.codes.create({ name: '   ' })).rejects.toMatchObject({ code: 'name.empty' });
    await expect(client.codes.create({ name: 'x'.repeat(10_000) })).rejects.toMatchObject({
      code: 'name.too-long',
      details: { length: 10_000, max: 200 },
    });
    await expect(client.documents.get({ documentId: 77 })).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('n’existe plus'),
    });
  },

  'refuses a call that is not in the contract, and input of another shape': async ({ door }) => {
    const call = door.transport.call.bind(door.transport) as (
      name: string,
      input: unknown,
    ) => Promise<unknown>;
    expect(await call('codes.explode', {})).toMatchObject({ ok: false, error: { code: 'call.unknown' } });
    expect(await call('toString', {})).toMatchObject({ ok: false, error: { code: 'call.unknown' } });
    await createClient(door.transport).project.create({ path: door.path('e.repere') });
    expect(await call('codes.create', { name: 'A', extra: 1 })).toMatchObject({
      ok: false,
      error: { code: 'input.invalid' },
    });
    expect(await call('codes.create', 'A')).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  },

  'stops a long task when asked, and changes nothing': async ({ client, door }) => {
    await client.project.create({ path: door.path('f.repere') });
    const files = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        door.stage(`R${index}.txt`, new TextEncoder().encode(INTERVIEW)),
      ),
    );
    const stop = new AbortController();
    const running = client.import.inspect({ files }, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(running).rejects.toMatchObject({ code: 'call.cancelled' });
    expect(await client.documents.list({})).toEqual([]);
  },
};
