import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testCore, type TestCore } from '../helpers/core.ts';

let place: TestCore;
beforeEach(async () => {
  place = await testCore({ project: 'p.repere' });
});
afterEach(() => place.end());

const TEXT = 'Q : Oui ?\nAnna : Bien sûr.\nA. : Encore.\nAnna : Voilà.\nA. : Fin.\n';

async function said(documentId: number) {
  const { text, turns, speakers } = await place.client.documents.get({ documentId });
  const names = new Map(speakers.map(({ id, name }) => [id, name]));
  return turns.map(
    ({ speakerId, bodyStart, end }) => `${names.get(speakerId)}: ${text.slice(bodyStart, end)}`,
  );
}

const speaker = async (documentId: number, label: string) =>
  (await place.client.documents.get({ documentId })).speakers.find((each) => each.label === label)!;

describe('speakers after the import', () => {
  test('are listed for all documents in their order', async () => {
    const first = await place.importText('E1', TEXT);
    const second = await place.importText('E2', 'Q : Vous ?\nZoé : Moi.\nQ : Et ?\nZoé : Oui.\n');
    await place.client.documents.move({ documentId: second, position: 0 });
    const listed = await place.client.speakers.list({});
    expect(listed.map(({ documentId, label }) => `${documentId} ${label}`).slice(0, 2)).toEqual([
      `${second} Q`,
      `${second} Zoé`,
    ]);
    expect(listed.filter(({ documentId }) => documentId === first)).toEqual(
      (await place.client.documents.get({ documentId: first })).speakers,
    );
  });

  test('are merged, their turns move, and undo parts them again', async () => {
    const documentId = await place.importText('E1', TEXT);
    await place.client.speakers.redetect({ documentIds: [documentId], labels: ['Q', 'Anna', 'A.'] });
    const before = await said(documentId);
    const [into, from] = [await speaker(documentId, 'Anna'), await speaker(documentId, 'A.')];
    await place.client.speakers.merge({ speakerIds: [from.id], intoSpeakerId: into.id });
    expect(await said(documentId)).toEqual(before.map((each) => each.replace('A.: ', 'Anna: ')));
    await place.client.history.undo({});
    expect(await said(documentId)).toEqual(before);
  });

  test('are detected again with a pattern; who stays keeps name, role and participant', async () => {
    const documentId = await place.importText('E1', '[Q] Oui ?\n[R] Non.\nNote : rien\n');
    const r = await speaker(documentId, 'R');
    await place.client.speakers.update({ speakerId: r.id, name: 'Rose' });
    await place.client.speakers.redetect({ documentIds: [documentId], pattern: '[%NOM%]' });
    expect(await said(documentId)).toEqual(['Q: Oui ?', 'Rose: Non.\nNote : rien']);
    expect(await speaker(documentId, 'R')).toMatchObject({ id: r.id, participantId: r.participantId });
    await expect(
      place.client.speakers.redetect({ documentIds: [documentId], pattern: 'rien' }),
    ).rejects.toMatchObject({ code: 'speakers.pattern' });
  });

  test('get paragraphs by hand, and lose them', async () => {
    const documentId = await place.importText('E1', 'Un.\nDeux.\nTrois.\n', false);
    const { speakerId } = await place.client.speakers.create({
      documentId,
      name: 'Anna',
      role: 'participant',
    });
    await place.client.speakers.assignTurns({ documentId, start: 1, end: 6, speakerId });
    expect(await said(documentId)).toEqual(['Anna: Un.\nDeux.']);
    await place.client.speakers.assignTurns({ documentId, start: 0, end: 1, speakerId: null });
    expect(await said(documentId)).toEqual(['Anna: Deux.']);
  });

  test('are made with the paragraphs they say, as the participant of that name, in one step', async () => {
    const documentId = await place.importText('E1', 'Un.\nDeux.\n', false);
    const { participantId } = await place.client.participants.create({ name: 'Zoé' });
    const newSpeaker = { name: 'Zoé', role: 'participant' as const };
    await place.client.speakers.assignTurns({ documentId, start: 0, end: 1, speakerId: null, newSpeaker });
    expect(await said(documentId)).toEqual(['Zoé: Un.']);
    expect(await speaker(documentId, 'Zoé')).toMatchObject({ participantId });
    await place.client.history.undo({});
    expect(await place.client.speakers.list({})).toEqual([]);
  });

  test('of one label are changed in all documents at once', async () => {
    const one = await place.importText('E1', 'Q : Oui ?\nR : Non.\nQ : Et ?\nR : Rien.');
    const two = await place.importText('E2', 'Q : Oui ?\nR : Non.\nQ : Et ?\nR : Rien.\nFin.');
    const r = await speaker(one, 'R');
    await place.client.speakers.update({ speakerId: r.id, name: 'Rose', role: 'ignored', everywhere: true });
    expect(await speaker(two, 'R')).toMatchObject({ name: 'Rose', role: 'ignored', participantId: null });
  });
});
