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
