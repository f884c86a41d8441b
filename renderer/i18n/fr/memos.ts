export const fr = {
  memo: 'Mémo',
  atPassages_one: 'Mémo à un passage',
  atPassages_other: '{{count}} mémos à des passages',
  goToPassage: 'Aller au passage',
  placeholder: 'Écrire un mémo…',
  saving: 'Enregistrement…',
  overwritten: 'Une autre fenêtre avait modifié ce mémo entre-temps. Votre texte l’a remplacé.',
  takeOther: 'Remettre l’autre texte',
  keepMine: 'Garder le mien',
  ofDocument: 'Mémo de {{name}}',
} as const;
