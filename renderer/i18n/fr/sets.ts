export const fr = {
  one: 'Ensemble',
  many: 'Ensembles',
  none: 'Aucun',
  name: 'Nom de l’ensemble',
  keep: 'Garder comme ensemble',
  manage: 'Gérer les ensembles…',
  new: 'Nouvel ensemble',
  kind: 'Ensembles de',
  kindCodes: 'Codes',
  kindDocuments: 'Documents',
  kindParticipants: 'Participants',
  noneYet:
    'Aucun ensemble encore\u00a0: un ensemble garde sous un nom des codes, des documents ou des participants choisis, pour limiter ensuite les listes, les tableaux, les extraits et les recherches.',
  kept: 'Ensemble «\u00a0{{name}}\u00a0» gardé ({{what}})',
  removed: 'Ensemble «\u00a0{{name}}\u00a0» supprimé\u202f; ce qu’il contenait reste',
} as const;
