import { filesBelow, rareWords, wordsOnDisk } from '../disk-words.ts';
import { furnished, importText, open, type Found, type Hand, type Operation } from './furnish.ts';

// What is taken out for good: once it was begun, no word of it is found anywhere after the next opening.

const WORDS = rareWords(24, 'zu');
const OTHERS = rareWords(12, 'vy');
const ALONE = `Enquêtrice : Et vous ?\nZuqrostine : ${WORDS.slice(0, 12).join(' ')}.\nEnquêtrice : Oui.\nZuqrostine : Rien.\n`;
const SHARED = `Paulette : ${OTHERS.join(' ')}.\nZuqrostine : ${WORDS.slice(12).join(' ')}.\nPaulette : Oui.\nZuqrostine : Non.\n`;

/** Somebody alone and with another one, quoted in a memo, with a text of before, and copies of all that. */
async function interviews(hand: Hand): Promise<void> {
  const { client } = hand;
  const documentId = await importText(hand, 'Zuqentretien', ALONE);
  await importText(hand, 'Groupe', SHARED);
  await client.codings.create({ documentId, start: 30, end: 60, codeIds: [1] });
  const quoted = WORDS.slice(2, 9).join(' ');
  await client.memos.create({ title: 'Libre', body: `Dit : ${quoted}.`, target: { kind: 'free' } });
  await client.project.backup({});
  const { text, textVersionId } = await client.documents.get({ documentId });
  const at = text.indexOf(WORDS[0] ?? '');
  const edits = [{ start: at, end: at + (WORDS[0] ?? '').length, text: 'corrigé' }];
  await client.documents.edit({ changes: [{ documentId, textVersionId, edits }] });
}

function erasing(
  name: string,
  from: NonNullable<Operation['from']>,
  words: readonly string[],
  erase: (hand: Hand) => Promise<unknown>,
): Operation {
  return {
    name,
    from,
    prepare: (folder, journal) => furnished(folder, journal, interviews),
    work: async (hand) => {
      await open(hand);
      await hand.client.codes.create({ name: 'Avant' });
      await erase(hand);
      await hand.client.project.close({});
    },
    judge: ({ folder, states, told, digest, warnings }: Found) => {
      const done = told.indexOf(from);
      const wasBegun = done !== -1 || digest !== states[told.length] || warnings.includes('erasure-resumed');
      const left = wordsOnDisk(filesBelow(folder), words);
      if (wasBegun) return left;
      return left.length === 0 ? ['nothing was taken out, and yet the words are gone'] : [];
    },
  };
}

export const ERASING_OPERATIONS: readonly Operation[] = [
  erasing(
    'deletion for good',
    'documents.deleteForGood',
    [...WORDS.slice(0, 12), 'Zuqentretien'],
    async ({ client }) => {
      const documents = await client.documents.list({});
      const documentIds = documents.filter((each) => each.name === 'Zuqentretien').map(({ id }) => id);
      await client.documents.deleteForGood({ confirmed: true, documentIds });
    },
  ),
  erasing('withdrawal', 'participants.withdraw', [...WORDS, 'Zuqrostine'], async ({ client }) => {
    const participants = await client.participants.list({});
    const participantId = participants.find((each) => each.name === 'Zuqrostine')?.id ?? 0;
    await client.participants.withdraw({ confirmed: true, participantId });
  }),
];
