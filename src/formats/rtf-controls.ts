import { resetCharacter, resetParagraph, type Destination, type GroupState } from './rtf-state.ts';

/** Destinations that are read besides the text. */
export const DESTINATIONS: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  info: 'info',
  title: 'title',
  author: 'author',
  creatim: 'created',
  atnauthor: 'comment-author',
  atnref: 'comment-of',
  atrfstart: 'comment-start',
  atrfend: 'comment-end',
};

const MAX_TABLE_LEVEL = 64;

/** Properties of characters; a toggle without a number, or with another than 0, is on. Whether the word was one. */
export function applyFormat(
  state: GroupState,
  word: string,
  value: number | null,
  defaultFont: number | null,
): boolean {
  switch (word) {
    case 'plain':
      resetCharacter(state, defaultFont);
      return true;
    case 'f':
      state.font = value;
      return true;
    case 'uc':
      state.fallback = Math.max(0, value ?? 1);
      return true;
    case 'v':
      state.isHidden = value !== 0;
      return true;
    case 'deleted':
      state.isDeleted = value !== 0;
      return true;
    case 'revised':
      state.isInserted = value !== 0;
      return true;
    default:
      return false;
  }
}

/** Properties of paragraphs. */
export function applyParagraph(state: GroupState, word: string, value: number | null): boolean {
  switch (word) {
    case 'pard':
      resetParagraph(state);
      return true;
    case 's':
      state.style = value;
      return true;
    case 'outlinelevel':
      state.outline = value;
      return true;
    case 'fi':
      state.isHanging = value !== null && value < 0;
      return true;
    case 'intbl':
      state.isInTable = true;
      return true;
    case 'itap':
      state.tableLevel = value === null || value < 0 ? null : Math.min(value, MAX_TABLE_LEVEL);
      return true;
    default:
      return false;
  }
}
