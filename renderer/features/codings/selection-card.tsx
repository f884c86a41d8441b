import { ClipboardPaste, Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import { countWords } from '../../../src/text/words.ts';
import type { TextRange } from '../../../src/text/range.ts';
import { keysOf } from '../../app/shortcut-list.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { paragraphNumberAt, shownText, type TranscriptModel } from '../../transcript/model.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { copyFromHand, pasteOnHand, type ViewRef } from '../coder/actions.ts';
import type { CodingData } from '../coder/use-coding-data.ts';
import { AddCode } from './coding-card.tsx';
import { useHasCopied } from './copied-codes.ts';
import { PassagePart } from './passage-part.tsx';
import { RelatedList } from './related-list.tsx';
import { relatedCodings } from './relations.ts';

interface SelectionCardProps {
  readonly data: CodingData;
  readonly view: ViewRef;
  readonly model: TranscriptModel;
  readonly range: TextRange;
}

/** The passage selected now: its words, and what lies at the same place. */
export function SelectionCard({ data, view, model, range }: SelectionCardProps): ReactNode {
  const { t } = useI18n();
  const hasCopied = useHasCopied();
  const text = shownText(model, range);
  const related = relatedCodings(data.codings, range, { near: true });
  const coded = related.some(({ relation }) => relation !== 'before' && relation !== 'after');
  const words = t('coder.words', { count: countWords(text) });
  return (
    <>
      <header className="card-head">
        <h2 className="card-title">{t('codings.selection')}</h2>
        <span className="card-place">
          {t('coder.paragraph', { paragraph: paragraphNumberAt(model, range.start) })}
        </span>
      </header>
      <div className="card-body">
        <section className="card-part">
          <p className="card-meta">{coded ? words : `${words} · ${t('codings.notCoded')}`}</p>
          <blockquote className="card-quote" lang="">
            {text}
          </blockquote>
        </section>
        <section className="card-part">
          {related.length > 0 && <h3 className="card-heading">{t('codings.samePlace')}</h3>}
          <div className="card-codes">
            <RelatedList related={related} data={data} view={view} />
            <AddCode data={data} label={t('codings.codeIt')} />
            {coded && (
              <button type="button" className="card-add" onClick={copyFromHand}>
                <Copy size={15} aria-hidden />
                {t('codings.copyCodes')}
                <Kbd keys={keysOf('reader.copyCodes')} />
              </button>
            )}
            {hasCopied && !data.readOnly && (
              <button type="button" className="card-add" onClick={pasteOnHand}>
                <ClipboardPaste size={15} aria-hidden />
                {t('codings.pasteCodes')}
                <Kbd keys={keysOf('reader.pasteCodes')} />
              </button>
            )}
          </div>
        </section>
        {data.content !== null && (
          <PassagePart content={data.content} range={range} readOnly={data.readOnly} />
        )}
      </div>
    </>
  );
}
