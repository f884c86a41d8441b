import { ClipboardPaste, Combine, Copy, Ellipsis, Replace, Scissors } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Coding } from '../../../src/codings/contract.ts';
import { mergeable, splitAt } from '../../../src/text/reshape.ts';
import { keysOf } from '../../app/shortcut-list.ts';
import { runCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import type { TranscriptModel } from '../../transcript/model.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { toast } from '../../ui/toasts.ts';
import { copyFromHand, pasteOnHand, showChooser } from '../coder/actions.ts';
import { chooseCoding, useCoder } from '../coder/state.ts';

import { useHasCopied } from './copied-codes.ts';

interface CodingMenuProps {
  readonly codings: readonly Coding[];
  readonly coding: Coding;
  readonly model: TranscriptModel;
  readonly isReadOnly: boolean;
}

/** Another code for the coding in hand, its passage's codes for another, cutting it in two, making one of it and its neighbour. */
export function CodingMenu({ codings, coding, model, isReadOnly }: CodingMenuProps): ReactNode {
  const { t } = useI18n();
  const hasCopied = useHasCopied();
  const caret = useCoder((state) => state.selection?.focus ?? null);
  const { previous, next } = mergeableNeighbours(codings, coding, model.text);
  const canSplit = caret !== null && splitAt(model.text, coding, caret) !== null;
  const merge = async (other: Coding | undefined): Promise<void> => {
    if (other === undefined) return;
    const done = await runCommand('codings.merge', { codingIds: [coding.id, other.id] });
    if (!done.ok) return;
    chooseCoding(done.value.codingId);
    if (done.value.stancesDiffered) toast({ text: t('codings.stanceKept') });
  };
  return (
    <MenuButton
      trigger={<IconButton label={t('codings.menu')} icon={Ellipsis} size="small" isDisabled={isReadOnly} />}
      label={t('codings.menu')}
      placement="bottom end"
    >
      <MenuItem
        label={t('codings.recodeItem')}
        icon={Replace}
        shortcut={keysOf('reader.recode')}
        onAction={() => showChooser('code')}
      />
      <MenuItem
        label={t('codings.copyCodes')}
        icon={Copy}
        shortcut={keysOf('reader.copyCodes')}
        onAction={copyFromHand}
      />
      <MenuItem
        label={t('codings.pasteCodes')}
        icon={ClipboardPaste}
        shortcut={keysOf('reader.pasteCodes')}
        isDisabled={!hasCopied}
        onAction={pasteOnHand}
      />
      <MenuSeparator />
      <MenuItem
        label={t('codings.split')}
        icon={Scissors}
        isDisabled={!canSplit}
        onAction={() => void runCommand('codings.split', { codingId: coding.id, at: caret ?? 0 })}
      />
      <MenuItem
        label={t('codings.mergePrevious')}
        icon={Combine}
        isDisabled={previous === undefined}
        onAction={() => void merge(previous)}
      />
      <MenuItem
        label={t('codings.mergeNext')}
        icon={Combine}
        isDisabled={next === undefined}
        onAction={() => void merge(next)}
      />
    </MenuButton>
  );
}

/** The nearest codings of the same code and coder, before and after, that overlap this one or follow it with blanks between. */
function mergeableNeighbours(
  codings: readonly Coding[],
  coding: Coding,
  text: string,
): { readonly previous: Coding | undefined; readonly next: Coding | undefined } {
  const alike = codings.filter(
    (each) => each.codeId === coding.codeId && each.coderId === coding.coderId && each.id > 0,
  );
  const at = alike.findIndex((each) => each.id === coding.id);
  const [before, after] = [alike[at - 1], alike[at + 1]];
  return {
    previous: at > 0 && before !== undefined && mergeable(text, [before, coding]) ? before : undefined,
    next: after !== undefined && mergeable(text, [coding, after]) ? after : undefined,
  };
}
