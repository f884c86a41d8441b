import { Star } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Coding } from '../../../src/codings/contract.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { setKey, setWeight } from './coding-commands.ts';

/** How much a segment weighs, and whether it is a key quotation. */
export function WeightPart({
  coding,
  isReadOnly,
}: {
  readonly coding: Coding;
  readonly isReadOnly: boolean;
}): ReactNode {
  const { t } = useI18n();
  return (
    <section className="card-part card-weight">
      <WeightField key={coding.id} coding={coding} isReadOnly={isReadOnly} />
      <IconButton
        label={t(coding.isKey ? 'codings.notKey' : 'codings.isKey')}
        icon={Star}
        active={coding.isKey}
        isDisabled={isReadOnly}
        onPress={() => void setKey(coding, !coding.isKey)}
      />
    </section>
  );
}

/** Kept when the person leaves the field or presses Enter; what is no weight stays, with a word about it. */
function WeightField({
  coding,
  isReadOnly,
}: {
  readonly coding: Coding;
  readonly isReadOnly: boolean;
}): ReactNode {
  const { t } = useI18n();
  const draft = useDraft({
    place: t('codings.weight'),
    value: coding.weight === null ? '' : String(coding.weight),
    onSave: async (text) => {
      const weight = weightOf(text);
      return weight !== undefined && (await setWeight(coding, weight));
    },
  });
  const weight = weightOf(draft.shown);
  return (
    <Field
      label={t('codings.weight')}
      value={draft.shown}
      placeholder={t('codings.noWeight')}
      error={weight === undefined ? t('codings.badWeight') : null}
      isReadOnly={isReadOnly}
      maxLength={5}
      saves
      onChange={draft.change}
      onBlur={() => void draft.save()}
      onSubmit={() => void draft.save()}
    />
  );
}

/** A whole number from 0 to 100, `null` for nothing, `undefined` for anything else. */
function weightOf(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  return /^\d{1,3}$/u.test(typed) && Number(typed) <= 100 ? Number(typed) : undefined;
}
