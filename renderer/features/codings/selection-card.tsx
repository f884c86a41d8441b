import type { ReactNode } from 'react';
import { countWords } from '../../../src/text/words.ts';
import type { TextRange } from '../../../src/text/range.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { paragraphNumberAt, shownText, type TranscriptModel } from '../../transcript/model.ts';
import type { ViewRef } from '../coder/actions.ts';
import type { CodingData } from '../coder/use-coding-data.ts';
import { AddCode } from './coding-card.tsx';
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
          </div>
        </section>
        {data.content !== null && (
          <PassagePart content={data.content} range={range} readOnly={data.readOnly} />
        )}
      </div>
    </>
  );
}
