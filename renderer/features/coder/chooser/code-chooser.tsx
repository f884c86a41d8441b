import { Replace } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useI18n } from '../../../i18n/use-i18n.ts';
import { Mark } from '../../../ui/mark.tsx';
import { recodeInHand } from '../../codings/recode.ts';
import type { ViewRef } from '../actions.ts';
import { useCoder, type ChooserTarget } from '../state.ts';
import type { CodingData } from '../use-coding-data.ts';
import { Chooser, type Choice } from './chooser.tsx';

interface CodeChooserProps {
  readonly data: CodingData;
  readonly view: ViewRef;
  readonly target: ChooserTarget;
}

/** « Remplacer le code… »: another code for the segment in hand. A tick: its passage has that code, the two become one. */
export function CodeChooser({ data, view, target }: CodeChooserProps): ReactNode {
  const { t } = useI18n();
  const codingId = useCoder((state) => state.codingId);
  const coding = codingId === null ? undefined : data.codingOf.get(codingId);
  const { codes, codeOf, codings } = data;
  const choices = useMemo((): readonly Choice[] => {
    if (coding === undefined) return [];
    const { start, end, coderId } = coding;
    const here = new Set(
      codings
        .filter((each) => each.start === start && each.end === end && each.coderId === coderId)
        .map(({ codeId }) => codeId),
    );
    return codes
      .filter(({ id, isFolder }) => !isFolder && id !== coding.codeId)
      .map((code) => ({
        id: code.id,
        name: code.name,
        lead: <Mark colour={code.colour} shape={code.shape} />,
        hint: code.parentId === null ? '' : (codeOf.get(code.parentId)?.path ?? ''),
        depth: 0,
        isHere: here.has(code.id),
        choose: () => void recodeInHand(coding, code),
      }));
  }, [coding, codes, codeOf, codings]);
  return (
    <Chooser
      range={target.range}
      view={view}
      icon={Replace}
      title={t('codings.recodeShort')}
      label={t('codings.recodeTo')}
      choices={choices}
      empty={t('codings.noOtherCode')}
    />
  );
}
