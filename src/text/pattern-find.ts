import { fold } from './fold.ts';
import { snapToGraphemes } from './graphemes.ts';
import type { TextRange } from './range.ts';
import type { Assertion } from './pattern-parse.ts';
import { isWordCharacter, type Pattern } from './pattern-program.ts';

/** After so much work the finder lets its caller look at the clock. */
const WORK = 20_000;

/** Ways of reading that are open at a place of the text, the preferred first, each with where it began. */
interface Ways {
  readonly steps: Int32Array;
  readonly starts: Int32Array;
  readonly seen: Int32Array;
  count: number;
}

/**
 * Where a pattern is found in a stretch of text: ascending, never overlapping, never empty, whole characters. The
 * first place counts, and there what the pattern prefers, as JavaScript's own expressions have it; but all ways are
 * followed at once, so that no pattern runs away. Gives way now and then, for the caller to go on or to stop.
 */
export function* findPattern(
  pattern: Pattern,
  text: string,
  { respectAccents = false }: { readonly respectAccents?: boolean } = {},
): Generator<void, TextRange[]> {
  const folded = respectAccents ? null : fold(text);
  const found: TextRange[] = [];
  for (const hit of yield* findIn(pattern, folded?.folded ?? text)) {
    const range = snapToGraphemes(text, folded?.rangeToOriginal(hit) ?? hit);
    if (range.start >= (found.at(-1)?.end ?? 0) && range.start < range.end) found.push(range);
  }
  return found;
}

function* findIn(pattern: Pattern, text: string): Generator<void, TextRange[]> {
  const found: TextRange[] = [];
  const search = new Search(pattern, text);
  for (let from = 0; from <= text.length;) {
    const hit = yield* search.first(from);
    if (hit === null) break;
    if (hit.end > hit.start) found.push(hit);
    from = hit.end > hit.start ? hit.end : hit.end + widthAt(text, hit.end);
  }
  return found;
}

class Search {
  readonly #pattern: Pattern;
  readonly #text: string;
  #now: Ways;
  #next: Ways;
  #turn = 0;
  #work = 0;
  readonly #open: number[] = [];

  constructor(pattern: Pattern, text: string) {
    this.#pattern = pattern;
    this.#text = text;
    this.#now = emptyWays(pattern.steps.length);
    this.#next = emptyWays(pattern.steps.length);
  }

  *first(from: number): Generator<void, TextRange | null> {
    const { steps, mayBegin } = this.#pattern;
    const text = this.#text;
    let best: TextRange | null = null;
    this.#now.count = 0;
    this.#turn += 1;
    for (let at = from; ;) {
      if (best === null) {
        if (this.#now.count === 0) {
          for (; at < text.length && !mayBegin(text.codePointAt(at) ?? 0); at += widthAt(text, at))
            if (this.#isEnough()) yield;
          this.#turn += 1;
        }
        this.#add(this.#now, 0, at, at);
      } else if (this.#now.count === 0) return best;
      const codePoint = at < text.length ? (text.codePointAt(at) ?? 0) : -1;
      const after = at + widthAt(text, at);
      this.#turn += 1;
      this.#next.count = 0;
      for (let way = 0; way < this.#now.count; way += 1) {
        if (this.#isEnough()) yield;
        const step = this.#now.steps[way] ?? 0;
        const start = this.#now.starts[way] ?? 0;
        const what = steps[step];
        if (what?.kind === 'found') {
          best = { start, end: at };
          break;
        }
        if (what?.kind === 'set' && codePoint >= 0 && what.accepts(codePoint))
          this.#add(this.#next, step + 1, start, after);
      }
      if (at >= text.length) return best;
      [this.#now, this.#next] = [this.#next, this.#now];
      at = after;
    }
  }

  #isEnough(): boolean {
    this.#work += 1;
    if (this.#work < WORK) return false;
    this.#work = 0;
    return true;
  }

  /** Opens a step, and all that can be reached from it without a character. */
  #add(ways: Ways, step: number, start: number, at: number): void {
    const { steps } = this.#pattern;
    const open = this.#open;
    open.push(step);
    for (let each = open.pop(); each !== undefined; each = open.pop()) {
      if (ways.seen[each] === this.#turn) continue;
      ways.seen[each] = this.#turn;
      this.#work += 1;
      const what = steps[each];
      if (what?.kind === 'go') open.push(what.to);
      else if (what?.kind === 'either') open.push(what.second, what.first);
      else if (what?.kind === 'assert') {
        if (holds(what.what, this.#text, at)) open.push(each + 1);
      } else {
        ways.steps[ways.count] = each;
        ways.starts[ways.count] = start;
        ways.count += 1;
      }
    }
  }
}

function emptyWays(steps: number): Ways {
  return {
    steps: new Int32Array(steps),
    starts: new Int32Array(steps),
    seen: new Int32Array(steps),
    count: 0,
  };
}

function holds(what: Assertion, text: string, at: number): boolean {
  switch (what) {
    case 'start':
      return at === 0;
    case 'end':
      return at === text.length;
    case 'edge':
      return isWordBefore(text, at) !== isWordAt(text, at);
    case 'no-edge':
      return isWordBefore(text, at) === isWordAt(text, at);
  }
}

function isWordAt(text: string, at: number): boolean {
  return at < text.length && isWordCharacter(text.codePointAt(at) ?? 0);
}

function isWordBefore(text: string, at: number): boolean {
  if (at <= 0) return false;
  const isPair = at > 1 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 2, at));
  return isWordCharacter(text.codePointAt(isPair ? at - 2 : at - 1) ?? 0);
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
