import { useEffect, useState, type ReactNode } from 'react';
import { countWords } from '../../../src/text/words.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { isEmpty, rangeOf } from '../../transcript/caret.ts';
import { paragraphNumberAt, shownText } from '../../transcript/model.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useCoder } from './state.ts';
import type { CodingData } from './use-coding-data.ts';

const QUIET_MS = 350;
const LONGEST = 200;

/** Tells assistive technology what is selected, since highlights and an own caret leave no trace in the page. */
export function Announcer({ data }: { readonly data: CodingData }): ReactNode {
  const { t } = useI18n();
  const selection = useCoder((state) => state.selection);
  const codingId = useCoder((state) => state.codingId);
  const awaits = useCoder((state) => state.awaitsStance);
  const [text, setText] = useState('');
  const { model, codingOf, codeOf, segmentLinks } = data;
  useEffect(() => {
    const timer = setTimeout(() => {
      if (model === null) return;
      const coding = codingId === null ? undefined : codingOf.get(codingId);
      if (selection !== null && !isEmpty(selection)) {
        const words = shownText(model, rangeOf(selection));
        setText(t('coder.announceSelection', { count: countWords(words), text: words.slice(0, LONGEST) }));
      } else if (coding !== undefined) {
        const code = codeOf.get(coding.codeId)?.name ?? '';
        const words = shownText(model, coding).slice(0, LONGEST);
        const said = t('coder.announceCoding', {
          code,
          paragraph: paragraphNumberAt(model, coding.start),
          text: words,
        });
        const links = segmentLinks.get(coding.id)?.length ?? 0;
        setText(links === 0 ? said : `${said} ${t('links.count', { count: links })}`);
      } else {
        setText('');
      }
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [selection, codingId, model, codingOf, codeOf, segmentLinks, t]);
  return (
    <VisuallyHidden>
      <div role="status" aria-live="polite">
        {awaits ? t('coder.chooseStance') : text}
      </div>
    </VisuallyHidden>
  );
}
