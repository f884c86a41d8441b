import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testCore, type TestCore } from '../helpers/core.ts';
import { ProjectDump } from '../helpers/dump.ts';

let bench: TestCore;
let dump: ProjectDump;
beforeEach(async () => {
  bench = await testCore({ project: 'p.repere' });
  dump = new ProjectDump(bench.path('p.repere'));
});
afterEach(() => bench.end());

const goTo = (stepId: number) => bench.client.history.goTo({ stepId });
const steps = () => bench.client.history.list({});

/** Makes codes one after the other and answers how the project was after each, the empty one first. */
async function work(count: number): Promise<(readonly string[])[]> {
  const states = [dump.take()];
  for (let at = 1; at <= count; at += 1) {
    await bench.client.codes.create({ name: `Code ${at}` });
    states.push(dump.take());
  }
  return states;
}

describe('going to a point of the history', () => {
  test('undoes to it and redoes to it, exactly, also to before everything', async () => {
    const states = await work(6);
    const ids = (await steps()).map(({ id }) => id).toReversed();
    expect(await goTo(ids[1]!)).toEqual({ undone: 4, redone: 0, reached: true });
    expect(dump.take()).toEqual(states[2]);
    expect(await goTo(ids[4]!)).toEqual({ undone: 0, redone: 3, reached: true });
    expect(dump.take()).toEqual(states[5]);
    expect(await goTo(0)).toEqual({ undone: 5, redone: 0, reached: true });
    expect(dump.take()).toEqual(states[0]);
    expect(await goTo(ids[5]!)).toEqual({ undone: 0, redone: 6, reached: true });
    expect(dump.take()).toEqual(states[6]);
  });

  test('wherever one goes in whatever order, every table is as it was there', async () => {
    const { client } = bench;
    const states = new Map([[0, dump.take()]]);
    const after = async (work: Promise<unknown>) => {
      await work;
      const [newest] = await client.history.list({ limit: 1 });
      states.set(newest!.id, dump.take());
    };
    await after(bench.importText('R1', 'ENQ : Quoi ?\nR1 : On s’entraide toujours.\n'));
    const [document] = await client.documents.list({});
    const documentId = document!.id;
    for (const name of ['Aide', 'Entraide']) await after(client.codes.create({ name }));
    const [a, b] = (await client.codes.list({})).map(({ id }) => id);
    for (const [at, codeId] of [a!, b!].entries())
      await after(client.codings.create({ documentId, start: 19 + at, end: 30, codeIds: [codeId] }));
    await after(client.memos.create({ title: 'Idée', body: 'x', target: { kind: 'code', id: a! } }));
    const { textVersionId } = await client.documents.get({ documentId });
    const edits = [{ start: 18, end: 18, text: 'Bon. ' }];
    await after(client.documents.edit({ changes: [{ documentId, textVersionId, edits }] }));
    await after(client.codes.merge({ codeIds: [a!], intoId: b!, definitions: 'join' }));
    await after(client.documents.remove({ documentIds: [documentId] }));
    const walk = fc.array(fc.constantFrom(...states.keys()), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(walk, async (targets) => {
        for (const stepId of targets) {
          expect(await goTo(stepId)).toMatchObject({ reached: true });
          expect(dump.take()).toEqual(states.get(stepId));
        }
      }),
      { numRuns: 25 },
    );
  });

  test('tells the windows once what became of everything', async () => {
    await work(5);
    const before = bench.events.length;
    await goTo(0);
    const told = bench.events.slice(before).filter((event) => event.type === 'changed');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ origin: 'undo', tables: ['code'] });
    expect(told[0]?.codes).toHaveLength(5);
  });

  test('where it is already, nothing happens; an abandoned or unknown step cannot be reached', async () => {
    await work(2);
    const [newest, first] = await steps();
    expect(await goTo(newest!.id)).toEqual({ undone: 0, redone: 0, reached: true });
    await goTo(first!.id);
    await bench.client.codes.create({ name: 'Autre' });
    const state = dump.take();
    expect(await goTo(newest!.id)).toEqual({ undone: 0, redone: 0, reached: false });
    expect(await goTo(999)).toEqual({ undone: 0, redone: 0, reached: false });
    expect(dump.take()).toEqual(state);
  });

  test('stops at work done meanwhile in another window, which stays', async () => {
    const { client } = bench;
    await client.codes.create({ name: 'Premier' });
    // So much that it takes more than one go.
    for (let at = 0; at < 400; at += 1) await client.codes.create({ name: `Code ${at}` });
    const going = goTo(0);
    const made = client.codes.create({ name: 'Entre-temps' });
    const { undone, reached } = await going;
    await made;
    expect((await client.codes.list({})).map(({ name }) => name)).toContain('Entre-temps');
    expect(reached).toBe(false);
    expect(undone).toBeLessThan(401);
  });

  test('can be stopped between two steps, with the windows told of those that were undone', async () => {
    const { client, core } = bench;
    for (let at = 0; at < 400; at += 1) await client.codes.create({ name: `Code ${at}` });
    const stop = new AbortController();
    const answer = await core.call(
      'history.goTo',
      { stepId: 0 },
      { locale: 'fr', signal: stop.signal, onProgress: () => stop.abort() },
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'call.cancelled' } });
    const left = (await client.codes.list({})).length;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(400);
    const told = bench.events.filter((event) => event.type === 'changed' && event.origin === 'undo');
    expect(told).toHaveLength(1);
  });
});

describe('the list of steps', () => {
  test('is searched by sentence and coder, whatever the case and the accents, and names what it touched', async () => {
    const documentId = await bench.importText('R1', 'ENQ : Quoi ?\nR1 : On s’entraide toujours.\n');
    const { codeId } = await bench.client.codes.create({ name: 'Équité' });
    await bench.client.codings.create({ documentId, start: 19, end: 30, codeIds: [codeId] });
    const found = await bench.client.history.list({ search: 'EQUITE', touched: true });
    expect(found.map(({ command }) => command)).toEqual(['codings.create', 'codes.create']);
    expect(found[0]?.touched).toEqual({
      documents: [{ id: documentId, name: 'R1' }],
      documentCount: 1,
      codes: [{ id: codeId, name: 'Équité' }],
      codeCount: 1,
    });
    expect(await bench.client.history.list({ coderName: 'Personne' })).toEqual([]);
    await bench.client.codes.remove({ codeIds: [codeId] });
    const [removal] = await bench.client.history.list({ touched: true, limit: 1 });
    expect(removal?.touched?.codes).toEqual([{ id: codeId, name: 'Équité' }]);
  });

  test('says of a step with several documents how many they were', async () => {
    for (const name of ['R1', 'R2']) await bench.importText(name, 'Une phrase.\n');
    const documents = await bench.client.documents.list({});
    await bench.client.documents.remove({ documentIds: documents.map(({ id }) => id) });
    const [step] = await steps();
    expect(step?.label).toBe('2 documents supprimés avec 0 segment, dont «\u00a0R1\u00a0»');
  });
});
