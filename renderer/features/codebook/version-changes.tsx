import type { ReactNode } from 'react';
import type { CodebookChange } from '../../../src/versions/contract.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import { useI18n, type I18n } from '../../i18n/use-i18n.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { readablePieces } from './readable-pieces.ts';

type Pieces = Extract<CodebookChange, { readonly kind: 'definition' }>['pieces'];

const FIELDS: Readonly<Record<Extract<CodebookChange, { kind: 'definition' }>['field'], MessageKey>> = {
  briefDefinition: 'codebook.brief',
  fullDefinition: 'codebook.full',
  whenToUse: 'codebook.whenToUse',
  whenNotToUse: 'codebook.whenNotToUse',
  example: 'codebook.example',
};

/** What differs between two codebooks, one line for each thing, definitions word by word. */
export function VersionChanges({ changes }: { readonly changes: readonly CodebookChange[] }): ReactNode {
  const i18n = useI18n();
  if (changes.length === 0) return <p>{i18n.t('codebook.versionSame')}</p>;
  return (
    <ul className="versions-changes">
      {changes.map((change, index) => (
        // Changes have no identity of their own: their place in the answer is it.
        <li key={index} data-kind={change.kind}>
          <span className="versions-subject">{subjectOf(change, i18n)}</span>
          <span className="versions-what">{whatOf(change, i18n)}</span>
          {'pieces' in change && change.pieces.length > 0 && <PiecesView pieces={change.pieces} />}
        </li>
      ))}
    </ul>
  );
}

function PiecesView({ pieces }: { readonly pieces: Pieces }): ReactNode {
  const { t } = useI18n();
  return (
    <p className="versions-text">
      {readablePieces(pieces).map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>;
        const Tag = kind === 'removed' ? 'del' : 'ins';
        return (
          <Tag key={index}>
            <VisuallyHidden>
              {t(kind === 'removed' ? 'codebook.textGone' : 'codebook.textCome')}{' '}
            </VisuallyHidden>
            {text}
          </Tag>
        );
      })}
    </p>
  );
}

function subjectOf(change: CodebookChange, { t }: I18n): string {
  switch (change.kind) {
    case 'hypothesis':
      return change.label;
    case 'group':
      return t('hypotheses.place', { label: change.label, group: change.to ?? change.from ?? '' });
    case 'reordered':
      return change.path ?? t('codebook.versionTop');
    case 'added':
    case 'removed':
    case 'merged':
    case 'renamed':
    case 'moved':
    case 'look':
    case 'folder':
    case 'definition':
    case 'mapped':
    case 'unmapped':
      return change.path;
  }
}

function whatOf(change: CodebookChange, { t }: I18n): string {
  const top = (path: string | null): string => path ?? t('codebook.versionTop');
  const place = (label: string, group: string | null): string =>
    group === null ? label : t('hypotheses.place', { label, group });
  switch (change.kind) {
    case 'added':
      return change.from === null
        ? t('codebook.changeAdded')
        : t('codebook.changeSplit', { from: change.from });
    case 'removed':
      return t('codebook.changeRemoved');
    case 'merged':
      return t('codebook.changeMerged', { into: change.into });
    case 'renamed':
      return t('codebook.changeRenamed', { from: change.from });
    case 'moved':
      return t('codebook.changeMoved', { from: top(change.from), to: top(change.to) });
    case 'reordered':
      return t('codebook.changeOrder');
    case 'look':
      return t('codebook.changeLook');
    case 'folder':
      return t(change.isFolder ? 'codebook.changeFolder' : 'codebook.changeNoFolder');
    case 'definition':
      return t(FIELDS[change.field]);
    case 'mapped':
      return t('codebook.changeMapped', { place: place(change.label, change.group) });
    case 'unmapped':
      return t('codebook.changeUnmapped', { place: place(change.label, change.group) });
    case 'hypothesis':
      return t(
        change.change === 'added'
          ? 'codebook.changeAdded'
          : change.change === 'removed'
            ? 'codebook.changeRemoved'
            : 'codebook.changeChanged',
      );
    case 'group':
      if (change.from === null) return t('codebook.changeAdded');
      return change.to === null
        ? t('codebook.changeRemoved')
        : t('codebook.changeRenamed', { from: change.from });
  }
}
