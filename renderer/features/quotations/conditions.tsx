import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Stance } from '../../../src/contract/common.ts';
import { Region } from '../../app/region.tsx';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FilterPill } from '../../ui/filter-pill.tsx';
import { MenuButton, MenuItem } from '../../ui/menu.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { ConditionPill, conditionName } from '../frequencies/condition-pill.tsx';
import { useConditions, withPill, type Condition } from '../frequencies/filter-conditions.ts';
import { CodeConditions } from './code-conditions.tsx';
import { changeFilter, choose, clearSelection, useQuotationsView, type QuotationContext } from './state.ts';
import type { QuotationsData } from './use-quotations.ts';

const CONTEXTS: readonly QuotationContext[] = ['none', 'sentence', 'paragraph'];
const CONTEXT_NAMES = {
  none: 'quotations.contextNone',
  sentence: 'quotations.contextSentence',
  paragraph: 'quotations.contextParagraph',
} as const;
const STANCES: readonly Stance[] = ['supports', 'qualifies', 'contradicts'];
const STANCE_NAMES = {
  supports: 'common.stanceSupports',
  qualifies: 'common.stanceQualifies',
  contradicts: 'common.stanceContradicts',
} as const;
const NO_FILTER = {};

function KeyPill(): ReactNode {
  const { t } = useI18n();
  const isKey = useQuotationsView((state) => state.selection.isKey);
  return (
    <FilterPill
      label={t('quotations.key')}
      value={t(isKey === true ? 'quotations.onlyKey' : 'quotations.anyKey')}
      isSet={isKey === true}
      onClear={() => choose({ isKey: undefined })}
    >
      <div className="quotes-stances">
        <Segmented
          label={t('quotations.key')}
          options={[
            { id: 'any', label: t('quotations.anyKey') },
            { id: 'key', label: t('quotations.onlyKey') },
          ]}
          value={isKey === true ? 'key' : 'any'}
          onChange={(value) => choose({ isKey: value === 'key' ? true : undefined })}
        />
      </div>
    </FilterPill>
  );
}

const WEIGHTS = { min: 0, max: 100 };

function WeightPill(): ReactNode {
  const { t } = useI18n();
  const weight = useQuotationsView((state) => state.selection.weight);
  const { min, max } = weight ?? WEIGHTS;
  const set = (end: 'min' | 'max', typed: string): void => {
    const value = Math.round(Number(typed));
    if (typed.trim() === '' || !Number.isFinite(value)) return;
    const bounded = Math.min(100, Math.max(0, value));
    // The other end goes along rather than cross it.
    choose({
      weight:
        end === 'min'
          ? { min: bounded, max: Math.max(bounded, max) }
          : { min: Math.min(bounded, min), max: bounded },
    });
  };
  return (
    <FilterPill
      label={t('quotations.weightCondition')}
      value={weight === undefined ? t('quotations.anyWeight') : t('quotations.weightRange', { min, max })}
      isSet={weight !== undefined}
      onClear={() => choose({ weight: undefined })}
    >
      <div className="quotes-stances quotes-weights">
        <Field
          label={t('quotations.weightMin')}
          type="number"
          value={String(min)}
          onChange={(value) => set('min', value)}
        />
        <Field
          label={t('quotations.weightMax')}
          type="number"
          value={String(max)}
          onChange={(value) => set('max', value)}
        />
      </div>
    </FilterPill>
  );
}

/** What is looked for: codes, hypothesis, people, stance. */
export function Conditions({ data }: { readonly data: QuotationsData }): ReactNode {
  const { t } = useI18n();
  const context = useQuotationsView((state) => state.context);
  const selection = useQuotationsView((state) => state.selection);
  const isEmpty = Object.values(selection).every((value) => value === undefined);
  return (
    <Region name={t('quotations.conditions')} className="quotes-conditions">
      <h1>{t('quotations.title')}</h1>
      <section className="quotes-part">
        <h2>{t('quotations.codedWith')}</h2>
        <CodeConditions data={data} />
        <h2>{t('quotations.underHypothesis')}</h2>
        <HypothesisCondition data={data} />
      </section>
      <section className="quotes-part">
        <h2>{t('quotations.limitTo')}</h2>
        <Limits data={data} />
      </section>
      <section className="quotes-part">
        <h2>{t('quotations.context')}</h2>
        <Segmented
          label={t('quotations.context')}
          fill
          options={CONTEXTS.map((id) => ({ id, label: t(CONTEXT_NAMES[id]) }))}
          value={context}
          onChange={(value) => {
            if (value !== null) useQuotationsView.setState({ context: value });
          }}
        />
      </section>
      <footer className="quotes-foot">
        <Button variant="quiet" isDisabled={isEmpty} onPress={clearSelection}>
          {t('quotations.clear')}
        </Button>
      </footer>
    </Region>
  );
}

function HypothesisCondition({ data }: { readonly data: QuotationsData }): ReactNode {
  const { t } = useI18n();
  const { hypothesisId, hypothesisGroupId } = useQuotationsView((state) => state.selection);
  const hypothesis = data.hypotheses.find((each) => each.id === hypothesisId);
  const groups = hypothesis?.groups ?? [];
  return (
    <div className="quotes-selects">
      <Select
        label={t('quotations.hypothesis')}
        hideLabel
        options={[
          { id: 'any', label: t('quotations.anyHypothesis') },
          ...data.hypotheses.map(({ id, label, title }) => ({ id: String(id), label: `${label} ${title}` })),
        ]}
        value={hypothesisId === undefined ? 'any' : String(hypothesisId)}
        onChange={(value) =>
          choose({ hypothesisId: value === 'any' ? undefined : Number(value), hypothesisGroupId: undefined })
        }
      />
      {groups.length > 0 && (
        <Select
          label={t('quotations.group')}
          hideLabel
          options={[
            { id: 'any', label: t('quotations.anyGroup') },
            ...groups.map(({ id, name }) => ({ id: String(id), label: name })),
          ]}
          value={hypothesisGroupId === undefined ? 'any' : String(hypothesisGroupId)}
          onChange={(value) => choose({ hypothesisGroupId: value === 'any' ? undefined : Number(value) })}
        />
      )}
    </div>
  );
}

function Limits({ data }: { readonly data: QuotationsData }): ReactNode {
  const i18n = useI18n();
  const { selection, added } = useQuotationsView();
  const conditions = useConditions(selection.filter ?? NO_FILTER);
  const firstVariable = conditions.find(({ kind }) => kind === 'variable')?.id;
  const isShown = ({ id, kind, chosen }: Condition): boolean =>
    kind === 'documents' ||
    kind === 'participants' ||
    id === firstVariable ||
    chosen !== null ||
    added.includes(id);
  // Codes have a part of their own above; here stand those that came along with a table's filter.
  const hidden = conditions.filter((condition) => condition.kind !== 'codes' && !isShown(condition));
  const show = (id: string): void => useQuotationsView.setState({ added: withPill(added, id) });
  return (
    <div className="quotes-limits">
      {conditions.filter(isShown).map((condition) => (
        <ConditionPill
          key={condition.id}
          condition={condition}
          noun={data.noun}
          onChange={(chosen) => {
            changeFilter((filter) => condition.apply(filter, chosen));
            show(condition.id);
          }}
        />
      ))}
      <StancePill />
      <KeyPill />
      <WeightPill />
      {hidden.length > 0 && (
        <MenuButton
          label={i18n.t('frequencies.addFilter')}
          trigger={
            <Button variant="quiet" icon={Plus}>
              {i18n.t('frequencies.addFilter')}
            </Button>
          }
        >
          {hidden.map((condition) => (
            <MenuItem
              key={condition.id}
              label={conditionName(condition, data.noun, i18n)}
              onAction={() => show(condition.id)}
            />
          ))}
        </MenuButton>
      )}
    </div>
  );
}

function StancePill(): ReactNode {
  const { t } = useI18n();
  const stance = useQuotationsView((state) => state.selection.stance);
  return (
    <FilterPill
      label={t('quotations.stance')}
      value={stance === undefined ? t('quotations.anyStance') : t(STANCE_NAMES[stance])}
      isSet={stance !== undefined}
      onClear={() => choose({ stance: undefined })}
    >
      <div className="quotes-stances">
        <Segmented
          label={t('quotations.stance')}
          allowEmpty
          options={STANCES.map((id) => ({ id, label: t(STANCE_NAMES[id]) }))}
          value={stance ?? null}
          onChange={(value) => choose({ stance: value ?? undefined })}
        />
      </div>
    </FilterPill>
  );
}
