import { useEffect, useMemo } from 'react';
import { participantNoun, type ParticipantNoun } from '../../../src/charts/participant-noun.ts';
import type { Code } from '../../../src/codebook/contract.ts';
import type { OutputOf } from '../../../src/contract/contract.ts';
import type { Hypothesis } from '../../../src/hypotheses/contract.ts';
import type { Participant, Variable } from '../../../src/participants/contract.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { follow, useQuotationsView } from './state.ts';

export interface QuotationsData {
  readonly found: OutputOf<'analysis.segments'>;
  readonly codes: readonly Code[];
  readonly codeById: ReadonlyMap<number, Code>;
  readonly hypotheses: readonly Hypothesis[];
  readonly participants: readonly Participant[];
  readonly participantNames: ReadonlyMap<number, string>;
  /** Shown after a participant's name: the first variable of participants. */
  readonly variable: Variable | null;
  readonly coders: number;
  readonly noun: ParticipantNoun;
}

/** The quotations that are looked for, with what their cards name; `undefined` until they were first answered. */
export function useQuotations(): {
  readonly data: QuotationsData | undefined;
  readonly error: Error | null;
  readonly isNew: boolean;
} {
  useFollowing();
  const { locale } = useI18n();
  const { selection, limit } = useQuotationsView();
  const asked = useCall('analysis.segments', { ...selection, limit }, { keepPrevious: true });
  const codes = useCall('codes.list', {}).data;
  const hypotheses = useCall('hypotheses.list', {}).data;
  const participants = useCall('participants.list', {}).data;
  const variables = useCall('variables.list', {}).data;
  const coders = useCall('coders.list', {}).data?.length ?? 0;
  const found = asked.data;
  const data = useMemo((): QuotationsData | undefined => {
    if (!found || !codes || !hypotheses || !participants || !variables) return undefined;
    return {
      found,
      codes,
      codeById: new Map(codes.map((code) => [code.id, code])),
      hypotheses,
      participants,
      participantNames: new Map(participants.map(({ id, name }) => [id, name])),
      variable: variables.find(({ scope }) => scope === 'participant') ?? null,
      coders,
      noun: participantNoun(
        participants.map(({ name }) => name),
        locale,
      ),
    };
  }, [found, codes, hypotheses, participants, variables, coders, locale]);
  return { data, error: asked.error, isNew: asked.isPlaceholderData };
}

/** Takes over what other screens asked for. */
function useFollowing(): void {
  const wanted = useNavigation((state) => state.selection);
  const followed = useQuotationsView((state) => state.followed);
  useEffect(() => {
    if (wanted !== null && wanted.token !== followed) follow(wanted.value, wanted.token);
  }, [wanted, followed]);
}
