import type { Nodes } from 'mdast';
import { noteReference } from './assemble.ts';

/** Elements that somebody writes into Markdown; `<rires>` is none of them, and is said. */
const HTML_TAG =
  /^<\/?(?:a|abbr|b|big|blockquote|body|br|center|cite|code|col|colgroup|dd|del|details|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|html|i|img|ins|kbd|li|mark|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var)\b[^>]*>$/iu;
/** Spans and raw text as pandoc writes them: `[mot]{.deletion author="…"}`, `` `…`{=openxml} ``. */
const SPAN = /\[([^[\]]*)\]\{((?:[.#][\w-]+|[\w-]+="[^"{}]*")(?:\s+(?:[.#][\w-]+|[\w-]+="[^"{}]*"))*)\}/gu;
const RAW_FORMAT = /^\{=\w+\}/u;

export interface MarkdownCounts {
  insertions: number;
  deletions: number;
  images: number;
}

/** What a paragraph says without the signs that shape it; soft and hard line ends are lines. */
export function inlineText(
  children: readonly Nodes[],
  notes: (identifier: string) => number,
  counts: MarkdownCounts,
): string {
  const parts: string[] = [];
  const pending = children.toReversed();
  let wasCode = false;
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    let text = '';
    if (node.type === 'text') text = node.value;
    else if (node.type === 'inlineCode') text = node.value;
    else if (node.type === 'break') text = '\n';
    else if (node.type === 'html') text = htmlText(node.value);
    else if (node.type === 'footnoteReference') text = noteReference(notes(node.identifier));
    else if (node.type === 'image' || node.type === 'imageReference') counts.images += 1;
    else if ('children' in node) pending.push(...node.children.toReversed());
    if (wasCode && RAW_FORMAT.test(text)) {
      parts.pop();
      text = text.replace(RAW_FORMAT, '');
    }
    wasCode = node.type === 'inlineCode';
    parts.push(text);
  }
  return withoutSpans(parts.join(''), counts);
}

/** HTML among Markdown is dropped, but for what only looks like it. */
export function htmlText(value: string): string {
  if (/^<br\b[^>]*>$/iu.test(value)) return '\n';
  return value.startsWith('<!--') || value.startsWith('<?') || HTML_TAG.test(value) ? '' : value;
}

function withoutSpans(text: string, counts: MarkdownCounts): string {
  if (!text.includes(']{')) return text;
  return text.replaceAll(SPAN, (_span, words: string, attributes: string) => {
    if (attributes.includes('.insertion')) counts.insertions += 1;
    if (!attributes.includes('.deletion')) return words;
    counts.deletions += 1;
    return '';
  });
}
