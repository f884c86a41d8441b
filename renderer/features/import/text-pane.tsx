import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { TextRange } from '../../../src/text/range.ts';
import { snapToWords } from '../../../src/text/words.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';

interface TextPaneProps {
  readonly text: string;
  /** Shown as marked, and scrolled to. */
  readonly range: TextRange | null;
  /** Puts the passage in hand where the person selected; `null` when none is in hand. */
  readonly place: ((range: TextRange) => void) | null;
}

/** A text to read, with a passage marked, in which another one can be selected. */
export function TextPane({ text, range, place }: TextPaneProps): ReactNode {
  const { t } = useI18n();
  const pane = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLElement>(null);
  const [selected, setSelected] = useState<TextRange | null>(null);
  const [start, end] = [range?.start ?? 0, range?.end ?? 0];
  useEffect(() => {
    // Newer browsers answer a promise here, which is no way to clean up an effect.
    mark.current?.scrollIntoView({ block: 'center' });
  }, [start, end, text]);
  useEffect(() => {
    const changed = (): void => setSelected(selectionIn(pane.current, text));
    document.addEventListener('selectionchange', changed);
    return () => document.removeEventListener('selectionchange', changed);
  }, [text]);
  return (
    <>
      <div className="text-pane-head">
        <h3>{t('import.replaceText')}</h3>
        <Button
          size="small"
          isDisabled={place === null || selected === null}
          onPress={() => {
            if (selected !== null) place?.(selected);
          }}
        >
          {t('import.replacePlace')}
        </Button>
      </div>
      {place !== null && <p className="text-pane-hint">{t('import.replaceHint')}</p>}
      {/* Its words are read, and selected with the keyboard, as in any text. */}
      <div ref={pane} className="text-pane" tabIndex={0} role="document" aria-label={t('import.replaceText')}>
        {text.slice(0, start)}
        {end > start && <mark ref={mark}>{text.slice(start, end)}</mark>}
        {text.slice(end)}
      </div>
    </>
  );
}

/** What is selected inside an element whose words are exactly the text; whole words, or `null`. */
function selectionIn(pane: HTMLElement | null, text: string): TextRange | null {
  const native = document.getSelection();
  if (pane === null || native === null || native.rangeCount === 0 || native.isCollapsed) return null;
  const range = native.getRangeAt(0);
  if (!pane.contains(range.commonAncestorContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(pane);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  const whole = snapToWords(text, { start, end: start + range.toString().length });
  return whole.start < whole.end ? whole : null;
}
