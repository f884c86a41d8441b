import { Link, Unlink } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Coding } from '../../../src/codings/contract.ts';
import { keysOf } from '../../app/shortcut-list.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import type { ViewRef } from '../coder/actions.ts';
import { useWide } from '../coder/use-wide.ts';
import type { CodingData } from '../coder/use-coding-data.ts';
import { goToEnd, startLinking, unlink } from './link-actions.ts';
import { SegmentLine } from './segment-line.tsx';
import { LINK_WORDS, oneLine, type SegmentLink } from './segment-links.ts';
import './links.css';

interface LinksPartProps {
  readonly data: CodingData;
  readonly view: ViewRef;
  readonly coding: Coding;
}

const NONE: readonly SegmentLink[] = [];

/** What the segment explains, contradicts or continues, and what does so with it; a press goes there. */
export function LinksPart({ data, view, coding }: LinksPartProps): ReactNode {
  const { t, quote } = useI18n();
  const panel = useWide() ? 'inspectorOpen' : 'overlayOpen';
  const links = data.segmentLinks.get(coding.id) ?? NONE;
  const mayChange = !data.readOnly && coding.id > 0;
  if (links.length === 0 && !mayChange) return null;
  return (
    <section className="card-part">
      <h3 className="card-heading">{t('links.heading')}</h3>
      {links.length > 0 && (
        <ul className="link-list">
          {links.map(({ id, kind, way, other }) => (
            <li key={id} className="link-line">
              <button
                type="button"
                className="link-jump"
                onClick={() => {
                  goToEnd(other);
                  view.current?.focus();
                }}
              >
                <span className="link-kind">{t(LINK_WORDS[kind][way])}</span>
                <SegmentLine segment={other} codeOf={data.codeOf} />
              </button>
              {mayChange && (
                <IconButton
                  size="small"
                  icon={Unlink}
                  label={t('links.remove', { quotation: quote(shortened(other.excerpt)) })}
                  onPress={() => void unlink(id)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <button type="button" className="card-add passage-add" onClick={() => startLinking(coding, panel)}>
          <Link size={15} aria-hidden />
          {t('links.linkTo')}
          <Kbd keys={keysOf('reader.link')} />
        </button>
      )}
    </section>
  );
}

function shortened(text: string): string {
  const line = oneLine(text);
  return line.length <= 40 ? line : `${line.slice(0, 40).trimEnd()}…`;
}
