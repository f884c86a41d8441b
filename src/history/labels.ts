import type { CommandName } from '../contract/contract.ts';
import { fill } from '../errors/describe.ts';
import type { Locale } from '../settings/contract.ts';
import { inflect } from './inflect.ts';

type Label = Readonly<Record<Locale, string>>;

/**
 * What a step did, as it stands after « Annuler : » in the status bar and in the audit trail. One per command. `{count}`
 * is filled from the details of the step, `{count:one|many}` takes the form that goes with that number.
 */
const LABELS: Readonly<Record<CommandName, Label>> = {
  'project.update': { fr: 'propriétés du projet', en: 'project properties' },
  'settings.setProject': { fr: 'réglage du projet', en: 'project setting' },
  'import.confirm': { fr: 'import de {documents}', en: 'import of {documents}' },
  'import.replace': {
    fr: 'texte de « {document} » remplacé par {file}',
    en: 'text of “{document}” replaced by {file}',
  },
  'documents.rename': { fr: 'document « {from} » renommé « {to} »', en: 'document “{from}” renamed “{to}”' },
  'documents.move': { fr: 'document « {document} » déplacé', en: 'document “{document}” moved' },
  'documents.remove': {
    fr: 'document « {document} » supprimé ({codings} {codings:segment|segments})',
    en: 'document “{document}” removed ({codings} {codings:segment|segments})',
  },
  'documents.edit': { fr: 'texte de « {document} » corrigé', en: 'text of “{document}” corrected' },
  'documents.setParticipant': {
    fr: 'participant du document « {document} »',
    en: 'participant of document “{document}”',
  },
  'speakers.update': { fr: 'locuteur « {speaker} » modifié', en: 'speaker “{speaker}” changed' },
  'speakers.redetect': {
    fr: 'locuteurs de {documents} détectés de nouveau',
    en: 'speakers of {documents} detected again',
  },
  'speakers.merge': { fr: 'locuteurs réunis dans « {speaker} »', en: 'speakers merged into “{speaker}”' },
  'speakers.create': { fr: 'locuteur « {speaker} » créé', en: 'speaker “{speaker}” created' },
  'speakers.assignTurns': {
    fr: '§ {paragraph} dit par « {speaker} »',
    en: '§ {paragraph} said by “{speaker}”',
  },
  'guide.createTopic': { fr: 'thème « {topic} » créé', en: 'topic “{topic}” created' },
  'guide.renameTopic': { fr: 'thème « {from} » renommé « {to} »', en: 'topic “{from}” renamed “{to}”' },
  'guide.removeTopic': { fr: 'thème « {topic} » supprimé', en: 'topic “{topic}” removed' },
  'guide.moveTopic': { fr: 'thème « {topic} » déplacé', en: 'topic “{topic}” moved' },
  'guide.importText': {
    fr: 'guide d’entretien importé ({count} {count:thème|thèmes})',
    en: 'interview guide imported ({count} {count:topic|topics})',
  },
  'guide.addSpans': {
    fr: 'réponses au guide repérées ({count})',
    en: 'answers to the guide placed ({count})',
  },
  'guide.fromHeadings': {
    fr: 'thèmes repris des titres ({count} {count:passage|passages})',
    en: 'topics taken from headings ({count} {count:passage|passages})',
  },
  'guide.resizeSpan': {
    fr: 'passage du thème « {topic} » déplacé en § {paragraph}',
    en: 'passage of topic “{topic}” moved to § {paragraph}',
  },
  'guide.addSpan': {
    fr: 'thème « {topic} » placé en § {paragraph}',
    en: 'topic “{topic}” placed at § {paragraph}',
  },
  'guide.removeSpan': { fr: 'passage du thème « {topic} » retiré', en: 'passage of topic “{topic}” removed' },
  'participants.create': {
    fr: 'participant « {participant} » créé',
    en: 'participant “{participant}” created',
  },
  'participants.rename': {
    fr: 'participant « {from} » renommé « {to} »',
    en: 'participant “{from}” renamed “{to}”',
  },
  'participants.move': {
    fr: 'participant « {participant} » déplacé',
    en: 'participant “{participant}” moved',
  },
  'participants.remove': {
    fr: 'participant « {participant} » supprimé',
    en: 'participant “{participant}” removed',
  },
  'participants.importTable': {
    fr: 'participants de {file} importés ({count})',
    en: 'participants of {file} imported ({count})',
  },
  'surveys.import': {
    fr: 'réponses de {file} importées ({count})',
    en: 'answers of {file} imported ({count})',
  },
  'variables.create': { fr: 'variable « {variable} » créée', en: 'variable “{variable}” created' },
  'variables.rename': { fr: 'variable « {from} » renommée « {to} »', en: 'variable “{from}” renamed “{to}”' },
  'variables.remove': { fr: 'variable « {variable} » supprimée', en: 'variable “{variable}” removed' },
  'variables.setValue': { fr: '« {variable} » de « {target} »', en: '“{variable}” of “{target}”' },
  'pseudonyms.add': { fr: 'pseudonyme « {pseudonym} » ajouté', en: 'pseudonym “{pseudonym}” added' },
  'pseudonyms.update': { fr: 'pseudonyme « {pseudonym} » modifié', en: 'pseudonym “{pseudonym}” changed' },
  'pseudonyms.remove': { fr: 'pseudonymes retirés ({count})', en: 'pseudonyms removed ({count})' },
  'pseudonyms.import': {
    fr: 'table de pseudonymes importée ({count})',
    en: 'table of pseudonyms imported ({count})',
  },
  'pseudonyms.apply': {
    fr: 'noms remplacés par des pseudonymes ({count} dans {documents} {documents:document|documents})',
    en: 'names replaced by pseudonyms ({count} in {documents} {documents:document|documents})',
  },
  'coders.rename': { fr: 'codeur « {from} » renommé « {to} »', en: 'coder “{from}” renamed “{to}”' },
  'codes.create': { fr: 'code « {code} » créé', en: 'code “{code}” created' },
  'codes.update': { fr: 'code « {code} » modifié', en: 'code “{code}” changed' },
  'codes.move': { fr: 'code « {code} » déplacé', en: 'code “{code}” moved' },
  'codes.moveMany': {
    fr: '{count} {count:code déplacé|codes déplacés}',
    en: '{count} {count:code|codes} moved',
  },
  'codes.recolour': {
    fr: 'couleur de {count} {count:code|codes}',
    en: 'colour of {count} {count:code|codes}',
  },
  'codes.makeFolder': {
    fr: 'dossier « {code} » fait de {count} {count:code|codes}',
    en: 'folder “{code}” made of {count} {count:code|codes}',
  },
  'codes.merge': { fr: '« {names} » réuni à « {code} »', en: '“{names}” merged into “{code}”' },
  'codes.split': {
    fr: 'code « {code} » divisé ({count} {count:segment réparti|segments répartis})',
    en: 'code “{code}” split ({count} {count:segment|segments} dealt out)',
  },
  'codes.remove': {
    fr: 'code « {code} » supprimé ({codings} {codings:segment|segments})',
    en: 'code “{code}” removed ({codings} {codings:segment|segments})',
  },
  'versions.create': {
    fr: 'version « {version} » du livre de codes gardée',
    en: 'version “{version}” of the codebook kept',
  },
  'versions.rename': {
    fr: 'version du livre de codes nommée « {version} »',
    en: 'version of the codebook named “{version}”',
  },
  'versions.remove': {
    fr: 'version « {version} » du livre de codes supprimée',
    en: 'version “{version}” of the codebook removed',
  },
  'sets.create': { fr: 'ensemble « {set} » créé', en: 'set “{set}” created' },
  'sets.update': { fr: 'ensemble « {set} » modifié', en: 'set “{set}” changed' },
  'sets.remove': { fr: 'ensemble « {set} » supprimé', en: 'set “{set}” removed' },
  'hypotheses.create': { fr: 'hypothèse {hypothesis} créée', en: 'hypothesis {hypothesis} created' },
  'hypotheses.update': { fr: 'hypothèse {hypothesis} modifiée', en: 'hypothesis {hypothesis} changed' },
  'hypotheses.move': { fr: 'hypothèse {hypothesis} déplacée', en: 'hypothesis {hypothesis} moved' },
  'hypotheses.remove': { fr: 'hypothèse {hypothesis} supprimée', en: 'hypothesis {hypothesis} removed' },
  'hypotheses.createGroup': {
    fr: 'groupe « {group} » créé sous {hypothesis}',
    en: 'group “{group}” created under {hypothesis}',
  },
  'hypotheses.renameGroup': { fr: 'groupe « {from} » renommé « {to} »', en: 'group “{from}” renamed “{to}”' },
  'hypotheses.moveGroup': { fr: 'groupe « {group} » déplacé', en: 'group “{group}” moved' },
  'hypotheses.removeGroup': { fr: 'groupe « {group} » supprimé', en: 'group “{group}” removed' },
  'hypotheses.map': { fr: 'code « {code} » lié à {hypothesis}', en: 'code “{code}” mapped to {hypothesis}' },
  'hypotheses.unmap': {
    fr: 'code « {code} » détaché de {hypothesis}',
    en: 'code “{code}” unmapped from {hypothesis}',
  },
  'hypotheses.placeMany': {
    fr: '{count} {count:code rangé|codes rangés} par hypothèse',
    en: '{count} {count:code|codes} placed by hypothesis',
  },
  'hypotheses.remap': {
    fr: 'code « {code} » rangé sous {hypothesis}',
    en: 'code “{code}” placed under {hypothesis}',
  },
  'codings.create': {
    fr: 'code « {code} » ajouté en § {paragraph}',
    en: 'code “{code}” added at § {paragraph}',
  },
  'codings.createWithNewCode': {
    fr: 'nouveau code « {code} » ajouté en § {paragraph}',
    en: 'new code “{code}” added at § {paragraph}',
  },
  'codings.createMany': {
    fr: 'code « {code} » ajouté à {count} {count:passage|passages}',
    en: 'code “{code}” added to {count} {count:passage|passages}',
  },
  'codings.resize': {
    fr: 'limites de « {code} » en § {paragraph}',
    en: 'boundaries of “{code}” at § {paragraph}',
  },
  'codings.setStance': {
    fr: 'position de « {code} » en § {paragraph}',
    en: 'stance of “{code}” at § {paragraph}',
  },
  'codings.setWeight': {
    fr: 'poids de « {code} » en § {paragraph}',
    en: 'weight of “{code}” at § {paragraph}',
  },
  'codings.setKey': {
    fr: 'citation clé : « {code} » en § {paragraph}',
    en: 'key quotation: “{code}” at § {paragraph}',
  },
  'codings.split': {
    fr: 'segment de « {code} » coupé en § {paragraph}',
    en: 'segment of “{code}” split at § {paragraph}',
  },
  'codings.merge': {
    fr: '{count} {count:segment|segments} de « {code} » {count:réuni|réunis} en § {paragraph}',
    en: '{count} {count:segment|segments} of “{code}” merged at § {paragraph}',
  },
  'codings.recode': {
    fr: '{count} {count:segment recodé|segments recodés} en « {code} »',
    en: '{count} {count:segment|segments} recoded as “{code}”',
  },
  'codings.copyCodes': {
    fr: 'codes copiés en § {paragraph} : {code}',
    en: 'codes copied to § {paragraph}: {code}',
  },
  'codings.link': {
    fr: 'segment de « {code} » en § {paragraph} relié à un autre',
    en: 'segment of “{code}” at § {paragraph} linked to another',
  },
  'codings.unlink': {
    fr: 'lien de « {code} » en § {paragraph} retiré',
    en: 'link of “{code}” at § {paragraph} taken off',
  },
  'codings.setMemo': { fr: 'mémo de « {code} » en § {paragraph}', en: 'memo of “{code}” at § {paragraph}' },
  'codings.remove': {
    fr: 'code « {code} » retiré en § {paragraph}',
    en: 'code “{code}” taken off at § {paragraph}',
  },
  'memos.create': { fr: 'mémo « {memo} » créé', en: 'memo “{memo}” created' },
  'memos.update': { fr: 'mémo « {memo} » modifié', en: 'memo “{memo}” changed' },
  'memos.remove': { fr: 'mémo « {memo} » supprimé', en: 'memo “{memo}” removed' },
};

/** The same where `count` is more than one. Steps of older versions that counted in words keep theirs. */
const LABELS_OF_MANY: Partial<Readonly<Record<CommandName, Label>>> = {
  'import.confirm': {
    fr: 'import de {count} documents, dont {documents}',
    en: 'import of {count} documents, among them {documents}',
  },
  'codings.create': {
    fr: 'codes « {code} » ajoutés en § {paragraph}',
    en: 'codes “{code}” added at § {paragraph}',
  },
  'documents.remove': {
    fr: '{count} documents supprimés avec {codings} {codings:segment|segments}, dont « {document} »',
    en: '{count} documents removed with {codings} {codings:segment|segments}, among them “{document}”',
  },
  'documents.edit': {
    fr: '{count} textes corrigés, dont celui de « {document} »',
    en: '{count} texts corrected, among them that of “{document}”',
  },
  'speakers.redetect': {
    fr: 'locuteurs de {count} documents détectés de nouveau',
    en: 'speakers of {count} documents detected again',
  },
  'codings.setStance': {
    fr: 'position de {count} segments, dont « {code} » en § {paragraph}',
    en: 'stance of {count} segments, among them “{code}” at § {paragraph}',
  },
  'codings.setWeight': {
    fr: 'poids de {count} segments, dont « {code} » en § {paragraph}',
    en: 'weight of {count} segments, among them “{code}” at § {paragraph}',
  },
  'codings.setKey': {
    fr: 'citations clés : {count} segments, dont « {code} » en § {paragraph}',
    en: 'key quotations: {count} segments, among them “{code}” at § {paragraph}',
  },
  'codings.remove': {
    fr: '{count} segments retirés, dont « {code} » en § {paragraph}',
    en: '{count} segments taken off, among them “{code}” at § {paragraph}',
  },
};

/** Settings of the project that a step can be told of by what they are; the others go by the name of all. */
const LABELS_OF_SETTING: Readonly<Record<string, Label>> = {
  'codes.quick': { fr: 'chiffres des codes', en: 'digits of the codes' },
  'codes.quick.given': { fr: 'chiffre {digit} donné à « {code} »', en: 'digit {digit} given to “{code}”' },
  'codes.quick.taken': { fr: 'chiffre {digit} retiré à « {code} »', en: 'digit {digit} taken from “{code}”' },
  'codings.overlaps': { fr: 'segments qui se recouvrent', en: 'overlapping segments' },
};

/** The label of a setting by its key and, where a thing was given or taken, by which of both it was. */
function labelOfSetting({ key, given }: Readonly<Record<string, unknown>>): Label | undefined {
  if (typeof key !== 'string') return undefined;
  const variant = typeof given === 'boolean' ? `${key}.${given ? 'given' : 'taken'}` : key;
  return Object.hasOwn(LABELS_OF_SETTING, variant) ? LABELS_OF_SETTING[variant] : undefined;
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(LABELS, name);
}

/** Longer names are cut in labels, in UTF-16 code units. */
const CUT_NAME = 60;

/** The sentence of a step in a language. `details` is the JSON object stored with the step. */
export function stepLabel(command: string, details: string, locale: Locale): string {
  if (!isCommand(command)) return command;
  const values: Record<string, unknown> = { ...(JSON.parse(details) as Record<string, unknown>) };
  const isMany = typeof values['count'] === 'number' && values['count'] > 1;
  const label =
    (isMany ? LABELS_OF_MANY[command] : undefined) ??
    (command === 'settings.setProject' ? labelOfSetting(values) : undefined) ??
    LABELS[command];
  for (const [key, value] of Object.entries(values)) {
    if (typeof value === 'string' && value.length > CUT_NAME)
      values[key] = `${value.slice(0, CUT_NAME - 1)}…`;
  }
  return fill(inflect(label[locale], values, locale), values);
}
