import { useRef, useState } from 'react';
import { runCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';

export interface Travelling {
  readonly done: number;
  readonly total: number;
}

export interface Travel {
  /** While it goes on. */
  readonly going: Travelling | null;
  /** What became of it, for everybody to read and hear. */
  readonly said: string;
  readonly goTo: (stepId: number) => void;
  readonly stop: () => void;
}

/** Goes to a point of the history: undoes or redoes up to there, as one action that can be stopped. */
export function useTravel(): Travel {
  const { t } = useI18n();
  const [going, setGoing] = useState<Travelling | null>(null);
  const [said, setSaid] = useState('');
  const stopper = useRef<AbortController | null>(null);
  const go = async (stepId: number): Promise<void> => {
    if (stopper.current !== null) return;
    const mine = new AbortController();
    stopper.current = mine;
    setGoing({ done: 0, total: 0 });
    setSaid('');
    const outcome = await runCommand(
      'history.goTo',
      { stepId },
      { signal: mine.signal, onProgress: (done, total) => setGoing({ done, total }) },
    );
    stopper.current = null;
    setGoing(null);
    if (!outcome.ok) {
      setSaid(outcome.error.code === 'call.cancelled' ? t('history.stopped') : '');
      return;
    }
    const { undone, redone, reached } = outcome.value;
    const told = [
      undone > 0 ? t('history.undone', { count: undone }) : '',
      redone > 0 ? t('history.redone', { count: redone }) : '',
      reached ? '' : t('history.overtaken'),
    ];
    setSaid(told.filter(Boolean).join(' '));
  };
  return { going, said, goTo: (stepId) => void go(stepId), stop: () => stopper.current?.abort() };
}
