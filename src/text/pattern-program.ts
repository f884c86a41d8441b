import {
  parsePattern,
  WORD_CLASS,
  type Assertion,
  type PatternNode,
  type PatternProblem,
} from './pattern-parse.ts';

/** One step of a program: accept a character, assert a place, go on in two ways (the first is preferred), or end. */
export type Step =
  | { readonly kind: 'set'; readonly accepts: CharacterSet }
  | { readonly kind: 'assert'; readonly what: Assertion }
  | { readonly kind: 'either'; readonly first: number; readonly second: number }
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'found' };

export type CharacterSet = (codePoint: number) => boolean;

/** A pattern that is looked for in a time that grows with the text and with the pattern, never with their power. */
export interface Pattern {
  readonly steps: readonly Step[];
  /** Whether a match may begin with this character. */
  readonly mayBegin: CharacterSet;
}

/** Most steps that a pattern may come to when its repetitions are written out. */
const MAX_STEPS = 2_000;
export const isWordCharacter = characterSet(WORD_CLASS);

/** Makes a pattern ready; case never matters. `folds`: it will be looked for in folded texts. */
export function compilePattern(
  source: string,
  folds: boolean,
): Pattern | { readonly problem: PatternProblem } {
  const node = parsePattern(source, folds);
  if ('problem' in node) return node;
  const writer = new Writer();
  if (!writer.write(node)) return { problem: 'pattern-large' };
  const steps: readonly Step[] = [...writer.steps, { kind: 'found' }];
  return { steps, mayBegin: beginnings(steps) };
}

class Writer {
  readonly steps: Step[] = [];
  readonly #sets = new Map<string, CharacterSet>();
  /** Repetitions of nothing leave no step, but take their time. */
  #written = 0;

  /** Appends the steps of a node; `false` when they become too many. */
  write(node: PatternNode): boolean {
    this.#written += 1;
    if (this.steps.length > MAX_STEPS || this.#written > 10 * MAX_STEPS) return false;
    switch (node.kind) {
      case 'set':
        this.steps.push({ kind: 'set', accepts: this.#set(node.source) });
        return true;
      case 'assert':
        this.steps.push(node);
        return true;
      case 'sequence':
        return node.parts.every((part) => this.write(part));
      case 'choice':
        return this.#choice(node.options);
      case 'repeat':
        return this.#repeat(node);
    }
  }

  #set(source: string): CharacterSet {
    const known = this.#sets.get(source) ?? characterSet(source);
    this.#sets.set(source, known);
    return known;
  }

  #choice(options: readonly PatternNode[]): boolean {
    const ends: number[] = [];
    for (const [at, option] of options.entries()) {
      const isLast = at === options.length - 1;
      const fork = isLast ? null : this.#later();
      if (!this.write(option)) return false;
      if (fork === null) continue;
      ends.push(this.#later());
      this.steps[fork] = { kind: 'either', first: fork + 1, second: this.steps.length };
    }
    for (const end of ends) this.steps[end] = { kind: 'go', to: this.steps.length };
    return true;
  }

  #repeat({ of, from, to, isLazy }: Extract<PatternNode, { kind: 'repeat' }>): boolean {
    const either = (into: number, past: number): Step =>
      isLazy ? { kind: 'either', first: past, second: into } : { kind: 'either', first: into, second: past };
    for (let time = 0; time < from; time += 1) if (!this.write(of)) return false;
    const forks: number[] = [];
    for (let time = from; time < to; time += 1) {
      const fork = this.#later();
      forks.push(fork);
      if (!this.write(of)) return false;
      if (to !== Infinity) continue;
      this.steps.push({ kind: 'go', to: fork });
      break;
    }
    for (const fork of forks) this.steps[fork] = either(fork + 1, this.steps.length);
    return true;
  }

  /** Room for a step that is only known when what follows is written. */
  #later(): number {
    return this.steps.push({ kind: 'go', to: 0 }) - 1;
  }
}

/** Whether an expression of one character accepts one, remembered for each. */
function characterSet(source: string): CharacterSet {
  const expression = new RegExp(`^(?:${source})$`, 'iu');
  return remembering((codePoint) => expression.test(String.fromCodePoint(codePoint)));
}

/** What stands first in some match; all that there is where a match may be empty. */
function beginnings(steps: readonly Step[]): CharacterSet {
  const sets: CharacterSet[] = [];
  const seen = new Set<number>();
  const waiting = [0];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const step = steps[at];
    if (step?.kind === 'set') sets.push(step.accepts);
    else if (step?.kind === 'either') waiting.push(step.first, step.second);
    else if (step?.kind === 'go') waiting.push(step.to);
    else if (step?.kind === 'assert') waiting.push(at + 1);
    else return () => true;
  }
  return remembering((codePoint) => sets.some((accepts) => accepts(codePoint)));
}

function remembering(asked: CharacterSet): CharacterSet {
  const known = new Map<number, boolean>();
  return (codePoint) => {
    let answer = known.get(codePoint);
    if (answer === undefined) {
      answer = asked(codePoint);
      known.set(codePoint, answer);
    }
    return answer;
  };
}
