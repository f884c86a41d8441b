import type { SameKeys } from '../same-keys.ts';
import type { fr } from '../fr/hypotheses.ts';

export const en: SameKeys<typeof fr> = {
  new: 'New hypothesis',
  edit: 'Edit the hypothesis',
  label: 'Label',
  labelHint: 'Short: H1, H2a',
  titleField: 'Title',
  statement: 'Statement',
  newGroup: 'New group',
  groupName: 'Name of the group',
  renameGroup: 'Rename the group',
  removeGroup: 'Delete the group',
  remove: 'Delete the hypothesis',
  removed: 'Hypothesis {{label}} deleted; its codes stay',
  groupRemoved: 'Group “{{name}}” deleted; its codes go to {{label}}',
  place: '{{label}}\u00a0›\u00a0{{group}}',
  none: 'No hypothesis',
  one: 'Hypothesis',
  many: 'Hypotheses',
  noneYet: 'No hypothesis',
  readStatement: 'Statement of {{label}}',
};
