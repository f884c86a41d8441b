import { useState, type ReactNode } from 'react';
import type { Draft } from '../../../src/imports/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Field } from '../../ui/field.tsx';
import { DraftPreview } from './draft-preview.tsx';
import { EncodingRow } from './encoding-row.tsx';
import {
  SURE,
  hasTurns,
  knownAs,
  othersToAdopt,
  undecided,
  type DraftState,
  type FileEntry,
} from './import-model.ts';
import { ReplacementDialog } from './replacement-dialog.tsx';
import type { ImportSession } from './import-store.ts';
import { LabelCandidates } from './label-candidates.tsx';
import { SpeakerPattern } from './speaker-pattern.tsx';
import { SpeakerTable } from './speaker-table.tsx';

export interface DraftPanelProps {
  readonly session: ImportSession;
  readonly entry: FileEntry;
  readonly state: DraftState;
  readonly entries: readonly FileEntry[];
  /** The last file is done with: it took the place of a text. */
  readonly onEmptied: () => void;
}

/** What was found in a file, to confirm: speakers, encoding, a preview, headings. */
export function DraftPanel(props: DraftPanelProps): ReactNode {
  const { t } = useI18n();
  const { session, state, entries } = props;
  const { key, file } = props.entry;
  const { draft, choices } = state;
  const others = othersToAdopt(entries, key).length;
  const [isPatternOpen, openPattern] = useState(false);
  const known = knownAs(draft);
  const found = draft.speakers.length > 0;
  const isUnsure = draft.speakerConfidence < SURE;
  // Once the field was touched it stays, whatever is found then.
  const needsPattern = isPatternOpen || isUnsure || choices.pattern !== '' || state.patternError !== null;
  const hint = !found ? 'import.speakersNone' : isUnsure ? 'import.speakersUnsure' : 'import.speakersHint';
  return (
    <>
      <div className="draft-head">
        <h3>{t('import.speakers')}</h3>
        <span title={file.name}>{file.name}</span>
      </div>
      {known !== null && (
        <Duplicate
          session={session}
          fileKey={key}
          draft={draft}
          known={known}
          choice={choices.duplicate}
          others={undecided(entries).length}
          onReplaced={() => {
            session.remove(key);
            if (entries.length === 1) props.onEmptied();
          }}
        />
      )}
      <p className="draft-hint" data-unsure={isUnsure || undefined}>
        {t(hint)}
      </p>
      {choices.speakers.length > 0 && <SpeakerTable session={session} fileKey={key} state={state} />}
      <LabelCandidates session={session} fileKey={key} state={state} />
      <div className="draft-tools">
        {others > 0 && (
          <Button variant="quiet" size="small" onPress={() => session.spreadRoles(key)}>
            {t('import.applyToOthers', { count: others })}
          </Button>
        )}
        {!needsPattern && (
          <Button variant="quiet" size="small" onPress={() => openPattern(true)}>
            {t('import.patternOpen')}
          </Button>
        )}
      </div>
      {needsPattern && (
        <SpeakerPattern
          session={session}
          fileKey={key}
          state={state}
          entries={entries}
          onChange={() => openPattern(true)}
          autoFocus={isPatternOpen}
        />
      )}
      {!hasTurns(choices) && (
        <Field
          className="draft-participant"
          label={t('import.participantName')}
          description={t('import.participantNameHint')}
          value={choices.participantName}
          onChange={(participantName) => session.choose(key, { participantName })}
        />
      )}
      {draft.warnings.map(({ code, message }) => (
        <p key={code} className="draft-warning">
          {message}
        </p>
      ))}
      <div className="draft-preview-head">
        <h3>{t('import.preview')}</h3>
        {draft.encoding !== null && <EncodingRow session={session} fileKey={key} state={state} />}
      </div>
      <DraftPreview state={state} />
      {draft.headings.length > 0 && (
        <Checkbox
          className="draft-headings"
          isSelected={choices.headingsAsTopics}
          onChange={(headingsAsTopics) => session.choose(key, { headingsAsTopics })}
        >
          {t('import.headings', { count: draft.headings.length })}
        </Checkbox>
      )}
      {draft.comments.first !== null && (
        <>
          <Checkbox
            className="draft-headings"
            isSelected={choices.commentsAsMemos}
            onChange={(commentsAsMemos) => session.choose(key, { commentsAsMemos })}
          >
            {t('import.comments', { count: draft.comments.count })}
          </Checkbox>
          <p className="draft-comment">{t('import.firstComment', { ...draft.comments.first })}</p>
        </>
      )}
    </>
  );
}

interface DuplicateProps {
  readonly session: ImportSession;
  readonly fileKey: number;
  readonly draft: Draft;
  readonly known: NonNullable<Draft['duplicateOf']>;
  readonly choice: 'ask' | 'skip' | 'keep';
  /** Other duplicates that wait for an answer. */
  readonly others: number;
  readonly onReplaced: () => void;
}

function Duplicate(props: DuplicateProps): ReactNode {
  const { session, fileKey, draft, known, choice, others } = props;
  const { t } = useI18n();
  const [replacing, setReplacing] = useState(false);
  const isSame = draft.duplicateOf !== null;
  return (
    <div className="draft-duplicate" role="group" aria-label={t('import.duplicate')}>
      <p>{t(isSame ? 'import.duplicateText' : 'import.versionText', { name: known.name })}</p>
      <Button
        size="small"
        active={choice === 'skip'}
        aria-pressed={choice === 'skip'}
        onPress={() => session.choose(fileKey, { duplicate: 'skip' })}
      >
        {t('import.duplicateSkip')}
      </Button>
      <Button
        size="small"
        active={choice === 'keep'}
        aria-pressed={choice === 'keep'}
        onPress={() => session.choose(fileKey, { duplicate: 'keep' })}
      >
        {t('import.duplicateKeep')}
      </Button>
      <Button size="small" onPress={() => setReplacing(true)}>
        {t('import.duplicateReplace')}
      </Button>
      {replacing && (
        <ReplacementDialog
          draftId={draft.draftId}
          fileName={draft.fileName}
          document={known}
          onClose={() => setReplacing(false)}
          onDone={props.onReplaced}
        />
      )}
      {choice !== 'ask' && others > 0 && (
        <Button size="small" variant="quiet" onPress={() => session.answerDuplicates(choice)}>
          {t('import.duplicateOthers', { count: others })}
        </Button>
      )}
    </div>
  );
}
