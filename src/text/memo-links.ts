/**
 * Links in a memo, `[[code:6f0c…|Entraide]]`: the kind and the GUID say what is meant, so that a new name breaks nothing;
 * the label is the name it had when it was linked, read where nothing else is known.
 */
export const LINK_KINDS = ['code', 'document', 'coding', 'participant', 'hypothesis', 'memo'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export interface LinkRef {
  readonly kind: LinkKind;
  readonly guid: string;
}

export interface MemoLink extends LinkRef {
  readonly label: string;
  /** The whole of it with its brackets, in UTF-16 code units of the memo. */
  readonly start: number;
  readonly end: number;
}

/** What a link's thing is called now; `null` when it is not there any more, or not known. */
export type NameOf = (ref: LinkRef) => string | null;

const LINK =
  /\[\[(code|document|coding|participant|hypothesis|memo):([0-9A-Za-z-]{8,64})\|([^[\]|\n]+)\]\]/gu;
const WRITTEN = /\[\[([^[\]|\n]+)\]\]/gu;
const LONGEST_LABEL = 80;

/** Kind and GUID in one word, as they stand in a memo. */
export function linkKey({ kind, guid }: LinkRef): string {
  return `${kind}:${guid}`;
}

/** A name as it can stand in a link: one line, without brackets or bars, at most 80 code units; « … » when cut. */
export function labelOf(name: string): string {
  const line = name.replaceAll(/[[\]|\s]+/gu, ' ').trim();
  if (line === '') return '…';
  if (line.length <= LONGEST_LABEL) return line;
  return `${line
    .slice(0, LONGEST_LABEL - 1)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trimEnd()}…`;
}

/** The link as it is kept in a memo. */
export function linkText(ref: LinkRef, name: string): string {
  return `[[${linkKey(ref)}|${labelOf(name)}]]`;
}

/** The links of a memo in their order. */
export function linksOf(body: string): readonly MemoLink[] {
  return Array.from(body.matchAll(LINK), (match) => ({
    kind: match[1] as LinkKind,
    guid: match[2] ?? '',
    label: match[3] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The memo with each link replaced by what `write` says of it. */
export function replaceLinks(body: string, write: (link: MemoLink) => string): string {
  let out = '';
  let from = 0;
  for (const link of linksOf(body)) {
    out += body.slice(from, link.start) + write(link);
    from = link.end;
  }
  return out + body.slice(from);
}

/** The memo for people who have only its text: each link is the present name in double brackets. */
export function readableBody(body: string, nameOf: NameOf = () => null): string {
  return replaceLinks(body, (link) => `[[${labelOf(nameOf(link) ?? link.label)}]]`);
}

/** A memo as a person writes it: names in double brackets, and what each of them stands for. */
export interface WrittenMemo {
  readonly text: string;
  readonly links: WrittenLinks;
}

/** What the names in double brackets mean, by name. */
export type WrittenLinks = ReadonlyMap<string, LinkRef>;

/**
 * The memo to be written on. Each thing has one name of its own: a second thing of the same name, or one whose name
 * stands in brackets without being a link, is called « Name (2) ».
 */
export function toWritten(body: string, nameOf: NameOf): WrittenMemo {
  const links = new Map<string, LinkRef>();
  const plain = new Set<string>();
  const outside = replaceLinks(body, () => '\n');
  for (const [, label] of outside.matchAll(WRITTEN)) plain.add(label ?? '');
  const isFree = (name: string): boolean => !plain.has(name);
  const text = replaceLinks(body, (link) => {
    const name = nameIn(links, link, nameOf(link) ?? link.label, isFree);
    links.set(name, { kind: link.kind, guid: link.guid });
    return `[[${name}]]`;
  });
  return { text, links };
}

/** The name by which a thing is linked in what is being written: its own, or « Name (2) » where that is taken. */
export function nameIn(
  links: WrittenLinks,
  ref: LinkRef,
  name: string,
  isFree: (name: string) => boolean = () => true,
): string {
  for (const [known, other] of links) if (linkKey(other) === linkKey(ref)) return known;
  const label = labelOf(name);
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? label : `${label} (${count})`;
    if (!links.has(candidate) && isFree(candidate)) return candidate;
  }
}

/** What is kept of what was written: names in double brackets become links where it is known what they mean. */
export function toStored(text: string, links: WrittenLinks): string {
  return text.replaceAll(WRITTEN, (whole, name: string) => {
    const ref = links.get(name);
    return ref === undefined ? whole : `[[${linkKey(ref)}|${name}]]`;
  });
}

/** What stands between `[[` and the caret when a link is being written there: the words to complete. */
export function openLinkAt(
  text: string,
  caret: number,
): { readonly start: number; readonly typed: string } | null {
  const line = text.slice(text.lastIndexOf('\n', caret - 1) + 1, caret);
  const match = /\[\[([^[\]|]{0,80})$/u.exec(line);
  if (match === null) return null;
  return { start: caret - match[0].length, typed: match[1] ?? '' };
}
