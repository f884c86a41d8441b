import { en as appEn } from './en/app.ts';
import { en as autoCodingEn } from './en/auto-coding.ts';
import { en as backupsEn } from './en/backups.ts';
import { en as codebookEn } from './en/codebook.ts';
import { en as coderEn } from './en/coder.ts';
import { en as codingsEn } from './en/codings.ts';
import { en as commonEn } from './en/common.ts';
import { en as documentsEn } from './en/documents.ts';
import { en as errorsEn } from './en/errors.ts';
import { en as frequenciesEn } from './en/frequencies.ts';
import { en as guideEn } from './en/guide.ts';
import { en as helpEn } from './en/help.ts';
import { en as historyEn } from './en/history.ts';
import { en as homeEn } from './en/home.ts';
import { en as hypothesesEn } from './en/hypotheses.ts';
import { en as importEn } from './en/import.ts';
import { en as linksEn } from './en/links.ts';
import { en as memosEn } from './en/memos.ts';
import { en as pseudonymsEn } from './en/pseudonyms.ts';
import { en as quotationsEn } from './en/quotations.ts';
import { en as searchEn } from './en/search.ts';
import { en as setsEn } from './en/sets.ts';
import { en as settingsEn } from './en/settings.ts';
import { en as shortcutsEn } from './en/shortcuts.ts';
import { en as speakersEn } from './en/speakers.ts';
import { en as statusEn } from './en/status.ts';
import { en as tablesEn } from './en/tables.ts';
import { en as tourEn } from './en/tour.ts';
import { en as unitsEn } from './en/units.ts';
import { en as unsavedEn } from './en/unsaved.ts';
import { fr as appFr } from './fr/app.ts';
import { fr as autoCodingFr } from './fr/auto-coding.ts';
import { fr as backupsFr } from './fr/backups.ts';
import { fr as codebookFr } from './fr/codebook.ts';
import { fr as coderFr } from './fr/coder.ts';
import { fr as codingsFr } from './fr/codings.ts';
import { fr as commonFr } from './fr/common.ts';
import { fr as documentsFr } from './fr/documents.ts';
import { fr as errorsFr } from './fr/errors.ts';
import { fr as frequenciesFr } from './fr/frequencies.ts';
import { fr as guideFr } from './fr/guide.ts';
import { fr as helpFr } from './fr/help.ts';
import { fr as historyFr } from './fr/history.ts';
import { fr as homeFr } from './fr/home.ts';
import { fr as hypothesesFr } from './fr/hypotheses.ts';
import { fr as importFr } from './fr/import.ts';
import { fr as linksFr } from './fr/links.ts';
import { fr as memosFr } from './fr/memos.ts';
import { fr as pseudonymsFr } from './fr/pseudonyms.ts';
import { fr as quotationsFr } from './fr/quotations.ts';
import { fr as searchFr } from './fr/search.ts';
import { fr as setsFr } from './fr/sets.ts';
import { fr as settingsFr } from './fr/settings.ts';
import { fr as shortcutsFr } from './fr/shortcuts.ts';
import { fr as speakersFr } from './fr/speakers.ts';
import { fr as statusFr } from './fr/status.ts';
import { fr as tablesFr } from './fr/tables.ts';
import { fr as tourFr } from './fr/tour.ts';
import { fr as unitsFr } from './fr/units.ts';
import { fr as unsavedFr } from './fr/unsaved.ts';

/** Every sentence of the window by area. Each area has one file per language, with the same keys. */
export const areasFr = {
  app: appFr,
  autoCoding: autoCodingFr,
  backups: backupsFr,
  common: commonFr,
  home: homeFr,
  history: historyFr,
  import: importFr,
  sets: setsFr,
  settings: settingsFr,
  shortcuts: shortcutsFr,
  speakers: speakersFr,
  status: statusFr,
  errors: errorsFr,
  guide: guideFr,
  help: helpFr,
  coder: coderFr,
  documents: documentsFr,
  codebook: codebookFr,
  hypotheses: hypothesesFr,
  codings: codingsFr,
  links: linksFr,
  memos: memosFr,
  frequencies: frequenciesFr,
  pseudonyms: pseudonymsFr,
  quotations: quotationsFr,
  search: searchFr,
  tables: tablesFr,
  tour: tourFr,
  units: unitsFr,
  unsaved: unsavedFr,
} as const;

export const areasEn = {
  app: appEn,
  autoCoding: autoCodingEn,
  backups: backupsEn,
  common: commonEn,
  home: homeEn,
  history: historyEn,
  import: importEn,
  sets: setsEn,
  settings: settingsEn,
  shortcuts: shortcutsEn,
  speakers: speakersEn,
  status: statusEn,
  errors: errorsEn,
  guide: guideEn,
  help: helpEn,
  coder: coderEn,
  documents: documentsEn,
  codebook: codebookEn,
  hypotheses: hypothesesEn,
  codings: codingsEn,
  links: linksEn,
  memos: memosEn,
  frequencies: frequenciesEn,
  pseudonyms: pseudonymsEn,
  quotations: quotationsEn,
  search: searchEn,
  tables: tablesEn,
  tour: tourEn,
  units: unitsEn,
  unsaved: unsavedEn,
} as const;

type Areas = typeof areasFr;
/** A plural is written as two keys, `x_one` and `x_other`, and asked for as `x` with `count`. */
type Asked<K extends string> = K extends `${infer S}_one` | `${infer S}_other` ? S : K;

/** `area.key`, checked by the compiler: `t('common.cancel')`. */
export type MessageKey = {
  [A in keyof Areas]: `${A}.${Asked<keyof Areas[A] & string>}`;
}[keyof Areas];

/** The English file of an area: `export const en: SameKeys<typeof fr> = { … }`. */
export type { SameKeys } from './same-keys.ts';
