import type { ReactNode } from 'react';
import { i18nNow, useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { toast } from '../../ui/toasts.ts';
import { othersWithoutPattern, type DraftState, type FileEntry } from './import-model.ts';
import type { ImportSession } from './import-store.ts';
import { turnsOf } from './speaker-choices.ts';

export interface SpeakerPatternProps {
  readonly session: ImportSession;
  readonly fileKey: number;
  readonly state: DraftState;
  readonly entries: readonly FileEntry[];
  readonly onChange: () => void;
  readonly autoFocus: boolean;
}

/** How speakers are marked where the usual ways fail: what is typed is tried at once, and shown in table and preview. */
export function SpeakerPattern(props: SpeakerPatternProps): ReactNode {
  const { session, fileKey, state, entries, onChange, autoFocus } = props;
  const { t } = useI18n();
  const { choices, draft, patternError } = state;
  const others = othersWithoutPattern(entries, fileKey).length;
  // What was found last stays in sight while the person types on.
  const isUsed = choices.pattern.trim() !== '' && draft.pattern !== null && patternError === null;
  return (
    <div className="draft-pattern">
      <Field
        label={t('import.pattern')}
        description={t('import.patternHint')}
        placeholder={t('speakers.patternExample')}
        value={choices.pattern}
        error={patternError}
        maxLength={200}
        autoFocus={autoFocus}
        onChange={(pattern) => {
          onChange();
          session.setPattern(fileKey, pattern);
        }}
      />
      <div className="draft-pattern-found" role="status">
        {isUsed && (
          <span>
            {draft.speakers.length === 0
              ? t('import.patternNothing')
              : t('import.patternFound', {
                  speakers: t('import.speakerCount', { count: draft.speakers.length }),
                  turns: t('common.turns', { count: turnsOf(choices.speakers, draft) }),
                })}
          </span>
        )}
      </div>
      {others > 0 && (
        <Button size="small" onPress={() => void spread(session, fileKey)}>
          {t('import.patternToOthers', { count: others })}
        </Button>
      )}
    </div>
  );
}

async function spread(session: ImportSession, fileKey: number): Promise<void> {
  const done = await session.spreadPattern(fileKey);
  if (done === null) return;
  const { t } = i18nNow();
  const text =
    done.empty === 0
      ? t('import.patternSpread', { count: done.files })
      : t('import.patternSpreadEmpty', { count: done.empty, files: done.files });
  toast({ kind: done.empty === 0 ? 'ok' : 'warn', text });
}
