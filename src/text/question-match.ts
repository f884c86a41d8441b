import { fold } from './fold.ts';

/** Words that say little about what is asked: they count for a fifth. French and English, folded. */
const LIGHT_WORDS = new Set(
  `a ai as au aux avec avez avons c ca ce ces cet cette comment d dans de des du elle en es est et etait ete etes eu
  il ils j je l la le les leur lui m ma mais me mes moi n ne nous on ou par pas plus pour pouvez pourriez qu quand que
  quel quelle quelles quels qui quoi s sa se ses si son sont sur t ta te tu un une votre vos vous y
  about an and any are at be can could did do does for from have how i in is it me my of on or that the there this to
  was what when where which who why will with would you your`.split(/\s+/u),
);
const LIGHT = 0.2;
/** From this likeness on two words are forms of one (« utilisez », « utilisiez »). */
const SAME_WORD = 0.5;

/** A question or an utterance, ready to be compared. */
export interface Utterance {
  readonly folded: string;
  readonly words: readonly string[];
}

export function utterance(text: string): Utterance {
  const words = fold(text).folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return { folded: words.join(' '), words: [...new Set(words)] };
}

/**
 * How surely an utterance asks a question, 0 to 1. The share of the question's words that come back, small words
 * weighing a fifth and forms of one word counting as likely as their trigrams are alike (Dice 1945), lessened by up to
 * a fifth for what else is said. The same words give 1; no telling word in common gives 0.
 */
export function questionScore(question: Utterance, said: Utterance): number {
  if (question.words.length === 0) return 0;
  if (question.folded === said.folded) return 1;
  const recall = share(question.words, said.words);
  if (recall.telling === 0) return 0;
  const precision = share(said.words, question.words);
  return recall.share * (0.8 + 0.2 * precision.share);
}

/** The best of several questions for an utterance; `null` when none reaches the threshold. The first wins a tie. */
export function bestQuestion(
  questions: readonly Utterance[],
  said: Utterance,
  threshold: number,
): { readonly index: number; readonly score: number } | null {
  let best: { readonly index: number; readonly score: number } | null = null;
  for (const [index, question] of questions.entries()) {
    const score = questionScore(question, said);
    if (score >= threshold && score > (best?.score ?? 0)) best = { index, score };
  }
  return best;
}

/** Weighted share of `wanted` that is found in `given`; `telling` is the part of it that small words do not make. */
function share(wanted: readonly string[], given: readonly string[]) {
  let total = 0;
  let found = 0;
  let telling = 0;
  for (const word of wanted) {
    const weight = LIGHT_WORDS.has(word) ? LIGHT : 1;
    const likeness = given.includes(word) ? 1 : weight === LIGHT ? 0 : likest(word, given);
    total += weight;
    found += weight * likeness;
    if (weight === 1) telling += likeness;
  }
  return { share: total === 0 ? 0 : found / total, telling };
}

function likest(word: string, others: readonly string[]): number {
  let best = 0;
  for (const other of others) {
    // Forms of one word begin alike: comparing only these keeps long turns fast.
    if (other[0] !== word[0] || other[1] !== word[1]) continue;
    best = Math.max(best, dice(trigrams(word), trigrams(other)));
  }
  return best >= SAME_WORD ? best : 0;
}

function trigrams(word: string): ReadonlySet<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const gram of one) if (other.has(gram)) common += 1;
  return (2 * common) / (one.size + other.size);
}
