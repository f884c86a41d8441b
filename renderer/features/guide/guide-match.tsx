import { useState, type ReactNode } from 'react';
import type { ProposedSpan } from '../../../src/transcripts/guide-contract.ts';
import { fetchCall, useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';

/** Where the questions of the guide are asked, to look at and tick before the passages count. */
export function GuideMatch(): ReactNode {
  const { t, percent } = useI18n();
  const topics = useCall('guide.list', {}).data ?? [];
  const documents = useCall('documents.list', {}).data ?? [];
  const [found, setFound] = useState<readonly ProposedSpan[] | null>(null);
  const [left, setLeft] = useState<ReadonlySet<ProposedSpan>>(new Set());
  const ticked = (found ?? []).filter((span) => !left.has(span));
  const find = async (): Promise<void> => {
    setFound(await fetchCall('guide.proposeSpans', {}));
    setLeft(new Set());
  };
  const place = async (): Promise<void> => {
    const spans = ticked.map(({ guideTopicId, documentId, start, end }) => ({
      guideTopicId,
      documentId,
      start,
      end,
    }));
    if ((await runCommand('guide.addSpans', { spans })).ok) setFound(null);
  };
  if (topics.length === 0) return null;
  return (
    <section className="guide-part">
      <h3>{t('guide.match')}</h3>
      <p className="guide-hint">{found?.length === 0 ? t('guide.nothingFound') : t('guide.matchHint')}</p>
      <div className="guide-found">
        {(found ?? []).map((span) => (
          <Checkbox
            key={`${span.documentId} ${span.start}`}
            isSelected={!left.has(span)}
            onChange={(on) =>
              setLeft(
                (before) => new Set(on ? [...before].filter((each) => each !== span) : [...before, span]),
              )
            }
          >
            <strong>{documents.find(({ id }) => id === span.documentId)?.name}</strong>{' '}
            {percent(span.score, 0)} – {topics.find(({ id }) => id === span.guideTopicId)?.title}
            <span className="guide-asked">{span.asked}</span>
          </Checkbox>
        ))}
      </div>
      <div className="guide-actions">
        <Button onPress={() => void find()}>{t('guide.find')}</Button>
        {ticked.length > 0 && (
          <Button variant="primary" onPress={() => void place()}>
            {t('guide.place', { count: ticked.length })}
          </Button>
        )}
      </div>
    </section>
  );
}
