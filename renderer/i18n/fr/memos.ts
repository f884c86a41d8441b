export const fr = {
  memo: 'Mémo',
  atPassages_one: 'Mémo à un passage',
  atPassages_other: '{{count}} mémos à des passages',
  goToPassage: 'Aller au passage',
  placeholder: 'Écrire un mémo…',
  saving: 'Enregistrement…',
  ofDocument: 'Mémo de {{name}}',
} as const;
