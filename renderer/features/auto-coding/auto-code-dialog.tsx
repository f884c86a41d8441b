import { useId, useState, type ReactNode } from 'react';
import { undoToast } from '../../app/history.ts';
import { useSession } from '../../app/session.ts';
import { useCall } from '../../app/use-call.ts';
import { useCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { toast } from '../../ui/toasts.ts';
import { applied } from './applied.ts';
import { inputOf, START, type Draft } from './draft.ts';
import { PassageList } from './passage-list.tsx';
import { SourceForm } from './source-form.tsx';
import { isTicked, tickState, withTicks, type Unticked } from './ticks.ts';
import { usePlan, type Planned } from './use-plan.ts';
import './auto-coding.css';

/** Passages shown at first, and added each time. */
const PAGE = 200;
const NO_SPEAKERS: readonly never[] = [];

/** Applies a code to all passages of one source, after a look at each: what is ticked is coded, in one step. */
export function AutoCodeDialog({
  start,
  onClose,
}: {
  readonly start: Partial<Draft>;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useI18n();
  const readOnly = useSession((state) => state.project?.readOnly ?? true);
  const [draft, setDraft] = useState<Draft>({ ...START, ...start });
  const [unticked, setUnticked] = useState<Unticked>(new Set());
  const [limit, setLimit] = useState(PAGE);
  const codes = useCall('codes.list', {}).data ?? [];
  const speakers = useCall('speakers.list', {}).data ?? NO_SPEAKERS;
  const path = draft.codePath.trim();
  const codeId = codes.find((code) => code.path === path)?.id ?? null;
  const asked = inputOf(draft, codeId, speakers);
  const planned = usePlan(asked === null ? null : { ...asked, limit });
  const { plan } = planned;
  const create = useCommand('codings.createMany');
  const ticked = plan?.passages.filter((passage) => isTicked(passage, unticked)) ?? [];
  const isReady = planned.isCurrent && path !== '' && ticked.length > 0 && !readOnly && !create.pending;
  const change = (part: Partial<Draft>): void => {
    setDraft({ ...draft, ...part });
    if ('codePath' in part) return;
    setUnticked(new Set());
    setLimit(PAGE);
  };
  const apply = async (): Promise<void> => {
    if (!isReady || plan === undefined) return;
    const done = await create.run(applied(path, plan, ticked));
    if (!done.ok) return;
    const { codings, alreadyThere } = done.value;
    const text = t('search.coded', { count: codings, already: alreadyThere });
    if (codings === 0) toast({ text });
    else undoToast(text);
    onClose();
  };
  return (
    <Dialog
      title={t('autoCoding.title')}
      size="large"
      isOpen
      holds
      onClose={onClose}
      footerStart={<Going going={planned.going} />}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isDisabled={!isReady} onPress={() => void apply()}>
            {t('autoCoding.apply', { count: ticked.length })}
          </Button>
        </>
      }
    >
      <CodeField path={draft.codePath} codes={codes} onChange={(codePath) => change({ codePath })} />
      <SourceForm draft={draft} speakers={speakers} error={planned.error} onChange={change} />
      <Preview
        planned={planned}
        unticked={unticked}
        onTicks={setUnticked}
        onMore={() => setLimit(limit + PAGE)}
      />
    </Dialog>
  );
}

function CodeField({
  path,
  codes,
  onChange,
}: {
  readonly path: string;
  readonly codes: readonly { readonly id: number; readonly path: string; readonly isFolder: boolean }[];
  readonly onChange: (path: string) => void;
}): ReactNode {
  const { t } = useI18n();
  const [fieldId, listId] = [useId(), useId()];
  return (
    <div className="field">
      <label className="field-label" htmlFor={fieldId}>
        {t('autoCoding.code')}
      </label>
      <input
        id={fieldId}
        className="field-input"
        list={listId}
        placeholder={t('search.codePlaceholder')}
        value={path}
        maxLength={2_000}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={listId}>
        {codes
          .filter((code) => !code.isFolder)
          .map((code) => (
            <option key={code.id} value={code.path} />
          ))}
      </datalist>
    </div>
  );
}

function Preview({
  planned: { plan, error, going },
  unticked,
  onTicks,
  onMore,
}: {
  readonly planned: Planned;
  readonly unticked: Unticked;
  readonly onTicks: (unticked: Unticked) => void;
  readonly onMore: () => void;
}): ReactNode {
  const { t } = useI18n();
  if (error !== null) return <EmptyState text={error} />;
  if (plan === undefined)
    return <EmptyState text={t(going === null ? 'autoCoding.nothingAsked' : 'search.searching')} />;
  if (plan.total === 0) return <EmptyState text={t('autoCoding.nothingFound')} />;
  const state = tickState(plan.passages, unticked);
  const already = plan.passages.filter(({ coded }) => coded === 'same').length;
  return (
    <>
      <div className="auto-count">
        <Checkbox
          isSelected={state === 'all'}
          isIndeterminate={state === 'some'}
          onChange={() => onTicks(withTicks(unticked, plan.passages, state === 'none'))}
        >
          {t('autoCoding.all')}
        </Checkbox>
        <p role="status">
          {t('autoCoding.count', { count: plan.total })}{' '}
          {t('autoCoding.inDocuments', { count: plan.documents.length })}
          {already > 0 && ` · ${t('autoCoding.already', { count: already })}`}
          {plan.passages.length < plan.total && ` · ${t('autoCoding.most', { count: plan.passages.length })}`}
        </p>
      </div>
      <PassageList plan={plan} unticked={unticked} onTicks={onTicks} onMore={onMore} />
    </>
  );
}

/** How far the texts are read, and a way to leave it at that. */
function Going({ going }: Pick<Planned, 'going'>): ReactNode {
  const { t, number } = useI18n();
  if (going === null || going.reached === null) return null;
  const { done, of } = going.reached;
  const label = t('search.reached', { count: done, of: number(of) });
  return (
    <div className="auto-going">
      <ProgressBar label={label} value={of === 0 ? 0 : done / of} />
      <Button size="small" onPress={going.stop}>
        {t('search.stop')}
      </Button>
    </div>
  );
}
