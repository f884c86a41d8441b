import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { FoundPassage, Plan, ShownPassage } from '../../../src/auto-coding/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { canTick, isTicked, keyOf, tickState, withTicks, type Unticked } from './ticks.ts';

interface PassageListProps {
  readonly plan: Plan;
  readonly unticked: Unticked;
  readonly onTicks: (unticked: Unticked) => void;
  readonly onMore: () => void;
}

/** The passages by document, each to be ticked. Arrows move from one to the next, Space ticks. */
export function PassageList({ plan, unticked, onTicks, onMore }: PassageListProps): ReactNode {
  const { t, number } = useI18n();
  const list = useRef<HTMLDivElement>(null);
  const byDocument = Map.groupBy(plan.passages, (passage) => passage.documentId);
  const shownOf = new Map(
    plan.shown.flatMap((shown, at) => {
      const passage = plan.passages[at];
      return passage === undefined ? [] : [[keyOf(passage), shown] as const];
    }),
  );
  const move = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    const boxes = [...(list.current?.querySelectorAll<HTMLElement>('input') ?? [])];
    boxes[boxes.indexOf(event.target as HTMLElement) + by]?.focus();
    event.preventDefault();
  };
  return (
    <div
      ref={list}
      className="auto-list"
      role="group"
      aria-label={t('autoCoding.passages')}
      tabIndex={-1}
      onKeyDown={move}
    >
      {plan.documents.map(({ documentId, documentName, passages: count }) => {
        const passages = byDocument.get(documentId) ?? [];
        const lines = passages.filter((passage) => shownOf.has(keyOf(passage)));
        const state = tickState(passages, unticked);
        return (
          lines.length > 0 && (
            <section key={documentId} aria-label={documentName}>
              <h3 className="auto-document">
                <Checkbox
                  isSelected={state === 'all'}
                  isIndeterminate={state === 'some'}
                  isDisabled={!passages.some(canTick)}
                  onChange={() => onTicks(withTicks(unticked, passages, state === 'none'))}
                >
                  {documentName}
                </Checkbox>
                <span className="auto-number">{number(count)}</span>
              </h3>
              {lines.map((passage) => (
                <Line
                  key={keyOf(passage)}
                  passage={passage}
                  shown={shownOf.get(keyOf(passage))}
                  isTicked={isTicked(passage, unticked)}
                  onTick={(on) => onTicks(withTicks(unticked, [passage], on))}
                />
              ))}
            </section>
          )
        );
      })}
      {plan.shown.length < plan.passages.length && (
        <Button variant="quiet" onPress={onMore}>
          {t('autoCoding.more', { shown: number(plan.shown.length), total: number(plan.total) })}
        </Button>
      )}
    </div>
  );
}

function Line({
  passage,
  shown,
  isTicked: ticked,
  onTick,
}: {
  readonly passage: FoundPassage;
  readonly shown: ShownPassage | undefined;
  readonly isTicked: boolean;
  readonly onTick: (on: boolean) => void;
}): ReactNode {
  const { t } = useI18n();
  if (shown === undefined) return null;
  const who = shown.participantName ?? shown.speakerName;
  return (
    <Checkbox className="auto-passage" isSelected={ticked} isDisabled={!canTick(passage)} onChange={onTick}>
      <span className="auto-words">
        <span className="auto-around">{shown.before}</span>
        <span className="auto-inside">
          {shown.cutBefore && '… '}
          <Marked shown={shown} />
          {shown.cutAfter && ' …'}
        </span>
        <span className="auto-around">{shown.after}</span>
        <span className="auto-place">
          {who === null ? '' : `${who} · `}
          {t('coder.paragraph', { paragraph: shown.paragraph })}
          {passage.coded !== 'no' &&
            ` · ${t(passage.coded === 'same' ? 'autoCoding.codedSame' : 'autoCoding.codedPartly')}`}
        </span>
      </span>
    </Checkbox>
  );
}

/** The words with what was found in them. */
function Marked({ shown: { words, marks } }: { readonly shown: ShownPassage }): ReactNode {
  const starts = marks.map(({ end }) => end);
  return (
    <>
      {marks.map(({ start, end }, at) => (
        <span key={start}>
          {words.slice(starts[at - 1] ?? 0, start)}
          <mark>{words.slice(start, end)}</mark>
        </span>
      ))}
      {words.slice(starts.at(-1) ?? 0)}
    </>
  );
}
