import { useDeferredValue, useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../src/contract/contract.ts';
import { undoToast } from '../../app/history.ts';
import { client } from '../../app/client.ts';
import { useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { i18nNow, useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { confirm } from '../../ui/confirm-question.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import './replace-dialog.css';

type Found = OutputOf<'documents.findReplace'>;
type Hit = Found[number]['hits'][number];

const NONE: Found = [];
/** More than these are counted, and replaced, but not listed. */
const SHOWN = 200;

interface ReplaceDialogProps {
  readonly documentId: number;
  readonly onClose: () => void;
}

/** Finds words as they are written and replaces those that stay ticked, in one step; codings stay on their words. */
export function ReplaceDialog({ documentId, onClose }: ReplaceDialogProps): ReactNode {
  const { t } = useI18n();
  const [find, setFind] = useState('');
  const [by, setBy] = useState('');
  const [exact, setExact] = useState(false);
  const [wholeWords, setWholeWords] = useState(true);
  const [everywhere, setEverywhere] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const wanted = useDeferredValue(find);
  const input = { find: wanted, exact, wholeWords, ...(everywhere ? {} : { documentIds: [documentId] }) };
  const found = useCall('documents.findReplace', input, { enabled: wanted !== '', keepPrevious: true }).data;
  const documents = wanted === '' ? NONE : (found ?? NONE);
  const chosen = documents.map((each) => ({
    ...each,
    hits: each.hits.filter((hit) => !left.has(keyOf(each.documentId, hit))),
  }));
  const count = chosen.reduce((sum, { hits }) => sum + hits.length, 0);
  const toggle = (key: string, isOn: boolean): void => {
    const next = new Set(left);
    if (isOn) next.delete(key);
    else next.add(key);
    setLeft(next);
  };
  const apply = async (): Promise<void> => {
    if (await replaceAll(chosen, by)) onClose();
  };
  return (
    <Dialog
      title={t('documents.replace')}
      isOpen
      onClose={onClose}
      size="large"
      footerStart={
        <span aria-live="polite">{wanted === '' ? '' : t('documents.replaceCount', { count })}</span>
      }
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isDisabled={count === 0} onPress={() => void apply()}>
            {t('documents.replaceConfirm', { count })}
          </Button>
        </>
      }
    >
      <div className="replace-fields">
        <Field label={t('documents.replaceFind')} value={find} onChange={setFind} autoFocus />
        <Field
          label={t('documents.replaceBy')}
          placeholder={t('documents.replaceByNothing')}
          value={by}
          onChange={setBy}
        />
      </div>
      <div className="replace-options">
        <Checkbox isSelected={wholeWords} onChange={setWholeWords}>
          {t('documents.replaceWords')}
        </Checkbox>
        <Checkbox isSelected={exact} onChange={setExact}>
          {t('documents.replaceExact')}
        </Checkbox>
        <Checkbox isSelected={everywhere} onChange={setEverywhere}>
          {t('documents.replaceEverywhere')}
        </Checkbox>
      </div>
      <div className="replace-list">
        {documents.map(({ documentId: id, name, hits }) => (
          <section key={id} aria-label={name}>
            <h3>{name}</h3>
            {hits.slice(0, SHOWN).map((hit) => (
              <HitRow
                key={hit.start}
                hit={hit}
                by={by}
                isSelected={!left.has(keyOf(id, hit))}
                onChange={(isOn) => toggle(keyOf(id, hit), isOn)}
              />
            ))}
            {hits.length > SHOWN && (
              <p className="replace-more">{t('documents.replaceMore', { count: hits.length - SHOWN })}</p>
            )}
          </section>
        ))}
        {wanted !== '' && found !== undefined && documents.length === 0 && (
          <p className="replace-more">{t('documents.replaceNone')}</p>
        )}
      </div>
    </Dialog>
  );
}

interface HitRowProps {
  readonly hit: Hit;
  readonly by: string;
  readonly isSelected: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function HitRow({ hit, by, isSelected, onChange }: HitRowProps): ReactNode {
  const { t } = useI18n();
  const { snippet, snippetStart, snippetEnd } = hit;
  return (
    <Checkbox className="replace-hit" isSelected={isSelected} onChange={onChange}>
      <span className="replace-place">{t('coder.paragraph', { paragraph: hit.paragraph })}</span>
      <span>
        {snippet.slice(0, snippetStart)}
        <del>{snippet.slice(snippetStart, snippetEnd)}</del>
        {by !== '' && <ins> {by}</ins>}
        {snippet.slice(snippetEnd)}
      </span>
      {hit.codings > 0 && (
        <span className="replace-coded">{t('documents.replaceCoded', { count: hit.codings })}</span>
      )}
    </Checkbox>
  );
}

async function replaceAll(chosen: Found, by: string): Promise<boolean> {
  const { t } = i18nNow();
  const changes = chosen
    .filter(({ hits }) => hits.length > 0)
    .map(({ documentId, textVersionId, hits }) => ({
      documentId,
      textVersionId,
      edits: hits.map(({ start, end }) => ({ start, end, text: by })),
    }));
  const count = changes.reduce((sum, { edits }) => sum + edits.length, 0);
  const { lost } = await client.documents.editImpact({ changes });
  const going = lost.filter(({ kind }) => kind !== 'memo');
  const agreed =
    going.length === 0 ||
    (await confirm({
      title: t('coder.editLosesTitle', { count: going.length }),
      text: t('coder.editLosesText'),
      confirm: t('coder.editLosesConfirm'),
      danger: true,
    }));
  if (!agreed) return false;
  const done = await runCommand('documents.edit', { changes, dropEmptied: going.length > 0 });
  if (done.ok) undoToast(t('documents.replaced', { count }));
  return done.ok;
}

function keyOf(documentId: number, { start }: Hit): string {
  return `${documentId} ${start}`;
}
