import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Quotation } from '../../../src/analysis/contract.ts';
import { useNavigation } from '../../app/navigation.ts';
import { StatusSlot } from '../../app/status-slot.tsx';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { QuotationCard } from './quotation-card.tsx';
import { CARDS, tick, useQuotationsView } from './state.ts';
import type { QuotationsData } from './use-quotations.ts';

/** The cards: one stop on the keyboard; J and K or the arrows go from card to card, Enter reads in context, Space ticks. */
export function QuotationList({ data }: { readonly data: QuotationsData }): ReactNode {
  const { t } = useI18n();
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const { quotations, total } = data.found;
  const shownActive = Math.min(active, quotations.length - 1);
  const rest = Math.min(CARDS, total - quotations.length);
  const onKeyDown = (event: KeyboardEvent): void => {
    const card = event.target instanceof HTMLElement && event.target.matches('[data-card]');
    if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, j: 1, J: 1, ArrowUp: -1, k: -1, K: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      focusCard(list.current, Math.min(quotations.length - 1, Math.max(0, shownActive + step)));
    } else if (event.key === 'Enter') {
      const quotation = quotations[shownActive];
      if (quotation !== undefined) readInContext(quotation);
    } else if (event.key === ' ') {
      const quotation = quotations[shownActive];
      if (quotation === undefined) return;
      event.preventDefault();
      tick(quotation.codingId, !useQuotationsView.getState().ticked.has(quotation.codingId));
    }
  };
  return (
    <div className="quotes-scroll">
      <div
        ref={list}
        className="quotes-list"
        role="feed"
        aria-label={t('quotations.list')}
        onKeyDown={onKeyDown}
      >
        {quotations.map((quotation, index) => (
          <QuotationCard
            key={quotation.codingId}
            quotation={quotation}
            data={data}
            position={index + 1}
            isStop={index === shownActive}
            onFocus={() => setActive(index)}
            onRead={() => readInContext(quotation)}
          />
        ))}
      </div>
      {rest > 0 && (
        <Button
          className="quotes-more"
          onPress={() => useQuotationsView.setState(({ limit }) => ({ limit: limit + CARDS }))}
        >
          {t('quotations.showMore', { count: rest })}
        </Button>
      )}
      <StatusSlot side="right">
        <span>
          <Kbd keys="J" /> <Kbd keys="K" /> {t('quotations.statusMove')}
        </span>
        <span>
          <Kbd keys="Enter" /> {t('quotations.statusOpen')}
        </span>
        <span>
          <Kbd keys="Space" /> {t('quotations.statusTick')}
        </span>
      </StatusSlot>
    </div>
  );
}

function focusCard(list: HTMLElement | null, index: number): void {
  const card = list?.querySelectorAll<HTMLElement>('[data-card]')[index];
  card?.focus();
  card?.scrollIntoView({ block: 'nearest' });
}

function readInContext({ documentId, codingId, start, end }: Quotation): void {
  useNavigation.getState().openDocument(documentId, { codingId, start, end });
}
