export const fr = {
  connectionLost:
    'Repère ne répond plus. Ce qui était enregistré est dans le fichier du projet ; la dernière action ne l’est peut-être pas.',
  lostBanner: 'Liaison perdue avec Repère. Tout ce qui a été enregistré est gardé ; nouvel essai en cours…',
  refusedBanner:
    'Cette page n’est plus reliée à Repère. Relancez le programme et ouvrez l’adresse qu’il affiche ; votre projet est intact.',
  stoppedTitle: 'Repère s’est arrêté',
  stoppedKept: 'Votre travail est enregistré dans le fichier du projet.',
  stoppedWords:
    'Ce que vous veniez de saisir n’a pas pu y être écrit\u00a0: cet ordinateur le garde et vous le proposera à la prochaine ouverture du projet.',
  stoppedHow:
    'Pour continuer, relancez Repère comme d’habitude\u00a0: une nouvelle page s’ouvrira. Vous pourrez alors fermer celle-ci.',
  stoppedWhy: 'Repère s’arrête de lui-même une minute après que sa dernière page s’est fermée ou endormie.',
  coreLost: 'Le cœur du programme s’est arrêté ({{reason}}) et redémarre. Ce qui était enregistré est gardé.',
  stageTooLarge: '« {{name}} » est trop grand pour être lu.',
  stageFailed:
    '« {{name}} » n’a pas pu être lu par le navigateur. Vérifiez qu’il n’a pas été déplacé, puis réessayez.',
  crashTitle: 'Cette partie de la fenêtre s’est arrêtée',
  crashText:
    'Une erreur imprévue a interrompu l’affichage. Le projet n’est pas touché : tout ce qui a été fait est dans le fichier {{file}}.',
  crashTextNoProject: 'Une erreur imprévue a interrompu l’affichage. Aucun fichier n’est touché.',
  crashDetails: 'Détail technique : {{message}}',
  crashRetry: 'Afficher de nouveau',
  crashReload: 'Recharger la fenêtre',
  saveFailed: 'Le fichier n’a pas pu être enregistré.',
} as const;
