import { Fragment, useMemo, type ReactNode } from 'react';
import { replaceLinks, type MemoLink } from '../../../src/text/memo-links.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Markdown, markdownTree, type MarkdownNode, type MarkdownParts } from '../../ui/markdown.tsx';
import { goToThing } from './go-to.ts';
import { KIND_ICONS } from './kinds.ts';
import { useMemoLinks, type MemoLinks } from './use-memo-links.ts';
import './memo-preview.css';

/** Characters that no text holds, around a link's number: Markdown reads nothing into them. */
const OPEN = '\uE000';
const CLOSE = '\uE001';
const NUMBERED = /\uE000(\d+)\uE001/u;

interface Shown {
  readonly links: readonly MemoLink[];
  readonly known: MemoLinks;
}

/** A memo as it reads: Markdown as elements of the page, never as HTML; addresses are told and lead nowhere. */
export function MemoPreview({ body }: { readonly body: string }): ReactNode {
  const { t } = useI18n();
  const known = useMemoLinks(body);
  const { tree, links } = useMemo(() => parse(body), [body]);
  if (body.trim() === '') return <p className="memo-preview-empty">{t('memos.nothingWritten')}</p>;
  const shown = { links, known };
  return (
    <div className="memo-preview">
      <Markdown tree={tree} parts={memoParts(shown)} />
    </div>
  );
}

function memoParts(shown: Shown): MarkdownParts {
  return {
    text: (words) => withLinks(words, shown),
    link: (url, inner) => <span title={url}>{inner}</span>,
    heading: (depth, inner) => (
      <p className="memo-preview-heading" role="heading" aria-level={Math.min(6, depth + 2)}>
        {inner}
      </p>
    ),
  };
}

function parse(body: string): { readonly tree: MarkdownNode; readonly links: readonly MemoLink[] } {
  const links: MemoLink[] = [];
  const plain = replaceLinks(
    body.replaceAll(/[\uE000\uE001]/gu, ''),
    (link) => `${OPEN}${links.push(link) - 1}${CLOSE}`,
  );
  return { tree: markdownTree(plain), links };
}

function withLinks(text: string, shown: Shown): ReactNode {
  // Every other piece is a link's number.
  return text.split(NUMBERED).map((piece, index) => {
    const link = index % 2 === 1 ? shown.links[Number(piece)] : undefined;
    // oxlint-disable-next-line react/no-array-index-key -- As above.
    return (
      <Fragment key={index}>
        {link === undefined ? piece : <Linked link={link} known={shown.known} />}
      </Fragment>
    );
  });
}

/** A link with the present name of what it leads to; struck through when that is not there any more. */
function Linked({ link, known }: { readonly link: MemoLink; readonly known: MemoLinks }): ReactNode {
  const { t } = useI18n();
  const thing = known.thingOf(link);
  const Icon = KIND_ICONS[link.kind];
  if (thing === undefined) return link.label;
  const { id, name, place } = thing;
  if (id === null || name === null) {
    return (
      <span className="memo-link-gone" title={t('memos.gone')}>
        <del>{link.label}</del> <span>({t('memos.gone')})</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      className="memo-link"
      title={t(`memos.kind_${link.kind}`)}
      onClick={() => goToThing(link.kind, id, place)}
    >
      <Icon size={13} aria-hidden />
      {name}
    </button>
  );
}
