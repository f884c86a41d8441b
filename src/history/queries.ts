import type { InFeature, QueryHandlers } from '../contract/handlers.ts';
import { fold } from '../text/fold.ts';
import { changesSince } from './changes/changes-since.ts';
import type { historyContract, HistoryStep } from './contract.ts';
import { endOfLastSession } from './sessions.ts';
import { toStep, touchedBy } from './steps.ts';
import { historyReads } from './store.ts';

const USUAL_LIMIT = 1_000;

export const historyQueries: QueryHandlers<InFeature<typeof historyContract, 'query'>> = {
  'history.state': ({ db, locale }) => {
    const reads = historyReads(db);
    const [undo, redo] = [reads.lastDone.get(), reads.firstUndone.get()];
    return {
      undo: undo === undefined ? null : toStep(db, undo, locale),
      redo: redo === undefined ? null : toStep(db, redo, locale),
      savedAt: reads.newest.get()?.at ?? null,
    };
  },

  'history.list': ({ db, locale }, { limit = USUAL_LIMIT, before, search = '', coderName, touched }) => {
    const wanted = fold(search.trim()).folded;
    const touchedOf = touched === true ? touchedBy(db) : null;
    const steps: HistoryStep[] = [];
    for (const row of historyReads(db).backward.iterate(before ?? Number.MAX_SAFE_INTEGER)) {
      if (steps.length >= limit) break;
      if (coderName !== undefined && row.coder_name !== coderName) continue;
      const step = toStep(db, row, locale);
      if (wanted !== '' && !fold(`${step.label} ${step.coderName}`).folded.includes(wanted)) continue;
      steps.push(touchedOf === null ? step : { ...step, touched: touchedOf(row.id) });
    }
    return steps;
  },

  'history.changes': ({ db, locale }, input) => changesSince(db, input, locale),

  'history.moments': ({ db, session }) => ({
    lastSession: endOfLastSession(
      historyReads(db).doneBackward.iterate(),
      session.coderName,
      new Date().toISOString(),
    ),
    coderNames: historyReads(db).coderNames.all(),
  }),
};
