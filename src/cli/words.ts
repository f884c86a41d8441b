import type { Locale } from '../settings/contract.ts';

/** The few words that the command line itself says; everything else comes from the core. */
const WORDS = {
  nothingChanged: { fr: 'Rien n’a changé', en: 'Nothing changed' },
  versionKept: { fr: 'Version gardée : {name}', en: 'Version kept: {name}' },
  versionNamed: { fr: 'version', en: 'version' },
  beforeMerge: { fr: 'avant la fusion de {codes}', en: 'before merging {codes}' },
  beforeSplit: { fr: 'avant la division de {codes}', en: 'before splitting {codes}' },
  beforeRemoval: { fr: 'avant la suppression de {codes}', en: 'before removing {codes}' },
  noDifference: { fr: 'Aucune différence', en: 'No difference' },
  merged: {
    fr: '{segments} segment(s) réuni(s), dont {duplicates} en double',
    en: '{segments} segment(s) joined, {duplicates} of them twice',
  },
  topOfTree: { fr: '(racine)', en: '(top)' },
  changeSplit: { fr: ' (issu de {from})', en: ' (split from {from})' },
  changeMerged: { fr: ' (réuni à {into})', en: ' (merged into {into})' },
  changeRenamed: { fr: ' (s’appelait {from})', en: ' (was called {from})' },
  changeMoved: { fr: ' (déplacé de {from} vers {to})', en: ' (moved from {from} to {to})' },
  changeOrder: { fr: ' (autre ordre)', en: ' (another order)' },
  changeLook: { fr: ' (autre couleur ou forme)', en: ' (another colour or shape)' },
  changeFolder: { fr: ' (devenu un dossier)', en: ' (is a folder now)' },
  changeNoFolder: { fr: ' (n’est plus un dossier)', en: ' (is no folder any more)' },
  briefDefinition: { fr: 'définition brève :', en: 'brief definition:' },
  fullDefinition: { fr: 'définition complète :', en: 'full definition:' },
  whenToUse: { fr: 'quand l’employer :', en: 'when to use:' },
  whenNotToUse: { fr: 'quand ne pas l’employer :', en: 'when not to use:' },
  example: { fr: 'exemple :', en: 'example:' },
  copied: {
    fr: 'Copie enregistrée, complète et vérifiée : {path}',
    en: 'Copy saved, complete and verified: {path}',
  },
  salvagedAll: {
    fr: 'Tout a été lu. Nouveau projet : {path}',
    en: 'Everything was read. New project: {path}',
  },
  salvagedPart: {
    fr: 'Tout n’a pas pu être lu ; la liste dit ce qui manque. Nouveau projet : {path}',
    en: 'Not everything could be read; the list says what is missing. New project: {path}',
  },
  salvageWhat: { fr: 'quoi', en: 'what' },
  salvageExpected: { fr: 'il y en avait', en: 'there were' },
  salvageFound: { fr: 'retrouvé', en: 'found' },
  salvageKept: { fr: 'gardé', en: 'kept' },
  created: { fr: 'Projet créé : {path}', en: 'Project created: {path}' },
  imported: { fr: '{count} document(s) importé(s)', en: '{count} document(s) imported' },
  nothingToImport: { fr: 'Aucun fichier dans ce dossier', en: 'No file in this folder' },
  duplicate: {
    fr: '{file} : déjà dans le projet sous le nom « {name} », passé (--keep-duplicates pour le garder en double, --replace pour remplacer le texte)',
    en: '{file}: already in the project as “{name}”, skipped (--keep-duplicates to keep both, --replace to replace its text)',
  },
  coded: {
    fr: '{count} segment(s) codé(s), {already} déjà codé(s)',
    en: '{count} segment(s) coded, {already} already coded',
  },
  replaced: {
    fr: '{name} : texte remplacé, {kept} passages gardés, {moved} déplacés, {doubtful} à vérifier, {lost} perdus',
    en: '{name}: text replaced, {kept} passages kept, {moved} moved, {doubtful} to be checked, {lost} lost',
  },
  notFoundAgain: { fr: '  perdu : {name} : « {quotation} »', en: '  lost: {name}: “{quotation}”' },
  edited: {
    fr: '{count} correction(s) dans {documents} document(s)',
    en: '{count} correction(s) in {documents} document(s)',
  },
  wordless: { fr: '  sans mots : {name} : « {quotation} »', en: '  without words: {name}: “{quotation}”' },
  found: {
    fr: '{count} occurrence(s) dans {documents} document(s), {shown} montrée(s)',
    en: '{count} hit(s) in {documents} document(s), {shown} shown',
  },
  searched: {
    fr: '{done} document(s) sur {documents} parcouru(s)',
    en: '{done} of {documents} document(s) searched',
  },
  noSuch: { fr: '« {name} » n’est pas dans le projet', en: '“{name}” is not in the project' },
  pseudonymised: {
    fr: '{replacements} remplacement(s) dans {documents} document(s)',
    en: '{replacements} replacement(s) in {documents} document(s)',
  },
  sealed: {
    fr: 'Scellé : {pseudonyms} noms retirés, {steps} actions ne s’annulent plus, {backupsRemoved} sauvegardes supprimées, {originalsDropped} fichiers importés vidés, {originalsKept} gardés ; {count} occurrence(s) restent',
    en: 'Sealed: {pseudonyms} names removed, {steps} steps can no longer be undone, {backupsRemoved} backups removed, {originalsDropped} imported files emptied, {originalsKept} kept; {count} occurrence(s) remain',
  },
  stillNamed: {
    fr: '  reste : {title} ({place}, § {paragraph}) : {snippet}',
    en: '  remains: {title} ({place}, § {paragraph}): {snippet}',
  },
  copiesUnknown: {
    fr: 'Les copies et les fichiers exportés ailleurs ne peuvent pas être connus.',
    en: 'Copies and exported files elsewhere cannot be known.',
  },
  personsJoined: {
    fr: '{joined} personne(s) réunie(s) à une autre de même pseudonyme',
    en: '{joined} person(s) joined to another with the same pseudonym',
  },
  originalNames: {
    fr: '  gardé : {fileName} ({title}), {names} nom(s) trouvé(s) dans ce qui s’en lit',
    en: '  kept: {fileName} ({title}), {names} name(s) found in what can be read of it',
  },
  originalUnread: {
    fr: '  gardé : {fileName} ({title}), n’a pas pu être lu et peut contenir des noms',
    en: '  kept: {fileName} ({title}), could not be read and may hold names',
  },
  backupsRenewed: {
    fr: '{backupsRemoved} sauvegarde(s) supprimée(s), une nouvelle faite',
    en: '{backupsRemoved} backup(s) removed, a new one made',
  },
  otherFiles: {
    fr: 'À côté du projet, {file} en est une autre copie et garde ce qui a été retiré : supprimez-la si elle ne sert plus',
    en: 'Beside the project, {file} is another copy of it and keeps what was taken out: delete it if it is no longer needed',
  },
  backupsKept: {
    fr: '{backupsKept} sauvegarde(s) gardée(s), qui peuvent contenir ces fichiers',
    en: '{backupsKept} backup(s) kept, which may hold these files',
  },
  originalsDropped: {
    fr: '{dropped} fichier(s) importé(s) vidé(s)',
    en: '{dropped} imported file(s) emptied',
  },
  deleted: {
    fr: '« {name} » supprimé avec {codings} segment(s) et {memos} mémo(s). Cela peut être annulé : ses mots restent dans l’historique et les sauvegardes (--for-good pour les effacer)',
    en: '“{name}” deleted with {codings} segment(s) and {memos} memo(s). It can be undone: its words stay in the history and the backups (--for-good takes them out)',
  },
  wouldDelete: {
    fr: '« {name} » serait supprimé avec {codings} segment(s) et {memos} mémo(s)',
    en: '“{name}” would be deleted with {codings} segment(s) and {memos} memo(s)',
  },
  wouldErase: {
    fr: '« {name} » serait effacé pour de bon avec {codings} segment(s) et {memos} mémo(s) ; {steps} action(s) ne pourraient plus être annulées',
    en: '“{name}” would be deleted for good with {codings} segment(s) and {memos} memo(s); {steps} step(s) could no longer be undone',
  },
  erased: {
    fr: '« {name} » effacé pour de bon avec {codings} segment(s) et {memos} mémo(s) ; {steps} action(s) ne s’annulent plus, citations retirées de {quotations} champ(s)',
    en: '“{name}” deleted for good with {codings} segment(s) and {memos} memo(s); {steps} step(s) can no longer be undone, quotations taken out of {quotations} field(s)',
  },
  erasureUnfinished: {
    fr: 'Un autre programme lit ce fichier : la fin de l’effacement se fera à la prochaine ouverture.',
    en: 'Another program reads this file: the rest is taken out at the next opening.',
  },
  wouldWithdraw: {
    fr: 'Retrait de « {name} » : {codings} segment(s), {memos} mémo(s), {values} valeur(s) et {pseudonyms} pseudonyme(s) partiraient ; {steps} action(s) ne pourraient plus être annulées ; {count} mention(s) resteraient',
    en: 'Withdrawal of “{name}”: {codings} segment(s), {memos} memo(s), {values} value(s) and {pseudonyms} pseudonym(s) would go; {steps} step(s) could no longer be undone; {count} mention(s) would remain',
  },
  withdrawn: {
    fr: '« {name} » retiré : {codings} segment(s), {memos} mémo(s), {values} valeur(s) et {pseudonyms} pseudonyme(s) effacés, citations retirées de {quotations} champ(s), {originals} fichier(s) importé(s) effacé(s) ; {steps} action(s) ne s’annulent plus ; {count} mention(s) restent',
    en: '“{name}” withdrawn: {codings} segment(s), {memos} memo(s), {values} value(s) and {pseudonyms} pseudonym(s) taken out, quotations taken out of {quotations} field(s), {originals} imported file(s) removed; {steps} step(s) can no longer be undone; {count} mention(s) remain',
  },
  wholeDocument: { fr: '  {name} : en entier', en: '  {name}: the whole document' },
  sharedDocument: {
    fr: '  {name} : {turns} tour(s) de parole',
    en: '  {name}: {turns} turn(s)',
  },
  reportExists: {
    fr: 'Le fichier {path} existe déjà. Rien n’a été fait : choisissez un autre nom',
    en: 'The file {path} exists already. Nothing was done: choose another name',
  },
  written: { fr: 'Écrit : {path}', en: 'Written: {path}' },
  undone: { fr: 'Annulé : {label}', en: 'Undone: {label}' },
  redone: { fr: 'Rétabli : {label}', en: 'Redone: {label}' },
  nothingToUndo: { fr: 'Rien à annuler', en: 'Nothing to undo' },
  nothingToRedo: { fr: 'Rien à rétablir', en: 'Nothing to redo' },
  checkOk: { fr: 'bon', en: 'good' },
  checkBad: { fr: 'PROBLÈME', en: 'PROBLEM' },
  noTopic: {
    fr: 'Aucun thème du guide ne s’appelle « {name} »',
    en: 'No topic of the guide is called “{name}”',
  },
  guideImported: {
    fr: '{topics} thèmes lus, {added} ajoutés, {removed} retirés',
    en: '{topics} topics read, {added} added, {removed} removed',
  },
  guideMatched: { fr: '{count} passages repérés', en: '{count} passages found' },
  noSpeaker: {
    fr: 'Aucun locuteur ne s’appelle « {name} » dans ce document : {known}',
    en: 'No speaker is named “{name}” in this document: {known}',
  },
  speakerRenamed: {
    fr: '{label} : « {from} » s’appelle désormais « {to} »',
    en: '{label}: “{from}” is now named “{to}”',
  },
  speakersMerged: {
    fr: '{name} a désormais {turns} tour(s) de parole',
    en: '{name} now has {turns} turn(s)',
  },
  speakersDetected: {
    fr: '{turns} tour(s) de parole, {count} locuteur(s)',
    en: '{turns} turn(s), {count} speaker(s)',
  },
  recoded: {
    fr: '{codings} segment(s) recodé(s), dont {joined} confondu(s) avec un segment égal',
    en: '{codings} segment(s) recoded, {joined} of them became one with an equal one',
  },
  segmentsChanged: { fr: '{count} segment(s)', en: '{count} segment(s)' },
  segmentsLinked: { fr: 'Segments reliés', en: 'Segments linked' },
  segmentsUnlinked: { fr: 'Lien retiré', en: 'Link removed' },
  noLink: {
    fr: 'Ces segments ne sont pas reliés ainsi',
    en: 'These segments are not linked like this',
  },
  oneSegment: {
    fr: 'un seul segment de « {code} » est attendu, {count} sont trouvés',
    en: 'one segment of “{code}” is expected, {count} are found',
  },
  codeNeedsPassages: {
    fr: 'usage : il faut l’une des options --find, --search, --topic, --speaker ou --role, --regex',
    en: 'usage: one of --find, --search, --topic, --speaker or --role, --regex is needed',
  },
  codeUnit: {
    fr: 'usage : --unit {unit} ne va pas avec ce qui est cherché ; ici : {units}',
    en: 'usage: --unit {unit} does not go with what is looked for; here: {units}',
  },
  codePlan: {
    fr: '{count} passage(s) dans {documents} document(s), {already} déjà codé(s) ainsi ; {shown} montré(s)',
    en: '{count} passage(s) in {documents} document(s), {already} coded so already; {shown} shown',
  },
  participantsImported: {
    fr: '{created} participant(s) créé(s), {updated} mis à jour, {unchanged} inchangé(s), {values} valeur(s), {variables} nouvelle(s) variable(s), {skipped} ligne(s) passée(s)',
    en: '{created} participant(s) created, {updated} updated, {unchanged} unchanged, {values} value(s), {variables} new variable(s), {skipped} row(s) skipped',
  },
  surveyImported: {
    fr: '{documents} document(s), {created} nouveau(x) participant(s), {answers} réponse(s), {topics} nouveau(x) thème(s), {values} valeur(s), {skipped} ligne(s) passée(s)',
    en: '{documents} document(s), {created} new participant(s), {answers} answer(s), {topics} new topic(s), {values} value(s), {skipped} row(s) skipped',
  },
  rowSkipped: { fr: 'ligne {row}{who} : {reason}', en: 'row {row}{who}: {reason}' },
  cellMisfit: {
    fr: 'ligne {row}, {name} : « {value} » n’est pas du type {type}, laissé de côté',
    en: 'row {row}, {name}: “{value}” is not of type {type}, left out',
  },
  'skip.key-empty': { fr: 'sans nom', en: 'without a name' },
  'skip.key-twice': { fr: 'le même nom vient avant', en: 'the same name comes before' },
  'skip.key-too-long': { fr: 'nom trop long', en: 'the name is too long' },
  'skip.not-updated': { fr: 'déjà dans le projet', en: 'in the project already' },
  'skip.not-created': { fr: 'pas dans le projet', en: 'not in the project' },
  'skip.no-answer': { fr: 'aucune réponse', en: 'no answer' },
  'skip.document-there': { fr: 'un document a déjà ce nom', en: 'a document has this name already' },
  noColumn: {
    fr: 'Aucune colonne ne s’appelle « {name} » ({columns})',
    en: 'No column is called “{name}” ({columns})',
  },
  keyNeeded: {
    fr: 'aucune colonne ne nomme chaque ligne une seule fois : dites laquelle avec --key',
    en: 'no column names each row once: say which with --key',
  },
  openNeeded: {
    fr: 'aucune colonne ne semble contenir de réponses ouvertes : nommez-les avec --open',
    en: 'no column seems to hold open answers: name them with --open',
  },
  noBackups: { fr: 'Aucune sauvegarde de {path}', en: 'No backup of {path}' },
  restored: { fr: 'Sauvegarde du {at} reprise : {path}', en: 'Backup of {at} restored: {path}' },
  restoredKept: { fr: 'L’ancien fichier est gardé : {kept}', en: 'The former file is kept: {kept}' },
  noDocument: { fr: 'Aucun document ne s’appelle « {name} »', en: 'No document is named “{name}”' },
} as const satisfies Record<string, Record<Locale, string>>;

export type WordKey = keyof typeof WORDS;

export function word(key: WordKey, locale: Locale): string {
  return WORDS[key][locale];
}
