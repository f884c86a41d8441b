/** What stands at the beginning of a line: headings, quotations, bullets. */
const LINE = /^[ \t]*(?:#{1,6}[ \t]+|(?:>[ \t]?)+|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)+/gmu;
/** A rule, or the fence of a block of code. */
const RULE = /^[ \t]*(?:(?:[-*_][ \t]*){3,}|(?:`{3,}|~{3,}).*)$/gmu;
/** Marks around words, the longest first; a mark beside a space, or within a word as in `a_b`, is a character. */
const AROUND = [
  /(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1/gu,
  /(?<![\p{L}\p{N}*])(\*)(?=[^\s*])([^*\n]+?)(?<=[^\s*])\1(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_])(_)(?=[^\s_])([^_\n]+?)(?<=[^\s_])\1(?![\p{L}\p{N}_])/gu,
  /(`+)(?!`)(.+?)(?<!`)\1(?!`)/gu,
] as const;
const LINKED = /!?\[([^[\]\n]*)\]\([^()\s]*\)/gu;

/**
 * The words of a Markdown text without their marks, for a line in a list: no `**`, no `#`, a link by its name. The
 * numbers of a list stay. A guess at what is a mark; what is none stays as it is.
 */
export function withoutMarks(markdown: string): string {
  let text = markdown.replaceAll(RULE, '').replaceAll(LINE, '').replaceAll(LINKED, '$1');
  for (const mark of AROUND) text = text.replaceAll(mark, '$2');
  return text;
}
