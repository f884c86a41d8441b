import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { fold } from '../../../src/text/fold.ts';
import { undoToast } from '../../app/history.ts';
import { useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, SearchField } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { Codebook } from '../coder/use-coding-data.ts';
import { CodePicker } from './code-picker.tsx';
import { closeCodebookDialog } from './dialog-state.ts';
import { targets } from './merge-dialog.tsx';
import { deal, MOST_PARTS, splitInput, withoutPart, type Dealt, type SplitPart } from './split-parts.ts';
import { SplitList } from './split-list.tsx';

interface SplitDialogProps {
  readonly codeId: number;
  readonly data: Codebook;
}

/** So many segments of a code are dealt out at most in one go. */
const MOST_SEGMENTS = 500;

/** Deals the segments of a code out to others, one by one with the digits, or all that a search finds. */
export function SplitDialog({ codeId, data }: SplitDialogProps): ReactNode {
  const { t } = useI18n();
  const name = data.codeOf.get(codeId)?.name ?? '';
  const [parts, setParts] = useState<readonly SplitPart[]>([]);
  const [dealt, setDealt] = useState<Dealt>(new Map());
  const [under, setUnder] = useState<'beside' | 'inside'>('beside');
  const [search, setSearch] = useState('');
  const answer = useCall('analysis.segments', {
    codeIds: [codeId],
    ownOnly: true,
    limit: MOST_SEGMENTS,
  }).data;
  const all = answer?.quotations ?? [];
  const query = fold(search.trim()).folded;
  const found = query === '' ? all : all.filter((each) => fold(each.text).folded.includes(query));
  const split = async (): Promise<void> => {
    const done = await runCommand('codes.split', splitInput(codeId, parts, dealt, under));
    if (!done.ok) return;
    closeCodebookDialog();
    undoToast(t('codebook.splitDone', { count: dealt.size }));
  };
  return (
    <Dialog
      title={t('codebook.splitTitle', { name })}
      size="large"
      isOpen
      holds
      hasWork={parts.length > 0}
      onClose={closeCodebookDialog}
      footerStart={
        <Segmented
          label={t('codebook.splitUnder')}
          options={[
            { id: 'beside', label: t('codebook.splitBeside') },
            { id: 'inside', label: t('codebook.splitInside') },
          ]}
          value={under}
          onChange={(value) => {
            if (value !== null) setUnder(value);
          }}
        />
      }
      footer={
        <>
          <Button onPress={closeCodebookDialog}>{t('common.cancel')}</Button>
          <Button variant="primary" isDisabled={dealt.size === 0} onPress={() => void split()}>
            {t('codebook.splitDo', { count: dealt.size })}
          </Button>
        </>
      }
    >
      <p className="split-intro">{t('codebook.splitIntro')}</p>
      <div className="split-columns">
        <div className="split-parts">
          <Parts
            parts={parts}
            dealt={dealt}
            onRemove={(index) => {
              setParts(parts.filter((_part, at) => at !== index));
              setDealt(withoutPart(dealt, index));
            }}
          />
          {parts.length < MOST_PARTS && (
            <AddPart
              data={data}
              codes={targets([codeId, ...parts.flatMap((part) => part.codeId ?? [])], data)}
              onAdd={(part) => setParts([...parts, part])}
            />
          )}
        </div>
        <div className="split-segments">
          <SearchField label={t('codebook.splitSearch')} value={search} onChange={setSearch} />
          {query !== '' && parts.length > 0 && found.length > 0 && (
            <div className="split-found">
              <span>{t('codebook.splitFound', { count: found.length })}</span>
              {parts.map((part, index) => (
                <Button
                  key={index}
                  size="small"
                  onPress={() =>
                    setDealt(
                      deal(
                        dealt,
                        found.map((each) => each.codingId),
                        index,
                      ),
                    )
                  }
                >
                  {part.name}
                </Button>
              ))}
            </div>
          )}
          {answer !== undefined && all.length === 0 && <p>{t('codebook.splitNone')}</p>}
          <SplitList
            label={t('codebook.splitList', { name })}
            segments={found}
            parts={parts}
            dealt={dealt}
            onDeal={(codingId, part) => setDealt(deal(dealt, [codingId], part))}
          />
        </div>
      </div>
    </Dialog>
  );
}

function Parts({
  parts,
  dealt,
  onRemove,
}: {
  readonly parts: readonly SplitPart[];
  readonly dealt: Dealt;
  readonly onRemove: (index: number) => void;
}): ReactNode {
  const { t } = useI18n();
  const counts = [...dealt.values()];
  return (
    <ol className="split-part-list" aria-label={t('codebook.splitParts')}>
      {parts.map((part, index) => (
        <li key={index} className="split-part">
          <Kbd keys={String(index + 1)} />
          <span className="split-part-name">{part.name}</span>
          <span className="tabular">{counts.filter((at) => at === index).length}</span>
          <IconButton
            label={t('codebook.splitRemove', { name: part.name })}
            icon={X}
            size="small"
            onPress={() => onRemove(index)}
          />
        </li>
      ))}
    </ol>
  );
}

function AddPart({
  data,
  codes,
  onAdd,
}: {
  readonly data: Codebook;
  readonly codes: Codebook['codes'];
  readonly onAdd: (part: SplitPart) => void;
}): ReactNode {
  const { t } = useI18n();
  const [name, setName] = useState('');
  const add = (): void => {
    if (name.trim() === '') return;
    onAdd({ codeId: null, name: name.trim() });
    setName('');
  };
  return (
    <div className="split-add">
      <div className="split-new">
        <Field
          label={t('codebook.splitNewName')}
          value={name}
          maxLength={200}
          autoFocus
          onChange={setName}
          onSubmit={add}
        />
        <Button onPress={add} isDisabled={name.trim() === ''}>
          {t('codebook.splitAdd')}
        </Button>
      </div>
      <CodePicker
        // Another list makes another picker: it begins empty after each choice.
        key={codes.length}
        label={t('codebook.splitAddKnown')}
        codes={codes}
        value={null}
        onChange={(id) => {
          const code = id === null ? undefined : data.codeOf.get(id);
          if (code !== undefined) onAdd({ codeId: code.id, name: code.name });
        }}
      />
    </div>
  );
}
