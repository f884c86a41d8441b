import { FoldHorizontal, Plus, UnfoldHorizontal, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DocumentContent } from '../../../src/documents/contract.ts';
import type { TextRange } from '../../../src/text/range.ts';
import { keysOf } from '../../app/shortcut-list.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { showChooser } from '../coder/actions.ts';
import { removeSpan, resizeSpan } from '../coder/chooser/passage-commands.ts';
import { speakersIn } from '../coder/chooser/speakers-in.ts';
import { fitted, spansTouching } from '../guide/topic-spans.ts';

interface PassagePartProps {
  readonly content: DocumentContent;
  readonly range: TextRange;
  readonly readOnly: boolean;
}

/** Who says a passage and which questions of the guide it answers; each can be said anew. */
export function PassagePart({ content, range, readOnly }: PassagePartProps): ReactNode {
  const { t, list } = useI18n();
  const names = speakersIn(content, range).map(({ name }) => name);
  return (
    <section className="card-part">
      <h3 className="card-heading">{t('speakers.saidBy')}</h3>
      <div className="passage-line">
        <span className="passage-name">{names.length === 0 ? t('speakers.nobody') : list(names)}</span>
        {!readOnly && (
          <button type="button" className="card-add" onClick={() => showChooser('speaker')}>
            {t('speakers.change')}
            <Kbd keys={keysOf('reader.saidBy')} />
          </button>
        )}
      </div>
      <h3 className="card-heading">{t('guide.answersTo')}</h3>
      {spansTouching(content.topics, range).map((span) => {
        const fit = fitted(span, range);
        return (
          <div key={span.id} className="passage-line">
            <span className="passage-topic">{span.title}</span>
            {!readOnly && fit !== null && (
              <IconButton
                size="small"
                icon={fit.grows ? UnfoldHorizontal : FoldHorizontal}
                label={t(fit.grows ? 'guide.growSpan' : 'guide.narrowSpan', { title: span.title })}
                onPress={() => void resizeSpan(span, fit)}
              />
            )}
            {!readOnly && (
              <IconButton
                size="small"
                icon={X}
                label={t('guide.removeSpan', { title: span.title })}
                onPress={() => void removeSpan(span)}
              />
            )}
          </div>
        );
      })}
      {!readOnly && (
        <button type="button" className="card-add passage-add" onClick={() => showChooser('topic')}>
          <Plus size={16} aria-hidden />
          {t('guide.chooseTopic')}
          <Kbd keys={keysOf('reader.answers')} />
        </button>
      )}
    </section>
  );
}
