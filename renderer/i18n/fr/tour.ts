export const fr = {
  title: 'Visite guidée',
  start: 'Visite guidée de cinq minutes',
  resume: 'Reprendre la visite guidée',
  step: 'Étape {{at}} / {{total}}',
  leave: 'Quitter la visite',
  back: 'Précédent',
  next: 'Suivant',
  skip: 'Passer',
  end: 'Terminer',
  done: 'C’est fait',
  readTitle: 'Un entretien codé',
  readText:
    'Le trait sous les mots et l’accolade en marge disent quel code est posé où, avec sa couleur et sa forme. Faites défiler le texte, survolez une étiquette.',
  selectTitle: 'Choisir un passage',
  selectText:
    'Cliquez <b>trois fois</b> dans un paragraphe pour le prendre entier, ou tirez avec la souris. Au clavier\u00a0: Maj et les flèches.',
  codeTitle: 'Coder ce passage',
  codeText:
    'Appuyez sur <b>{{code}}</b>, tapez «\u00a0visio\u00a0», puis <b>{{apply}}</b>. Le code est posé, et déjà enregistré.',
  createTitle: 'Faire naître un code',
  createText:
    'Choisissez un autre passage, appuyez sur <b>{{code}}</b>, écrivez un mot à vous, puis <b>{{create}}</b>\u00a0: le code est créé et posé d’un geste.',
  overlapTitle: 'Prendre un segment en main',
  overlapText:
    'Cliquez une étiquette de la marge, ou des mots codés. Où plusieurs segments se recouvrent, un second clic passe au suivant.',
  mapTitle: 'Rattacher à une hypothèse',
  mapText:
    'Votre code attend sous «\u00a0Hors hypothèse\u00a0», en bas de l’arbre. Glissez-le sur une hypothèse, ou ouvrez son menu (Maj F10).',
  countTitle: 'Combien le disent\u202f?',
  countText: 'Ouvrez <b>Fréquences</b>\u00a0: c’est le tableau de l’article.',
  figuresTitle: 'n sur 8',
  figuresText:
    'Le premier nombre dit combien de référents différents ont au moins un segment de ce code, sur les huit. Un pourcentage n’est jamais montré seul.',
  quoteTitle: 'Les citations',
  quoteText: 'Ouvrez <b>Extraits</b>\u00a0: chaque segment avec qui le dit, à copier avec sa référence.',
  undoTitle: 'Rien n’est perdu',
  undoText:
    'Appuyez sur <b>{{undo}}</b>\u00a0: la dernière action est annulée, et <b>{{redo}}</b> la refait. L’aide est sous <b>{{help}}</b>.',
} as const;
