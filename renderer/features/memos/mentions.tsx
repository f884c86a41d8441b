import type { ReactNode } from 'react';
import type { LinkedThing } from '../../../src/memos/contract.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { KIND_ICONS } from './kinds.ts';
import { openMemo } from './state.ts';
import './mentions.css';

const SHOWN = 50;

/** « Mentionné dans »: the memos that link to something; nothing where none does. */
export function Mentions({
  kind,
  id,
  onGo,
}: {
  readonly kind: LinkedThing['kind'];
  readonly id: number;
  /** What is open over the screen closes first. */
  readonly onGo?: () => void;
}): ReactNode {
  const { t } = useI18n();
  const memos = useCall('memos.mentions', { kind, id, limit: SHOWN }).data ?? [];
  if (memos.length === 0) return null;
  return (
    <section className="card-part mentions">
      <h3 className="card-heading">{t('memos.mentioned')}</h3>
      <ul>
        {memos.map((memo) => {
          const Icon = KIND_ICONS[memo.kind];
          return (
            <li key={memo.id}>
              <button
                type="button"
                className="mention"
                title={memo.excerpt}
                onClick={() => {
                  onGo?.();
                  openMemo(memo.id);
                }}
              >
                <Icon size={14} aria-hidden />
                <span>{memo.title}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
