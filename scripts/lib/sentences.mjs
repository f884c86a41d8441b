/** What `npm start` says, in the person's language. */
const SENTENCES = {
  fr: {
    fetching: 'Récupération d’Electron (une seule fois, environ 110 Mo)…',
    inBrowser: 'Repère s’ouvre dans le navigateur : ',
    'no-display': 'cette session n’a pas d’écran.',
    root: 'Electron ne s’exécute pas sous le compte root.',
    'no-binary': 'le programme d’Electron n’est pas installé et n’a pas pu être récupéré.',
    ended: 'Electron s’est arrêté dès son démarrage.',
    chosen: 'REPERE_SHELL=browser le demande.',
    impossible: 'Electron est demandé (REPERE_SHELL=electron), mais ',
    unknownShell: 'REPERE_SHELL vaut « electron » ou « browser ».',
    electronLater:
      'Electron n’a pas pu être récupéré ; nouvel essai au bout d’un jour, ou tout de suite avec REPERE_SHELL=electron npm start.',
    help: 'npm start [-- FICHIER.repere] [--port N] [--no-open] : ouvre Repère, avec ce projet s’il est nommé ; dans le navigateur, au port N, sans montrer la fenêtre avec --no-open.',
    wrong: {
      option: 'Cette option n’existe pas : {value}. Voir npm start -- --help.',
      port: 'Un port est un nombre de 0 à 65535, et non {value}.',
      files: 'Un seul projet s’ouvre à la fois ; {value} est de trop.',
      missing: 'Le fichier {value} est introuvable.',
      folder: '{value} est un dossier, pas un projet.',
    },
  },
  en: {
    fetching: 'Getting Electron (only once, about 110 MB)…',
    inBrowser: 'Repère opens in the browser: ',
    'no-display': 'this session has no display.',
    root: 'Electron does not run as root.',
    'no-binary': 'the program of Electron is not installed and could not be had.',
    ended: 'Electron ended as soon as it had started.',
    chosen: 'REPERE_SHELL=browser asks for it.',
    impossible: 'Electron is asked for (REPERE_SHELL=electron), but ',
    unknownShell: 'REPERE_SHELL is either “electron” or “browser”.',
    electronLater:
      'Electron could not be had; it is tried again once a day has passed, or at once with REPERE_SHELL=electron npm start.',
    help: 'npm start [-- FILE.repere] [--port N] [--no-open]: opens Repère, with this project if one is named; in the browser, on port N, without showing the window with --no-open.',
    wrong: {
      option: 'There is no such option: {value}. See npm start -- --help.',
      port: 'A port is a number from 0 to 65535, not {value}.',
      files: 'One project opens at a time; {value} is one too many.',
      missing: 'The file {value} cannot be found.',
      folder: '{value} is a folder, not a project.',
    },
  },
};

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {typeof SENTENCES.fr}
 */
export function sentences(env = process.env) {
  const named = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'];
  const language = named || new Intl.DateTimeFormat().resolvedOptions().locale;
  return language.toLowerCase().startsWith('fr') ? SENTENCES.fr : SENTENCES.en;
}
