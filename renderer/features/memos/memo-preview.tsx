import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { Fragment, useMemo, type ReactNode } from 'react';
import { replaceLinks, type MemoLink } from '../../../src/text/memo-links.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
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
  const { root, links } = useMemo(() => parse(body), [body]);
  if (body.trim() === '') return <p className="memo-preview-empty">{t('memos.nothingWritten')}</p>;
  return <div className="memo-preview">{children(root, { links, known })}</div>;
}

function parse(body: string): { readonly root: Nodes; readonly links: readonly MemoLink[] } {
  const links: MemoLink[] = [];
  const plain = replaceLinks(
    body.replaceAll(/[\uE000\uE001]/gu, ''),
    (link) => `${OPEN}${links.push(link) - 1}${CLOSE}`,
  );
  return { root: fromMarkdown(plain, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }), links };
}

function children(node: Nodes, shown: Shown): ReactNode {
  if (!('children' in node)) return null;
  return node.children.map((child, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- The nodes of a text have no other identity.
    <Fragment key={index}>{element(child, shown)}</Fragment>
  ));
}

function element(node: RootContent, shown: Shown): ReactNode {
  const inner = (): ReactNode => children(node, shown);
  switch (node.type) {
    case 'text':
    case 'html':
      return withLinks(node.value, shown);
    case 'paragraph':
      return <p>{inner()}</p>;
    case 'heading':
      return (
        <p className="memo-preview-heading" role="heading" aria-level={Math.min(6, node.depth + 2)}>
          {inner()}
        </p>
      );
    case 'emphasis':
      return <em>{inner()}</em>;
    case 'strong':
      return <strong>{inner()}</strong>;
    case 'delete':
      return <del>{inner()}</del>;
    case 'inlineCode':
      return <code>{withLinks(node.value, shown)}</code>;
    case 'code':
      return <pre>{withLinks(node.value, shown)}</pre>;
    case 'blockquote':
      return <blockquote>{inner()}</blockquote>;
    case 'list':
      return node.ordered === true ? <ol start={node.start ?? 1}>{inner()}</ol> : <ul>{inner()}</ul>;
    case 'listItem':
      return (
        <li>
          {typeof node.checked === 'boolean' && (node.checked ? '☑ ' : '☐ ')}
          {inner()}
        </li>
      );
    case 'table':
      return (
        <table>
          <tbody>{inner()}</tbody>
        </table>
      );
    case 'tableRow':
      return <tr>{inner()}</tr>;
    case 'tableCell':
      return <td>{inner()}</td>;
    case 'thematicBreak':
      return <hr />;
    case 'break':
      return <br />;
    case 'link':
      return <span title={node.url}>{inner()}</span>;
    case 'image':
      return node.alt ?? null;
    default:
      return inner();
  }
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
