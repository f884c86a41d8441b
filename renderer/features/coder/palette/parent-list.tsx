import { Check } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useI18n } from '../../../i18n/use-i18n.ts';
import type { Parent } from './parents.ts';

interface ParentListProps {
  readonly id: string;
  readonly parents: readonly Parent[];
  readonly activeKey: string | undefined;
  /** The place that holds now. */
  readonly chosenKey: string;
  readonly onPoint: (index: number) => void;
  readonly onChoose: (parent: Parent) => void;
}

/** Where the new code shall go: one line for each place, with the whole way to it. */
export function ParentList({ id, parents, activeKey, chosenKey, ...on }: ParentListProps): ReactNode {
  const { t } = useI18n();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [activeKey]);
  return (
    <>
      <div
        ref={list}
        className="palette-list"
        id={`${id}-list`}
        role="listbox"
        aria-label={t('coder.parent')}
      >
        {parents.map((parent, index) => (
          <div
            key={parent.key}
            id={`${id}-${parent.key}`}
            className="palette-item"
            role="option"
            aria-selected={parent.key === activeKey}
            onPointerMove={() => on.onPoint(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => on.onChoose(parent)}
          >
            <span className="palette-name">{wayTo(parent.steps, t)}</span>
            {parent.key === chosenKey && <Check size={14} aria-label={t('coder.parentNow')} />}
          </div>
        ))}
      </div>
      {parents.length === 0 && <p className="palette-none palette-empty">{t('coder.noParent')}</p>}
    </>
  );
}

/** « dans H2 › Freins », or that it is at the top level. */
export function wayIn(steps: readonly string[], t: ReturnType<typeof useI18n>['t']): string {
  return steps.length === 0 ? t('coder.atTopLevel') : t('coder.within', { place: steps.join(' › ') });
}

/** « H2 › Freins », or that it is the top level. */
function wayTo(steps: readonly string[], t: ReturnType<typeof useI18n>['t']): string {
  return steps.length === 0 ? t('coder.topLevel') : steps.join(' › ');
}
