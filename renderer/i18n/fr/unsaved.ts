export const fr = {
  closeTitle: 'Fermer sans enregistrer\u202f?',
  closeText: 'Ce que vous avez saisi dans cette fenêtre n’est pas encore enregistré.',
  closeConfirm: 'Fermer sans enregistrer',
  closeRefuse: 'Continuer',
  banner_one:
    'Un texte que vous aviez saisi n’a pas été enregistré dans le projet. Il est gardé sur cet ordinateur.',
  banner_other:
    '{{count}} textes que vous aviez saisis n’ont pas été enregistrés dans le projet. Ils sont gardés sur cet ordinateur.',
  show: 'Voir…',
  title: 'Textes non enregistrés',
  intro:
    'Ces textes ont été saisis dans ce projet, mais n’ont pas pu y être enregistrés. Ils ne sont gardés que sur cet ordinateur.',
  when: 'saisi le {{at}}',
  putBack: 'Enregistrer',
  copy: 'Copier',
  copied: 'Texte copié',
  notCopied: 'La copie n’a pas été permise. Sélectionnez le texte et copiez-le avec Ctrl+C.',
  drop: 'Jeter',
  dropTitle: 'Jeter ce texte\u202f?',
  dropText: 'Il n’est gardé nulle part ailleurs.',
  later: 'Plus tard',
  saved: 'Le texte est enregistré.',
  refused: '{{reason}} Le texte reste gardé ici\u202f; vous pouvez aussi le copier.',
  notInCopy:
    'Ce que vous venez de saisir n’y est pas encore\u00a0: il vous sera proposé à l’ouverture de la copie.',
  textOf: 'Texte de {{name}}',
  memoOf: '{{label}} · {{name}}',
} as const;
