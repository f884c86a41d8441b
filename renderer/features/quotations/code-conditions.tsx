import { Plus } from 'lucide-react';
import { Fragment, useState, type ReactNode } from 'react';
import type { Code } from '../../../src/codebook/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Switch } from '../../ui/choices.tsx';
import { Popover } from '../../ui/popover.tsx';
import { SetPill } from '../sets/set-pill.tsx';
import { CodePicker } from './code-picker.tsx';
import { choose, useQuotationsView } from './state.ts';
import type { QuotationsData } from './use-quotations.ts';

const MOST_CHIPS = 12;

/** The codes of which a segment has one: chips, and « + Code ». */
export function CodeConditions({ data }: { readonly data: QuotationsData }): ReactNode {
  const { t } = useI18n();
  const { codeIds, ownOnly } = useQuotationsView((state) => state.selection);
  const [showsAll, setShowsAll] = useState(false);
  const chosen = (codeIds ?? []).map((id) => data.codeById.get(id)).filter((code) => code !== undefined);
  const shown = showsAll ? chosen : chosen.slice(0, MOST_CHIPS);
  const set = (ids: readonly number[]): void => choose({ codeIds: ids.length === 0 ? undefined : [...ids] });
  const ids = chosen.map(({ id }) => id);
  return (
    <>
      <div className="quotes-codes">
        {chosen.length === 0 && <span className="quotes-any">{t('quotations.anyCode')}</span>}
        {shown.map((code, index) => (
          <Fragment key={code.id}>
            {index > 0 && <span className="quotes-or">{t('quotations.or')}</span>}
            <Chip
              colour={code.colour}
              shape={code.shape}
              name={code.name}
              onRemove={() => set(ids.filter((id) => id !== code.id))}
            />
          </Fragment>
        ))}
        {chosen.length > shown.length && (
          <Button size="small" variant="quiet" onPress={() => setShowsAll(true)}>
            {t('quotations.moreCodes', { count: chosen.length - shown.length })}
          </Button>
        )}
        <Popover
          label={t('quotations.findCode')}
          trigger={
            <Button size="small" variant="quiet" icon={Plus} className="quotes-add">
              {t('quotations.addCode')}
            </Button>
          }
        >
          {(close) => (
            <CodePicker
              codes={data.codes.filter((code) => !ids.includes(code.id))}
              onPick={(code) => {
                close();
                set([...ids, code.id]);
              }}
            />
          )}
        </Popover>
        <SetPill
          kind="codes"
          choices={data.codes.map(({ id }) => id)}
          chosen={codeIds === undefined ? null : new Set(codeIds)}
          onChoose={(members) => set(members ?? [])}
        />
      </div>
      {chosen.some((code) => hasChildren(code, data.codes)) && (
        <Switch isSelected={ownOnly !== true} onChange={(on) => choose({ ownOnly: on ? undefined : true })}>
          {t('quotations.withSubcodes')}
        </Switch>
      )}
    </>
  );
}

function hasChildren({ id }: Code, codes: readonly Code[]): boolean {
  return codes.some((code) => code.parentId === id);
}
