import type { SameKeys } from '../same-keys.ts';
import type { fr } from '../fr/memos.ts';

export const en: SameKeys<typeof fr> = {
  memo: 'Memo',
  atPassages_one: 'Memo at a passage',
  atPassages_other: '{{count}} memos at passages',
  goToPassage: 'Go to the passage',
  placeholder: 'Write a memo…',
  saving: 'Saving…',
  overwritten: 'Another window had changed this memo meanwhile. Your text replaced it.',
  takeOther: 'Put the other text back',
  keepMine: 'Keep mine',
  ofDocument: 'Memo of {{name}}',
};
