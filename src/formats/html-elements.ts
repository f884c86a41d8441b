import { attributeOf, classesOf, type HtmlElement } from './html-tree.ts';

/** Never part of what is said: programs, looks, ways around the page, and what somebody would type or press. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'head', 'title', 'meta', 'link', 'base', 'script', 'style', 'template', 'noscript', 'nav', 'svg', 'canvas', 'iframe', 'frame',
  'frameset', 'noframes', 'object', 'embed', 'applet', 'audio', 'video', 'input', 'textarea', 'select', 'datalist',
  'button', 'option', 'optgroup', 'meter', 'progress', 'map', 'dialog', 'rt', 'rp', 'col', 'colgroup',
]); // prettier-ignore

/** What begins and ends a paragraph (HTML Standard, 15.3). */
const BLOCKS: ReadonlySet<string> = new Set([
  'html', 'body', 'address', 'article', 'aside', 'blockquote', 'center', 'dd', 'details', 'dir', 'div', 'dl', 'dt',
  'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr',
  'legend', 'li', 'listing', 'main', 'menu', 'ol', 'p', 'plaintext', 'pre', 'search', 'section', 'summary', 'table',
  'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'caption', 'ul', 'xmp',
]); // prettier-ignore

export function isBlock(element: HtmlElement): boolean {
  return BLOCKS.has(element.tagName);
}

/** Why an element is no part of the text; `null` for one that is. */
export function leftOut(element: HtmlElement): 'markup' | 'hidden' | 'deleted' | null {
  const { tagName } = element;
  if (LEFT_OUT.has(tagName)) return 'markup';
  if (attributeOf(element, 'hidden') !== null || attributeOf(element, 'aria-hidden') === 'true')
    return 'hidden';
  const style = attributeOf(element, 'style');
  if (style !== null && /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/iu.test(style))
    return 'hidden';
  // A line through words is how some write a hesitation; only who and when make it a tracked change.
  const isTracked = attributeOf(element, 'datetime') !== null || attributeOf(element, 'cite') !== null;
  if (tagName === 'del' && isTracked) return 'deleted';
  return classesOf(element).some((name) => name === 'msoDel' || name === 'deletion') ? 'deleted' : null;
}

export function isInsertion(element: HtmlElement): boolean {
  return element.tagName === 'ins' && attributeOf(element, 'datetime') !== null;
}

/** 1 to 6 for a heading. */
export function headingLevel(element: HtmlElement): number | null {
  const level = /^h([1-6])$/u.exec(element.tagName)?.[1];
  return level === undefined ? null : Number(level);
}

/** Whether white space counts inside; `null` when the element does not say. */
export function keepsSpace(element: HtmlElement): boolean | null {
  const style = /white-space\s*:\s*([a-z-]+)/iu.exec(attributeOf(element, 'style') ?? '')?.[1]?.toLowerCase();
  if (style !== undefined) return style === 'pre' || style === 'pre-wrap' || style === 'break-spaces';
  return ['pre', 'listing', 'xmp', 'plaintext'].includes(element.tagName) ? true : null;
}

/** Tabs that Word writes as spaces, with their number. */
export function wordTabs(element: HtmlElement): number {
  const count = /mso-tab-count\s*:\s*(\d{1,2})/iu.exec(attributeOf(element, 'style') ?? '')?.[1];
  return count === undefined ? 0 : Number(count);
}
