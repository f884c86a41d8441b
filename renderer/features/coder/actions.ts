import type { RefObject } from 'react';
import type { Coding } from '../../../src/codings/contract.ts';
import type { TextRange } from '../../../src/text/range.ts';
import { undoToast } from '../../app/history.ts';
import { i18nNow } from '../../i18n/use-i18n.ts';
import { rangeOf } from '../../transcript/caret.ts';
import { paragraphWords } from '../../transcript/ladder.ts';
import type { TranscriptView } from '../../transcript/view.ts';
import { toast } from '../../ui/toasts.ts';
import { applyCode, removeCoding } from '../codings/coding-commands.ts';
import { copyCodes, pasteCodes } from '../codings/copied-codes.ts';
import { currentData } from './current-data.ts';
import {
  chooseCoding,
  openChooser,
  openPalette,
  placeCaret,
  rangeInHand,
  useCoder,
  type ChooserTarget,
} from './state.ts';
import type { CodingData } from './use-coding-data.ts';

export type ViewRef = RefObject<TranscriptView | null>;

/** The passage in hand, or `null` with a word to the person about what is missing. */
function passageInHand(data: CodingData): TextRange | null {
  const range = rangeInHand(useCoder.getState(), (id) => data.codingOf.get(id));
  if (range === null) toast({ text: i18nNow().t('coder.selectFirst') });
  return range;
}

export function showPalette(): void {
  const data = currentData();
  if (data === null || data.documentId === null) return;
  const range = passageInHand(data);
  if (range !== null) openPalette({ documentId: data.documentId, range });
}

/** Asks who says the passage in hand, which question of the guide it answers, or which code the segment shall have. */
export function showChooser(kind: ChooserTarget['kind']): void {
  const data = currentData();
  const { t } = i18nNow();
  if (data?.readOnly === true) {
    toast({ text: t('coder.readOnly') });
    return;
  }
  if (kind === 'code' && !isCodingInHand(data)) {
    toast({ text: t('codings.chooseSegment') });
    return;
  }
  const range = data === null ? null : rangeInHand(useCoder.getState(), (id) => data.codingOf.get(id));
  if (data === null || data.documentId === null || range === null) toast({ text: t('coder.selectPassage') });
  else openChooser({ kind, documentId: data.documentId, range });
}

function isCodingInHand(data: CodingData | null): boolean {
  const { codingId } = useCoder.getState();
  return codingId !== null && codingId > 0 && data?.codingOf.has(codingId) === true;
}

/** Takes the codes of the passage in hand along, for another passage. */
export function copyFromHand(): void {
  const data = currentData();
  const range = data === null ? null : passageInHand(data);
  if (data !== null && range !== null) copyCodes(data, range);
}

/** Puts the codes taken along on the passage in hand. */
export function pasteOnHand(): void {
  const data = currentData();
  if (data === null || data.documentId === null) return;
  if (data.readOnly) {
    toast({ text: i18nNow().t('coder.readOnly') });
    return;
  }
  const range = passageInHand(data);
  if (range !== null) void pasteCodes(data.documentId, range);
}

/** Applies a code to the passage in hand and takes the new coding in hand. */
export async function applyToHand(codeId: number): Promise<void> {
  const data = currentData();
  const code = data?.codeOf.get(codeId);
  if (data === null || code === undefined) return;
  if (code.isFolder) {
    toast({ text: i18nNow().t('coder.folderNotApplied', { name: code.name }) });
    return;
  }
  const range = passageInHand(data);
  if (range !== null) await applyTo(codeId, range);
}

/** Applies a code to the paragraph of the caret: what dragging the code there does. Without a caret a word tells of it. */
export async function applyToParagraph(codeId: number): Promise<void> {
  const data = currentData();
  const code = data?.codeOf.get(codeId);
  if (data === null || data.model === null || code === undefined) return;
  const { t } = i18nNow();
  const { selection } = useCoder.getState();
  const range = selection === null ? null : paragraphWords(data.model, rangeOf(selection).start);
  if (code.isFolder) toast({ text: t('coder.folderNotApplied', { name: code.name }) });
  else if (range === null) toast({ text: t('coder.caretFirst') });
  else await applyTo(codeId, range);
}

export async function applyTo(codeId: number, range: TextRange): Promise<void> {
  const data = currentData();
  if (data === null || data.documentId === null) return;
  const id = await applyCode({ documentId: data.documentId, range, stance: null }, codeId, data.coderId);
  if (id === null) return;
  placeCaret(range.end);
  chooseCoding(id);
}

/** Goes to a coding: it is taken in hand, scrolled to, and its handles draw the eye. */
export function goToCoding(coding: Coding, view: ViewRef): void {
  placeCaret(coding.end);
  chooseCoding(coding.id);
  view.current?.reveal(coding, true);
}

/** Removes a coding; the next one does not take its place, so that a second press removes nothing unseen. */
export function uncode(coding: Coding): void {
  const name = currentData()?.codeOf.get(coding.codeId)?.name ?? '';
  if (useCoder.getState().codingId === coding.id) chooseCoding(null);
  void removeCoding(coding).then((done) => {
    if (done) undoToast(i18nNow().t('codings.removed', { code: name }));
  });
}
