import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Quotation } from '../../../src/analysis/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Kbd } from '../../ui/kbd.tsx';
import type { Dealt, SplitPart } from './split-parts.ts';

interface SplitListProps {
  readonly label: string;
  readonly segments: readonly Quotation[];
  readonly parts: readonly SplitPart[];
  readonly dealt: Dealt;
  readonly onDeal: (codingId: number, part: number | null) => void;
}

/** The segments, one of them in hand: a digit gives it to a code and goes on to the next. */
export function SplitList({ label, segments, parts, dealt, onDeal }: SplitListProps): ReactNode {
  const { t } = useI18n();
  const list = useRef<HTMLDivElement>(null);
  const [handId, setHandId] = useState<number | null>(null);
  const inHand = segments.some((each) => each.codingId === handId) ? handId : (segments[0]?.codingId ?? null);
  const goTo = (index: number): void => {
    const next = segments[Math.max(0, Math.min(segments.length - 1, index))];
    if (next === undefined) return;
    setHandId(next.codingId);
    list.current?.querySelector<HTMLElement>(`[data-coding="${next.codingId}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = segments.findIndex((each) => each.codingId === inHand);
    const segment = segments[at];
    if (segment === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: segments.length - 1,
    };
    const step = steps[event.key];
    if (step !== undefined) goTo(step);
    else if (/^[0-9]$/u.test(event.key) && Number(event.key) <= parts.length) {
      onDeal(segment.codingId, event.key === '0' ? null : Number(event.key) - 1);
      goTo(at + 1);
    } else return;
    event.preventDefault();
  };
  return (
    <div ref={list} className="split-list" role="listbox" aria-label={label} onKeyDown={onKeyDown}>
      {segments.map((segment) => {
        const part = dealt.get(segment.codingId);
        const name = part === undefined ? null : (parts[part]?.name ?? null);
        return (
          <div
            key={segment.codingId}
            role="option"
            className="split-segment"
            aria-selected={segment.codingId === inHand}
            tabIndex={segment.codingId === inHand ? 0 : -1}
            data-coding={segment.codingId}
            data-dealt={name === null ? undefined : true}
            onFocus={() => setHandId(segment.codingId)}
          >
            <span className="split-text">{segment.text}</span>
            <span className="split-from">
              {segment.documentName}, § {segment.paragraph}
            </span>
            <span className="split-to">
              {part === undefined || name === null ? (
                t('codebook.splitStays')
              ) : (
                <>
                  <Kbd keys={String(part + 1)} /> {name}
                </>
              )}
            </span>
          </div>
        );
      })}
    </div>
  );
}
