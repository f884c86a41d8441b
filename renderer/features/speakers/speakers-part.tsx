import { ScanSearch } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { DocumentContent, Speaker } from '../../../src/documents/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { RedetectDialog } from './redetect-dialog.tsx';
import { turnCounts } from './redetect-plan.ts';
import { SpeakerCard } from './speaker-card.tsx';
import './speakers.css';

/** Who speaks in a document, and the way to look for them again. */
export function SpeakersPart({
  content,
  readOnly,
}: {
  readonly content: DocumentContent;
  readonly readOnly: boolean;
}): ReactNode {
  const { t } = useI18n();
  const [merging, setMerging] = useState<Speaker | null>(null);
  const [redetecting, setRedetecting] = useState(false);
  const counts = useMemo(() => turnCounts(content.turns), [content.turns]);
  return (
    <section className="card-part">
      <h3 className="card-heading">{t('documents.speakers')}</h3>
      {content.speakers.length === 0 && <p className="card-empty">{t('documents.noSpeakers')}</p>}
      {content.speakers.map((speaker) => (
        <SpeakerCard
          key={speaker.id}
          speaker={speaker}
          turns={counts.get(speaker.id) ?? 0}
          canMerge={content.speakers.length > 1}
          readOnly={readOnly}
          onMerge={() => setMerging(speaker)}
        />
      ))}
      {!readOnly && (
        <Button
          className="speakers-redetect"
          size="small"
          icon={ScanSearch}
          onPress={() => setRedetecting(true)}
        >
          {t('speakers.redetect')}
        </Button>
      )}
      {merging !== null && (
        <MergeDialog content={content} speaker={merging} onClose={() => setMerging(null)} />
      )}
      {redetecting && <RedetectDialog content={content} onClose={() => setRedetecting(false)} />}
    </section>
  );
}
