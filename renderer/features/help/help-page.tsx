import { useMemo, type ReactNode } from 'react';
import { SHORTCUTS } from '../../app/shortcut-list.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Markdown, markdownTree, type MarkdownParts } from '../../ui/markdown.tsx';

/** `keys:` before the name of a shortcut stands for its keys as they are now. */
const KEYS = /^keys:(.+)$/u;

interface HelpPageProps {
  readonly text: string;
  /** Goes to another page by its name. */
  readonly onPage: (id: string) => void;
}

/** A page of the help: links lead to other pages, keys are those that the person gave. */
export function HelpPage({ text, onPage }: HelpPageProps): ReactNode {
  const tree = useMemo(() => markdownTree(text), [text]);
  const parts = helpParts(onPage);
  return (
    <article className="help-page">
      <Markdown tree={tree} parts={parts} />
    </article>
  );
}

function helpParts(onPage: HelpPageProps['onPage']): MarkdownParts {
  return {
    text: (words) => words,
    // Notes for whoever writes the help.
    html: () => null,
    code: (words) => {
      const id = KEYS.exec(words)?.[1];
      if (id === undefined) return <code>{words}</code>;
      return Object.hasOwn(SHORTCUTS, id) ? <Kbd keys={id} /> : null;
    },
    link: (url, inner) => (
      <button type="button" className="help-link" onClick={() => onPage(url.replace(/\.md(?:#.*)?$/u, ''))}>
        {inner}
      </button>
    ),
    heading: (depth, inner) => (depth === 1 ? <h3 className="help-title">{inner}</h3> : <h4>{inner}</h4>),
    hasTableHeads: true,
  };
}
