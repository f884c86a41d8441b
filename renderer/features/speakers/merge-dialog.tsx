import { useState, type ReactNode } from 'react';
import type { DocumentContent, Speaker } from '../../../src/documents/contract.ts';
import { undoToast } from '../../app/history.ts';
import { useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { i18nNow, useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { turnCounts } from './redetect-plan.ts';
import { roleName } from './role-name.ts';

const SAMPLE = 90;

interface MergeDialogProps {
  readonly content: DocumentContent;
  readonly speaker: Speaker;
  readonly onClose: () => void;
}

/** Two labels for one person: shows what joins before the turns of one go to the other. */
export function MergeDialog({ content, speaker, onClose }: MergeDialogProps): ReactNode {
  const { t } = useI18n();
  const participants = useCall('participants.list', {}).data ?? [];
  const others = content.speakers.filter(({ id }) => id !== speaker.id);
  const [intoId, setIntoId] = useState(others[0]?.id ?? 0);
  const into = others.find(({ id }) => id === intoId);
  const counts = turnCounts(content.turns);
  const turnsOf = (each: Speaker | undefined): number =>
    each === undefined ? 0 : (counts.get(each.id) ?? 0);
  const person = participants.find(({ id }) => id === into?.participantId)?.name;
  const merge = async (): Promise<void> => {
    if (into !== undefined && (await mergeInto(speaker, into, turnsOf(speaker)))) onClose();
  };
  return (
    <Dialog
      title={t('speakers.mergeTitle', { name: speaker.name })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isDisabled={into === undefined} onPress={() => void merge()}>
            {t('speakers.mergeConfirm')}
          </Button>
        </>
      }
    >
      <Select
        label={t('speakers.mergeInto')}
        value={String(intoId)}
        options={others.map(({ id, name }) => ({ id: String(id), label: name }))}
        onChange={(id) => setIntoId(Number(id))}
      />
      <ul className="merge-parts">
        {[speaker, ...(into === undefined ? [] : [into])].map((each) => (
          <li key={each.id}>
            <span className="merge-name">{each.name}</span>
            <span className="merge-facts">
              {t(roleName(each.role))} · {t('documents.turnCount', { count: turnsOf(each) })}
            </span>
            <span className="redetect-sample" lang="">
              {sampleOf(content, each)}
            </span>
          </li>
        ))}
      </ul>
      {into !== undefined && (
        <p className="redetect-hint">
          {t('speakers.mergeResult', { name: into.name, count: turnsOf(speaker) + turnsOf(into) })}{' '}
          {into.role === 'participant' && person !== undefined
            ? t('speakers.mergeCounts', { person })
            : t('speakers.mergeCountsNobody')}
        </p>
      )}
    </Dialog>
  );
}

/** The beginning of the longest thing that a speaker says: a « oui » tells nobody who it is. */
function sampleOf({ turns, text }: DocumentContent, { id }: Speaker): string {
  const own = turns.filter(({ speakerId }) => speakerId === id);
  const longest = own.reduce(
    (best, turn) => (turn.end - turn.bodyStart > best.end - best.bodyStart ? turn : best),
    { bodyStart: 0, end: 0 },
  );
  const said = text.slice(longest.bodyStart, Math.min(longest.end, longest.bodyStart + SAMPLE));
  return said.toWellFormed().trim() + (longest.end - longest.bodyStart > SAMPLE ? '…' : '');
}

async function mergeInto(speaker: Speaker, into: Speaker, turns: number): Promise<boolean> {
  const done = await runCommand('speakers.merge', { speakerIds: [speaker.id], intoSpeakerId: into.id });
  if (done.ok)
    undoToast(i18nNow().t('speakers.merged', { count: turns, from: speaker.name, into: into.name }));
  return done.ok;
}
