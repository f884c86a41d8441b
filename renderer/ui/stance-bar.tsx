import type { CSSProperties, ReactNode } from 'react';
import { useI18n } from '../i18n/use-i18n.ts';
import './stance-bar.css';

export interface StanceCounts {
  readonly supports: number;
  readonly qualifies: number;
  readonly contradicts: number;
}

const PARTS = [
  ['supports', 'common.stanceSupports'],
  ['qualifies', 'common.stanceQualifies'],
  ['contradicts', 'common.stanceContradicts'],
] as const;

/** How the segments with a stance divide: appuie in the accent, nuance in its line, contredit in outline. */
export function StanceBar({ stances }: { readonly stances: StanceCounts }): ReactNode {
  const { t, list } = useI18n();
  const parts = PARTS.filter(([stance]) => stances[stance] > 0);
  const words = parts.map(([stance, name]) => `${t(name)} ${stances[stance]}`);
  if (parts.length === 0) return <span className="stance-bar" data-empty aria-hidden />;
  return (
    <span className="stance-bar" role="img" aria-label={list(words)} title={words.join(' · ')}>
      {parts.map(([stance]) => (
        <span
          key={stance}
          className={`stance-${stance}`}
          style={{ '--share': stances[stance] } as CSSProperties}
        >
          <b>{stances[stance]}</b>
        </span>
      ))}
    </span>
  );
}
