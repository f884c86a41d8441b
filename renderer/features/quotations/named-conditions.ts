import type { ParticipantNoun } from '../../../src/charts/participant-noun.ts';
import type { I18n } from '../../i18n/use-i18n.ts';
import { conditionName } from '../frequencies/condition-pill.tsx';
import type { Condition } from '../frequencies/filter-conditions.ts';
import type { QuotationsState } from './state.ts';

export type Wanted = QuotationsState['selection'];

/** A condition in force, its name, and what would be looked for without it. */
export interface NamedCondition {
  readonly name: string;
  readonly without: Wanted;
}

/** The conditions of a selection, those set last in the panel first. */
export function namedConditions(
  wanted: Wanted,
  conditions: readonly Condition[],
  noun: ParticipantNoun,
  i18n: I18n,
): readonly NamedCondition[] {
  const { stance, hypothesisId, hypothesisGroupId, codeIds, filter = {}, ...rest } = wanted;
  const { isKey, weight, ...others } = rest;
  const base = { ...rest, filter };
  const withStance = stance === undefined ? {} : { stance };
  const withPlace = {
    ...(hypothesisId === undefined ? {} : { hypothesisId }),
    ...(hypothesisGroupId === undefined ? {} : { hypothesisGroupId }),
  };
  const withCodes = codeIds === undefined ? {} : { codeIds };
  const named: NamedCondition[] = [];
  if (stance !== undefined)
    named.push({ name: i18n.t('quotations.stance'), without: { ...base, ...withPlace, ...withCodes } });
  const all = { ...withStance, ...withPlace, ...withCodes };
  if (isKey !== undefined)
    named.push({
      name: i18n.t('quotations.key'),
      without: { ...others, ...(weight === undefined ? {} : { weight }), filter, ...all },
    });
  if (weight !== undefined)
    named.push({
      name: i18n.t('quotations.weightCondition'),
      without: { ...others, ...(isKey === undefined ? {} : { isKey }), filter, ...all },
    });
  for (const condition of conditions.filter(({ chosen }) => chosen !== null)) {
    const without = {
      ...base,
      ...withStance,
      ...withPlace,
      ...withCodes,
      filter: condition.apply(filter, null),
    };
    named.push({ name: conditionName(condition, noun, i18n), without });
  }
  if (hypothesisId !== undefined) {
    named.push({ name: i18n.t('quotations.hypothesis'), without: { ...base, ...withStance, ...withCodes } });
  }
  if (codeIds !== undefined) {
    named.push({
      name: i18n.t('quotations.conditionCodes'),
      without: { ...base, ...withStance, ...withPlace },
    });
  }
  return named;
}
