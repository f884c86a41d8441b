import type { SameKeys } from '../same-keys.ts';
import type { fr } from '../fr/sets.ts';

export const en: SameKeys<typeof fr> = {
  one: 'Set',
  many: 'Sets',
  none: 'None',
  name: 'Name of the set',
  keep: 'Keep as a set',
  manage: 'Manage sets…',
  new: 'New set',
  kind: 'Sets of',
  kindCodes: 'Codes',
  kindDocuments: 'Documents',
  kindParticipants: 'Participants',
  noneYet:
    'No set yet: a set keeps chosen codes, documents or participants under a name, to limit lists, tables, quotations and searches afterwards.',
  kept: 'Set “{{name}}” kept ({{what}})',
  removed: 'Set “{{name}}” deleted; what was in it stays',
};
