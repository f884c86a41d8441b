import type { fr } from '../fr/unsaved.ts';
import type { SameKeys } from '../same-keys.ts';

export const en: SameKeys<typeof fr> = {
  closeTitle: 'Close without saving?',
  closeText: 'What you typed in this window is not saved yet.',
  closeConfirm: 'Close without saving',
  closeRefuse: 'Go on',
  banner_one: 'A text that you typed was not saved in the project. It is kept on this computer.',
  banner_other:
    '{{count}} texts that you typed were not saved in the project. They are kept on this computer.',
  show: 'Show…',
  title: 'Unsaved texts',
  intro:
    'These texts were typed in this project but could not be saved in it. They are kept on this computer only.',
  when: 'typed on {{at}}',
  putBack: 'Save',
  copy: 'Copy',
  copied: 'Text copied',
  notCopied: 'Copying was not allowed. Select the text and copy it with Ctrl+C.',
  drop: 'Discard',
  dropTitle: 'Discard this text?',
  dropText: 'It is kept nowhere else.',
  later: 'Later',
  saved: 'The text is saved.',
  refused: '{{reason}} The text stays kept here; you can also copy it.',
  notInCopy: 'What you have just typed is not in it yet: it will be offered when the copy is opened.',
  textOf: 'Text of {{name}}',
  memoOf: '{{label}} · {{name}}',
};
