import type { Coding } from '../../../src/codings/contract.ts';
import type { Situation } from './situation.ts';

const NAMES = [
  'Urgence',
  'Entraide',
  'Réseau / relais',
  'é\u0301trange 😀',
  'A',
  'B',
  'C',
  '  espaces  ',
  '=1+1',
  'x'.repeat(200),
];
const PROSE = ['', 'Une définition.', 'Deux\nlignes', '« guillemets » ’ \\ " \u0000 fin', '😀'.repeat(30)];

export const name = ({ dice }: Situation) => dice.pick(NAMES)!;
export const prose = ({ dice }: Situation) => dice.pick(PROSE)!;
export const place = ({ dice }: Situation) => dice.below(4);

export async function anyId(
  situation: Situation,
  list: () => Promise<readonly { readonly id: number }[]>,
): Promise<number | null> {
  const items = await list();
  // Now and then something that is not there: it must be refused and change nothing.
  return situation.dice.chance(40) ? 999_999 : (situation.dice.pick(items)?.id ?? null);
}

export const document = (s: Situation) => anyId(s, () => s.client.documents.list({}));
export const code = (s: Situation) => anyId(s, () => s.client.codes.list({}));
export const participant = (s: Situation) => anyId(s, () => s.client.participants.list({}));
export const hypothesis = (s: Situation) => anyId(s, () => s.client.hypotheses.list({}));
export const memo = (s: Situation) => anyId(s, () => s.client.memos.list({}));
export const topic = (s: Situation) => anyId(s, () => s.client.guide.list({}));
export const version = (s: Situation) => anyId(s, () => s.client.versions.list({}));
export const set = (s: Situation) => anyId(s, () => s.client.sets.list({}));
export const group = (s: Situation) =>
  anyId(s, async () => (await s.client.hypotheses.list({})).flatMap((each) => each.groups));
export const mapping = (s: Situation) =>
  anyId(s, async () => (await s.client.hypotheses.list({})).flatMap((each) => each.mappings));

export async function codings(s: Situation): Promise<readonly number[]> {
  return (await allCodings(s)).map((each) => each.id);
}

export async function allCodings(s: Situation): Promise<readonly Coding[]> {
  const documents = await s.client.documents.list({});
  const lists = await Promise.all(
    documents.map((each) => s.client.codings.ofDocument({ documentId: each.id })),
  );
  return lists.flat();
}

export async function passage(
  s: Situation,
): Promise<{ documentId: number; start: number; end: number } | null> {
  const id = await document(s);
  if (id === null || id === 999_999) return null;
  const { text } = await s.client.documents.get({ documentId: id });
  const [a, b] = [s.dice.below(text.length + 2), s.dice.below(text.length + 2)];
  return { documentId: id, start: Math.min(a, b), end: Math.max(a, b) };
}

/** With an id in hand, the input; without, nothing can be done. */
export async function withId<T>(
  id: Promise<number | null>,
  input: (id: number) => T | Promise<T>,
): Promise<T | null> {
  const known = await id;
  return known === null ? null : input(known);
}

/** Some codes of the project, at least one. */
export async function withCodes<T>(
  s: Situation,
  input: (codeIds: number[]) => T | Promise<T>,
): Promise<T | null> {
  const first = await code(s);
  const others = s.dice.some((await s.client.codes.list({})).map((each) => each.id)).slice(0, 3);
  return first === null ? null : input([...new Set([first, ...others])]);
}
