import type { SameKeys } from '../same-keys.ts';
import type { fr } from '../fr/memos.ts';

export const en: SameKeys<typeof fr> = {
  memo: 'Memo',
  placeholder: 'Write a memo…',
  saving: 'Saving…',
  ofDocument: 'Memo of {{name}}',
};
