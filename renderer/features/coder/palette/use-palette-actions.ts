import type { Stance } from '../../../../src/contract/common.ts';
import { i18nNow } from '../../../i18n/use-i18n.ts';
import { toast } from '../../../ui/toasts.ts';
import { placeBeside } from '../../hypotheses/code-places.ts';
import { applyCodes, applyNewCode, type Passage } from '../../codings/coding-commands.ts';
import {
  chooseCoding,
  closePalette,
  placeCaret,
  useCoder,
  type CodePlace,
  type PaletteTarget,
} from '../state.ts';
import type { ViewRef } from '../actions.ts';
import type { CodingData } from '../use-coding-data.ts';

export interface PaletteActions {
  /** All of them in one step. */
  readonly apply: (codeIds: readonly number[], stay: boolean) => void;
  readonly create: (name: string, place?: CodePlace) => void;
  readonly close: () => void;
}

const STANCES: readonly (Stance | null)[] = [null, 'supports', 'qualifies', 'contradicts'];

/** The stance after this one; `Tab` goes round. */
export function nextStance(stance: Stance | null, by: 1 | -1): Stance | null {
  const at = STANCES.indexOf(stance);
  return STANCES[(at + by + STANCES.length) % STANCES.length] ?? null;
}

/** What the palette does with the passage it was opened for. Closing gives the keyboard back to the text. */
export function paletteActions(target: PaletteTarget, data: CodingData, view: ViewRef): PaletteActions {
  const passage = (): Passage => ({ ...target, stance: useCoder.getState().stance });
  const close = (): void => {
    closePalette();
    view.current?.focus();
  };
  const leave = (id: number | null, stay: boolean): void => {
    if (id === null) return;
    if (stay) return;
    placeCaret(target.range.end);
    chooseCoding(id);
  };
  return {
    close,
    apply: (codeIds, stay) => {
      const made = applyCodes(passage(), codeIds, data.coderId);
      const code = data.codeOf.get(codeIds.at(-1) ?? -1);
      // The next new code is likely to be a sibling of the one just applied; where it goes is shown.
      if (code !== undefined) useCoder.setState({ place: placeBeside(code, data.hypotheses) });
      if (!stay) close();
      void made.then((id) => leave(id, stay));
    },
    create: (name, place = useCoder.getState().place) => {
      if (name.length > 200) {
        toast({ kind: 'error', text: i18nNow().t('coder.nameTooLong') });
        return;
      }
      const made = applyNewCode(passage(), name, place);
      close();
      void made.then((id) => leave(id, false));
    },
  };
}
