export const fr = {
  memo: 'Mémo',
  placeholder: 'Écrire un mémo…',
  saving: 'Enregistrement…',
  ofDocument: 'Mémo de {{name}}',
} as const;
