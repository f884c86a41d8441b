import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { Fragment, type ReactNode } from 'react';

export type MarkdownNode = Nodes;

/** How the parts of a text are drawn that mean something to whoever shows it. */
export interface MarkdownParts {
  /** Words; what Markdown takes for HTML is words too, unless `html` says otherwise. */
  readonly text: (words: string) => ReactNode;
  readonly html?: (source: string) => ReactNode;
  readonly code?: (words: string) => ReactNode;
  readonly link: (url: string, inner: ReactNode) => ReactNode;
  readonly heading: (depth: number, inner: ReactNode) => ReactNode;
  /** The first row of a table names its columns. */
  readonly hasTableHeads?: boolean;
}

/** The tree of a text in Markdown, with tables, ticks and lines struck through. */
export function markdownTree(text: string): MarkdownNode {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** Markdown as elements of the page, never as HTML. */
export function Markdown({
  tree,
  parts,
}: {
  readonly tree: MarkdownNode;
  readonly parts: MarkdownParts;
}): ReactNode {
  return children(tree, parts);
}

function children(node: MarkdownNode, parts: MarkdownParts): ReactNode {
  if (!('children' in node)) return null;
  return node.children.map((child, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- The nodes of a text have no other identity.
    <Fragment key={index}>{element(child, parts)}</Fragment>
  ));
}

function element(node: RootContent, parts: MarkdownParts): ReactNode {
  const inner = (): ReactNode => children(node, parts);
  switch (node.type) {
    case 'text':
      return parts.text(node.value);
    case 'html':
      return (parts.html ?? parts.text)(node.value);
    case 'paragraph':
      return <p>{inner()}</p>;
    case 'heading':
      return parts.heading(node.depth, inner());
    case 'emphasis':
      return <em>{inner()}</em>;
    case 'strong':
      return <strong>{inner()}</strong>;
    case 'delete':
      return <del>{inner()}</del>;
    case 'inlineCode':
      return parts.code?.(node.value) ?? <code>{parts.text(node.value)}</code>;
    case 'code':
      return <pre>{parts.text(node.value)}</pre>;
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
          <tbody>
            {node.children.map((row, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- As above.
              <tr key={at}>
                {row.children.map((cell, column) => {
                  const shown = children(cell, parts);
                  return parts.hasTableHeads === true && at === 0 ? (
                    // oxlint-disable-next-line react/no-array-index-key -- As above.
                    <th key={column} scope="col">
                      {shown}
                    </th>
                  ) : (
                    // oxlint-disable-next-line react/no-array-index-key -- As above.
                    <td key={column}>{shown}</td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'thematicBreak':
      return <hr />;
    case 'break':
      return <br />;
    case 'link':
      return parts.link(node.url, inner());
    case 'image':
      return node.alt ?? null;
    default:
      return inner();
  }
}
