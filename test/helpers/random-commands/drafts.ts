import type { TableDraft } from '../../../src/tables/contract.ts';
import type { Situation } from './situation.ts';

const TEXTS = [
  'ENQ : Comment ça va ?\nR1 : Très bien, l’été 😀 fut long. Aujourd’hui je rentre.\nENQ : Et ensuite ?\nR1 : Rien.\n',
  '# Début\nUn texte sans locuteur, avec e\u0301 combiné et 👩‍👩‍👧 en famille.\n\nDeuxième paragraphe.',
  'Enquêtrice : Oui ?\nRéférent 2 : Non.\nRéférent 3 : Peut-être ; à voir.\nRéférent 2 : Bon.\nRéférent 3 : Bien.\n',
];

/** A file read and waiting to be imported. */
export async function draft(s: Situation): Promise<string> {
  const text = s.dice.pick(TEXTS)!;
  // What begins with a heading is Markdown: its headings may become topics of the guide.
  const fileName = `${s.dice.pick(['entretien', 'R1', 'notes'])!}.${text.startsWith('#') ? 'md' : 'txt'}`;
  const stagedId = await s.core.stage(fileName, new TextEncoder().encode(text));
  const [inspected] = await s.client.import.inspect({ files: [{ kind: 'staged', stagedId, fileName }] });
  if (inspected?.ok !== true) throw new Error('the texts of the test are readable');
  const { draftId } = inspected.draft;
  if (s.dice.chance(3)) await s.client.import.redetect({ draftIds: [draftId], pattern: '%NOM% :' });
  return draftId;
}

const TABLES = [
  'Nom;Âge;Ville\nR1;34;Lyon\nRéférent 2;;Nice\nAnna;douze;Lyon\n',
  'Participant,Ville,Que retenez-vous ?\nBoris,Brest,"Rien, ou presque rien de tout cela en somme."\nR1,,\n',
  'code\tÂge\nA\t12\nB\t1,5\nA\t13\n',
];

/** A table read and waiting to be imported. */
export async function table(s: Situation): Promise<TableDraft> {
  const fileName = 'table.csv';
  const stagedId = await s.core.stage(fileName, new TextEncoder().encode(s.dice.pick(TABLES)));
  return s.client.tables.inspect({ source: { kind: 'staged', stagedId, fileName } });
}

export const asVariable = ({ column, name: title, type }: TableDraft['columns'][number]) => ({
  column,
  name: title,
  type,
});
