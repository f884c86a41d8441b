import type { SameKeys } from '../same-keys.ts';
import type { fr } from '../fr/speakers.ts';

export const en: SameKeys<typeof fr> = {
  actions: 'Actions for {{name}}',
  merge: 'Merge with…',
  mergeTitle: 'Merge “{{name}}”',
  mergeInto: 'Give its turns to',
  mergeResult_one: '“{{name}}” will have {{count}} turn. Coded segments stay where they are.',
  mergeResult_other: '“{{name}}” will have {{count}} turns. Coded segments stay where they are.',
  mergeCounts: 'These words will count for {{person}}.',
  mergeCountsNobody: 'These words will count for no participant.',
  mergeConfirm: 'Merge',
  merged_one: '{{count}} turn of “{{from}}” given to “{{into}}”',
  merged_other: '{{count}} turns of “{{from}}” given to “{{into}}”',
  sameRole: 'Same role in all documents',
  samePerson: 'Same person in all documents',
  onlyHere: 'only here',
  sameDone_one: '“{{name}}”: same name and role in {{count}} document',
  sameDone_other: '“{{name}}”: same name and role in {{count}} documents',
  redetect: 'Detect again…',
  redetectTitle: 'Speakers of {{name}}',
  pattern: 'How turns begin',
  patternHint:
    'Empty: the usual ways. Else as in the text, with %NAME% and %TIME%: [%NAME%], %NAME% (%TIME%):',
  redetectHint:
    'Only ticked names count. A name that is known keeps its role and person; turns given by hand are made anew from the text.',
  labels: 'Speakers found',
  nothingFound: 'No name was found at the start of paragraphs.',
  fateNew: 'new',
  fateGone: 'goes',
  turnsChange: 'Turns: {{before}} → {{after}}',
  redetectConfirm: 'Make turns anew',
  redetected_one: '{{count}} turn made anew',
  redetected_other: '{{count}} turns made anew',
};
