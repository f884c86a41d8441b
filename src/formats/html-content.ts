import { defaultTreeAdapter } from 'parse5';
import type { NoteLines } from './assemble.ts';
import type { Line } from './docx-lines.ts';
import { HtmlBody, type HtmlCounts } from './html-body.ts';
import { findNotes } from './html-notes.ts';
import { attributeOf, parseHtml, walkHtml, type HtmlElement, type HtmlRoot } from './html-tree.ts';
import type { DocumentProperties } from './parsed-document.ts';

export interface HtmlContent {
  readonly lines: readonly Line[];
  readonly notes: readonly NoteLines[];
  readonly properties: DocumentProperties;
  readonly counts: HtmlCounts;
}

/**
 * The lines and notes of a page. `firstNote` is the number of its first note, for books of many pages. Errors:
 * `format.too-deep`, `format.too-large`, `format.cancelled`.
 */
export async function readHtmlContent(
  page: string,
  { firstNote = 1, signal }: { readonly firstNote?: number; readonly signal?: AbortSignal | undefined },
): Promise<HtmlContent> {
  const root = await parseHtml(isXhtml(page) ? withoutSelfClosing(page) : page, signal);
  const body = new HtmlBody(await findNotes(root, firstNote, signal));
  await walkHtml(
    root,
    {
      enter: (element) => body.enter(element),
      leave: (element) => body.leave(element),
      text: (value) => body.text(value),
    },
    signal,
  );
  return {
    lines: body.lines(),
    notes: body.notes(),
    properties: propertiesOf(root),
    counts: body.counts,
  };
}

function isXhtml(page: string): boolean {
  return /<\?xml\b|xmlns\s*=/u.test(page.slice(0, 2_048));
}

/** In XHTML an empty element may close itself; HTML would take all that follows for its content. */
function withoutSelfClosing(page: string): string {
  const isVoid = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/iu;
  return page.replaceAll(/<([A-Za-z][^<>]*)\/>/gu, (tag, inside: string) => {
    const [name = ''] = inside.split(/\s/u, 1);
    return isVoid.test(name) ? tag : `<${inside}></${name}>`;
  });
}

function propertiesOf(root: HtmlRoot): DocumentProperties {
  const head = childNamed(childNamed(root, 'html'), 'head');
  const elements = head?.childNodes.filter((node) => defaultTreeAdapter.isElementNode(node)) ?? [];
  const title = elements.find((element) => element.tagName === 'title');
  const meta = (...names: readonly string[]): string => {
    const found = elements.find((element) =>
      names.includes(attributeOf(element, 'name')?.toLowerCase() ?? ''),
    );
    return found === undefined ? '' : (attributeOf(found, 'content') ?? '');
  };
  const values = {
    title: title?.childNodes.map((node) => ('value' in node ? node.value : '')).join('') ?? '',
    author: meta('author', 'dc.creator'),
    created: meta('created', 'dcterms.date', 'dcterms.created', 'date'),
  };
  const clean = Object.entries(values).map(
    ([key, value]) => [key, value.replaceAll(/\s+/gu, ' ').trim()] as const,
  );
  return Object.fromEntries(clean.filter(([, value]) => value !== ''));
}

function childNamed(parent: HtmlRoot | HtmlElement | undefined, name: string): HtmlElement | undefined {
  return parent?.childNodes
    .filter((node) => defaultTreeAdapter.isElementNode(node))
    .find((element) => element.tagName === name);
}
