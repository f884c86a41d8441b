import { Copy, EqualApproximately, ExternalLink, Minus, NotebookPen, Plus, Star } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { Quotation } from '../../../src/analysis/contract.ts';
import { i18nNow, useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Chip } from '../../ui/chip.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { codeColour } from '../../ui/mark.tsx';
import { toast } from '../../ui/toasts.ts';
import { attributed, speakerOf } from './attribution.ts';
import { surroundings } from './context.ts';
import { hypothesesOf } from './hypotheses-of.ts';
import { tick, useQuotationsView } from './state.ts';
import type { QuotationsData } from './use-quotations.ts';

export interface QuotationCardProps {
  readonly quotation: Quotation;
  readonly data: QuotationsData;
  /** From 1. */
  readonly position: number;
  /** The card that Tab goes to. */
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onRead: () => void;
}

const STANCES = {
  supports: { icon: Plus, name: 'common.stanceSupports' },
  qualifies: { icon: EqualApproximately, name: 'common.stanceQualifies' },
  contradicts: { icon: Minus, name: 'common.stanceContradicts' },
} as const;

/** A passage with who said it, where, and how it was coded. */
export const QuotationCard = memo(function QuotationCard(props: QuotationCardProps): ReactNode {
  const { quotation, data, position, isStop, onFocus, onRead } = props;
  const { t } = useI18n();
  const who = speakerOf(quotation, data.participantNames);
  const isTicked = useQuotationsView(({ ticked }) => ticked.has(quotation.codingId));
  const code = data.codeById.get(quotation.codeId);
  return (
    <article
      className="quote-card"
      data-card
      tabIndex={isStop ? 0 : -1}
      aria-posinset={position}
      aria-setsize={data.found.total}
      aria-label={`${who}, ${t('quotations.paragraph', { paragraph: quotation.paragraph })}, ${code?.name ?? ''}`}
      onFocus={onFocus}
      style={code === undefined ? {} : codeColour(code.colour)}
    >
      <header className="quote-head">
        <Checkbox
          aria-label={t('quotations.tick', { who })}
          isSelected={isTicked}
          onChange={(is) => tick(quotation.codingId, is)}
        />
        <b>{who}</b>
        <Origin quotation={quotation} data={data} />
        <span className="freq-space" />
        <span className="quote-actions">
          <IconButton
            size="small"
            icon={Copy}
            label={t('quotations.copy')}
            onPress={() => void copyQuotation(quotation, who)}
          />
          <Button size="small" icon={ExternalLink} onPress={onRead}>
            {t('quotations.readInContext')}
          </Button>
        </span>
      </header>
      <div className="quote-body">
        <Passage quotation={quotation} />
        <Coding quotation={quotation} data={data} />
      </div>
    </article>
  );
});

function Origin({ quotation, data }: Pick<QuotationCardProps, 'quotation' | 'data'>): ReactNode {
  const { t } = useI18n();
  const { variable, participants } = data;
  const [first] = quotation.participantIds;
  const value = participants.find(({ id }) => id === first)?.values[variable?.id ?? 0];
  return (
    <>
      {value !== undefined && <span className="quote-value">{value}</span>}
      <span>{t('quotations.paragraph', { paragraph: quotation.paragraph })}</span>
      {quotation.topic !== null && <span className="quote-topic">{quotation.topic}</span>}
    </>
  );
}

function Passage({ quotation }: Pick<QuotationCardProps, 'quotation'>): ReactNode {
  const context = useQuotationsView((state) => state.context);
  const { before, after } = surroundings(quotation, context);
  return (
    <div className="quote-text">
      <p>
        {before}
        <mark>{quotation.text}</mark>
        {after}
      </p>
      {quotation.memo !== null && quotation.memo !== '' && (
        <p className="quote-memo">
          <NotebookPen size={14} aria-hidden />
          <span>{quotation.memo}</span>
        </p>
      )}
    </div>
  );
}

function Coding({ quotation, data }: Pick<QuotationCardProps, 'quotation' | 'data'>): ReactNode {
  const { t } = useI18n();
  const code = data.codeById.get(quotation.codeId);
  const labels = hypothesesOf(quotation.codeId, data).join(', ');
  const stance = quotation.stance === null ? null : STANCES[quotation.stance];
  const Icon = stance?.icon ?? Plus;
  return (
    <div className="quote-coding">
      {code !== undefined && <Chip colour={code.colour} shape={code.shape} name={code.name} />}
      {stance !== null && (
        <span className="quote-stance">
          <Icon size={13} aria-hidden />
          {t('quotations.stanceOn', { stance: t(stance.name), hypotheses: labels })}
        </span>
      )}
      {quotation.isKey && (
        <span className="quote-stance">
          <Star size={13} aria-hidden />
          {t('quotations.keyQuotation')}
        </span>
      )}
      {quotation.weight !== null && (
        <span className="quote-coder">{t('quotations.weight', { weight: quotation.weight })}</span>
      )}
      {data.coders > 1 && (
        <span className="quote-coder">{t('quotations.codedBy', { name: quotation.coderName })}</span>
      )}
    </div>
  );
}

async function copyQuotation(quotation: Quotation, who: string): Promise<void> {
  const { t, locale } = i18nNow();
  try {
    await navigator.clipboard.writeText(attributed(quotation, who, locale));
    toast({ kind: 'ok', text: t('quotations.copied') });
  } catch {
    toast({ kind: 'error', text: t('quotations.copyFailed') });
  }
}
