import { attributeOf, childrenOf, classesOf, parentOf, type HtmlElement } from './html-tree.ts';

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

/** Around what a page is about, unless they stand in it. */
const AROUND: ReadonlySet<string> = new Set(['header', 'footer', 'aside']);
const TEXT_OF_PAGE: ReadonlySet<string> = new Set(['main', 'article']);

export function isBlock(element: HtmlElement): boolean {
  return BLOCKS.has(element.tagName);
}

/** Why an element is no part of the text; `null` for one that is. */
export function leftOut(element: HtmlElement): 'markup' | 'hidden' | 'deleted' | null {
  const { tagName } = element;
  if (LEFT_OUT.has(tagName) || isAroundTheText(element)) return 'markup';
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

/** The site's own head, foot and side: where a page says which part is its text, these stand outside of it. */
function isAroundTheText(element: HtmlElement): boolean {
  if (!AROUND.has(element.tagName)) return false;
  let top: HtmlElement | null = null;
  for (let at: HtmlElement | null = element; at !== null; at = parentOf(at)) {
    if (TEXT_OF_PAGE.has(at.tagName)) return false;
    top = at;
  }
  return top !== null && holdsText(top);
}

/** By the outermost element: a page is looked through once. */
const pagesWithText = new WeakMap<HtmlElement, boolean>();

function holdsText(page: HtmlElement): boolean {
  const before = pagesWithText.get(page);
  if (before !== undefined) return before;
  const left: HtmlElement[] = [page];
  let holds = false;
  for (let next = left.pop(); next !== undefined && !holds; next = left.pop()) {
    holds = TEXT_OF_PAGE.has(next.tagName);
    left.push(...childrenOf(next));
  }
  pagesWithText.set(page, holds);
  return holds;
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
