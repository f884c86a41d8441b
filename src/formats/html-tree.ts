import { setImmediate } from 'node:timers/promises';
import { defaultTreeAdapter, Parser, type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes } from 'parse5';
import { LIMITS } from './limits.ts';
import { FormatError, holdLimit, stopIfCancelled } from './parsed-document.ts';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlRoot = DefaultTreeAdapterTypes.Document;

const SLICE = 64 * 1024;
/** Characters of a text before another one begins: a parser adds it word by word. */
const TEXT_NODE = 1024;

/**
 * Parses a page slice by slice, as browsers do, scripts off. Errors: `format.too-deep`, `format.too-large`
 * (`what: 'elements'`): a parser that repairs open elements can be made to write far more than it reads.
 */
export async function parseHtml(page: string, signal: AbortSignal | undefined): Promise<HtmlRoot> {
  const parser = new Parser<DefaultTreeAdapterMap>({ scriptingEnabled: false, treeAdapter: limited() });
  for (let at = 0; at < page.length || at === 0;) {
    stopIfCancelled(signal);
    const end = sliceEnd(page, at);
    parser.tokenizer.write(page.slice(at, end), end === page.length);
    if (end === page.length) break;
    at = end;
    await setImmediate();
  }
  return parser.document;
}

/** Calls for every node in document order without recursion; `leave` after an element's content, when it was entered. */
export async function walkHtml(
  root: HtmlRoot | HtmlElement,
  visitor: {
    /** Whether to go into the element. */
    readonly enter: (element: HtmlElement) => boolean;
    readonly leave: (element: HtmlElement) => void;
    readonly text: (value: string) => void;
  },
  signal?: AbortSignal,
): Promise<void> {
  const path: { readonly element: HtmlElement | null; readonly children: readonly HtmlNode[]; at: number }[] =
    [{ element: null, children: root.childNodes, at: 0 }];
  for (let steps = 1; ; steps += 1) {
    if (steps % SLICE === 0) {
      stopIfCancelled(signal);
      await setImmediate();
    }
    const top = path.at(-1);
    if (top === undefined) return;
    const node = top.children[top.at];
    top.at += 1;
    if (node === undefined) {
      path.pop();
      if (top.element !== null) visitor.leave(top.element);
    } else if (defaultTreeAdapter.isTextNode(node)) visitor.text(node.value);
    else if (defaultTreeAdapter.isElementNode(node) && visitor.enter(node)) {
      path.push({ element: node, children: node.childNodes, at: 0 });
    }
  }
}

/** The element around an element; `null` for the outermost. */
export function parentOf(element: HtmlElement): HtmlElement | null {
  const parent = element.parentNode;
  return parent !== null && defaultTreeAdapter.isElementNode(parent) ? parent : null;
}

export function childrenOf(element: HtmlElement): readonly HtmlElement[] {
  return element.childNodes.filter((node) => defaultTreeAdapter.isElementNode(node));
}

/** An attribute's value as written; `null` when there is none. */
export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

export function classesOf(element: HtmlElement): readonly string[] {
  return (attributeOf(element, 'class') ?? '').split(/\s+/u);
}

function limited(): typeof defaultTreeAdapter {
  let depth = 0;
  let elements = 0;
  let looks = 0;
  const look = (count: number): void => {
    looks += count;
    holdLimit('elements', looks, LIMITS.htmlLooks);
  };
  return {
    ...defaultTreeAdapter,
    createElement(name, space, attributes) {
      elements += 1;
      holdLimit('elements', elements, LIMITS.htmlElements);
      // Whether a paragraph is open is asked of all that is open.
      look(depth);
      return defaultTreeAdapter.createElement(name, space, attributes);
    },
    insertText(parent, text) {
      const last = parent.childNodes.at(-1);
      if (last === undefined || !defaultTreeAdapter.isTextNode(last))
        return defaultTreeAdapter.insertText(parent, text);
      if (last.value.length < TEXT_NODE) last.value += text;
      else {
        last.value = inOnePiece(last.value);
        const node = defaultTreeAdapter.createTextNode(text);
        defaultTreeAdapter.appendChild(parent, node);
      }
    },
    insertBefore(parent, node, next) {
      look(parent.childNodes.length);
      defaultTreeAdapter.insertBefore(parent, node, next);
    },
    insertTextBefore(parent, text, next) {
      look(parent.childNodes.length);
      defaultTreeAdapter.insertTextBefore(parent, text, next);
    },
    detachNode(node) {
      look(node.parentNode?.childNodes.length ?? 0);
      defaultTreeAdapter.detachNode(node);
    },
    onItemPush() {
      depth += 1;
      if (depth > LIMITS.htmlDepth) throw new FormatError('format.too-deep', { limit: LIMITS.htmlDepth });
    },
    onItemPop() {
      depth -= 1;
    },
  };
}

/** The same text; looking for something in it makes one string of the many that it was put together from. */
function inOnePiece(text: string): string {
  return text.search(/\S|$/u) < 0 ? '' : text;
}

/** Never between the halves of a character. */
function sliceEnd(page: string, at: number): number {
  const end = Math.min(page.length, at + SLICE);
  const last = page.charCodeAt(end - 1);
  return end < page.length && last >= 0xd800 && last <= 0xdbff ? end + 1 : end;
}
