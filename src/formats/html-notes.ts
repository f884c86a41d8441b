import { attributeOf, classesOf, walkHtml, type HtmlElement, type HtmlRoot } from './html-tree.ts';
import { leftOut } from './html-elements.ts';

const REFERENCE_CLASSES: ReadonlySet<string> = new Set(['sdfootnoteanc', 'sdendnoteanc', 'footnote-ref', 'footnoteRef', 'noteref']); // prettier-ignore
const BACK_CLASSES: ReadonlySet<string> = new Set(['sdfootnotesym', 'sdendnotesym', 'footnote-back', 'footnote-backref', 'data-footnote-backref']); // prettier-ignore

/** Notes of a page by the id of the element that holds their text, with their number, in the order of references. */
export type HtmlNotes = ReadonlyMap<string, number>;

/**
 * Finds the footnotes that LibreOffice, Word, pandoc, EPUB and forges write: a link that is marked as a reference, to
 * an element that is there. `first` is the number of the first.
 */
export async function findNotes(root: HtmlRoot, first: number, signal?: AbortSignal): Promise<HtmlNotes> {
  const targets = new Set<string>();
  const ids = new Set<string>();
  await walkHtml(
    root,
    {
      enter(element) {
        if (leftOut(element) !== null) return false;
        const id = attributeOf(element, 'id');
        if (id !== null) ids.add(id);
        const target = noteTarget(element);
        if (target !== null) targets.add(target);
        return true;
      },
      leave: () => undefined,
      text: () => undefined,
    },
    signal,
  );
  const found = [...targets].filter((id) => ids.has(id));
  return new Map(found.map((id, index) => [id, first + index]));
}

/** The id of the note that a link refers to; `null` for any other element. */
export function noteTarget(element: HtmlElement): string | null {
  if (element.tagName !== 'a') return null;
  const fragment = /#(.+)$/u.exec(attributeOf(element, 'href') ?? '')?.[1];
  if (fragment === undefined) return null;
  const word = /^_((?:ftn|edn)\d+)$/u.exec(fragment)?.[1];
  if (word !== undefined) return word;
  const isReference =
    classesOf(element).some((name) => REFERENCE_CLASSES.has(name)) ||
    attributeOf(element, 'role') === 'doc-noteref' ||
    attributeOf(element, 'epub:type') === 'noteref' ||
    attributeOf(element, 'data-footnote-ref') !== null;
  // LibreOffice names the sign inside the note, and the note itself without `sym`.
  return isReference ? fragment.replace(/^(sd(?:footnote|endnote)\d+)sym$/u, '$1') : null;
}

/** A link from a note back to where it was referred to: it is no part of what the note says. */
export function isBackLink(element: HtmlElement): boolean {
  if (element.tagName !== 'a') return false;
  return (
    classesOf(element).some((name) => BACK_CLASSES.has(name)) ||
    attributeOf(element, 'role') === 'doc-backlink' ||
    attributeOf(element, 'data-footnote-backref') !== null ||
    /^#_(?:ftn|edn)ref\d+$/u.test(attributeOf(element, 'href') ?? '')
  );
}
