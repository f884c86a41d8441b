import type { DocumentProperties } from './parsed-document.ts';

/** Longer than any that somebody wrote. */
const MAX_LENGTH = 10_000;
const FENCED = /^---[ \t]*\n((?:(?!---|\.\.\.)[^\n]*\n)*)(?:---|\.\.\.)[ \t]*(?:\n|$)/u;
const ENTRY = /^(?:[\w-]+:(?:[ \t].*)?|[ \t]+.*|- .*|#.*|)$/u;

/** What stands between two lines of hyphens at the start and reads as keys and values; the rest is the text. */
export function splitFrontMatter(source: string): {
  readonly properties: DocumentProperties;
  readonly body: string;
} {
  const found = FENCED.exec(source.slice(0, MAX_LENGTH));
  const lines = found?.[1]?.split('\n') ?? [];
  // Two rules around what somebody says are no front matter.
  const isData = lines.some((line) => /^[\w-]+:/u.test(line)) && lines.every((line) => ENTRY.test(line));
  if (found === null || !isData) return { properties: {}, body: source };
  const value = (key: string): string => {
    const line = lines.find((entry) => entry.startsWith(`${key}:`)) ?? '';
    return line.slice(key.length + 1).trim().replace(/^(["'])(.*)\1$/u, '$2'); // prettier-ignore
  };
  const values = { title: value('title'), author: value('author'), created: value('date') };
  const properties = Object.fromEntries(Object.entries(values).filter(([, text]) => text !== ''));
  return { properties, body: source.slice(found[0].length) };
}
