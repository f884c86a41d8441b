import { labelKey } from './speaker-label.ts';

export type RoleGuess = 'participant' | 'interviewer' | 'other';

/**
 * What a label looks like: a word for a role, a word or letters with a number, a voice without a name, bare capitals,
 * a person's name, a phrase that might be anything, or a word that is never a speaker.
 */
export type LabelShape = 'role' | 'numbered' | 'unnamed' | 'capitals' | 'name' | 'phrase' | 'never';

function set(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u));
}

/** All lists are folded: lower case, no accents. */
const INTERVIEWER = set(
  `enqueteur enquetrice enqueteuse intervieweur intervieweuse interviewer interviewers chercheur chercheuse chercheure
  animateur animatrice moderateur moderatrice moderator facilitateur facilitatrice facilitator investigateur
  investigatrice researcher sociologue doctorant doctorante journaliste question`,
);
const INTERVIEWER_SHORT = set('enq int intw itw itv anim');
const INTERVIEWER_LETTERS = ['e', 'i', 'q'];
const PARTICIPANT = set(
  `participant participante repondant repondante respondent interviewe interviewee enquete enquetee informateur
  informatrice temoin sujet referent referente enseignant enseignante etudiant etudiante eleve patient patiente
  speaker locuteur locutrice intervenant intervenante reponse part rep loc`,
);
const UNNAMED = new RegExp(
  '^(?:une |un |des |la |le )?(?:' +
    "(?:autre )?voix(?: off| feminine| masculine| inconnue| d'homme| de femme| d'enfant)?|" +
    '(?:intervenant|intervenante|personne|personnes|locuteur|locutrice)?\\s?(?:non (?:nomme|identifie)e?s?|inconnue?s?)|' +
    'tous|toutes|tous ensemble|plusieurs(?: voix| personnes)?|ensemble|public|salle|unknown|unidentified|all' +
    ')(?: \\d+)?$',
  'u',
);
/** Words that open a line before a colon without anybody speaking: notes, head of a transcript, stage directions. */
const NEVER = set(
  `donc alors exemple note notes nb n.b n.b. ps remarque remarques attention conclusion resultat resultats bref mais et
  oui non bon ben voila ok date lieu duree heure horaire titre objet sujet entretien theme nom prenom age sexe genre
  fonction profession composante discipline contexte resume rires rire silence pause inaudible musique coupure bruit
  bruits applaudissements sonnerie hesitation soupir toux incomprehensible fin debut laughter crosstalk source sources
  fichier enregistrement transcription adresse tel telephone mail courriel email url http https`,
);
const NUMBERED_HEADINGS =
  /^(?:theme|partie|chapitre|figure|fig|tableau|hypothese|axe|point|etape|section|annexe|article|art|page|question|item|cas|phase|vague|entretien)\.?\s*(?:n°\s*)?\d/u;
/** A sentence begins like this, a name does not. */
const SENTENCE_START =
  /^(?:[ljcsdnmt]'|qu'|(?:il|elle|ils|elles|je|tu|on|nous|vous|ce|ca|cela|et|mais|ou|donc|or|ni|car|alors|parce|que|qui|quand|si|le|la|les|un|une|des|de|du|dans|pour|avec|sans|sur|par|en|au|aux|comme|bref|enfin|puis|ensuite|premierement|deuxiemement|the|it|and|but|so)(?:\s|$))/u;
const PARTICLES = String.raw`(?:de|du|des|la|le|van|von|el|al|ben|d['’]|M\.|Mme|Mlle|Dr\.?|Pr\.?)`;
const NAME = new RegExp(
  String.raw`^(?:${PARTICLES}\s*)*\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:${PARTICLES}\s*)*\p{Lu}[\p{L}\p{M}'’.-]*){0,3}$`,
  'u',
);

export function labelShape(label: string): LabelShape {
  const key = labelKey(label);
  const bare = withoutParenthesis(label);
  const { base, number } = baseOf(key);
  if (NEVER.has(key) || NUMBERED_HEADINGS.test(key)) return 'never';
  if (UNNAMED.test(key)) return 'unnamed';
  if (isInterviewerWord(base) || PARTICIPANT.has(firstWord(base)) || (number && base === 'q')) return 'role';
  if (!number && INTERVIEWER_LETTERS.includes(base)) return 'role';
  if (SENTENCE_START.test(key)) return 'never';
  if (number && /^[\p{L}\p{M}'’.-]+(?:[\s_-][\p{L}\p{M}'’.-]+){0,2}[\s_-]*(?:n°\s*)?\d{1,4}$/u.test(bare))
    return 'numbered';
  if (/^(?:\p{Lu}\.?[-\s]?){1,4}$/u.test(bare)) return 'capitals';
  return NAME.test(bare) ? 'name' : 'phrase';
}

/**
 * Roles for all labels of a transcript together: when every one of them could be the interviewer (`I` and `E`), only
 * the plainest is. A guess, for a person to confirm.
 */
export function guessRoles(labels: readonly string[]): RoleGuess[] {
  const strengths = labels.map(interviewerStrength);
  const others = labels.map((label) => UNNAMED.test(labelKey(label)));
  const strongest = Math.max(...strengths);
  const somebodyAnswers = labels.some((_label, at) => strengths[at] === 0 && others[at] === false);
  return labels.map((_label, at) => {
    if (others[at] === true) return 'other';
    const strength = strengths[at] ?? 0;
    return strength > 0 && (somebodyAnswers || strength === strongest) ? 'interviewer' : 'participant';
  });
}

/** 0 for no sign of an interviewer; a whole word counts more than an abbreviation, that more than a letter. */
function interviewerStrength(label: string): number {
  const { base, number } = baseOf(labelKey(label));
  if (INTERVIEWER.has(firstWord(base))) return 5;
  if (INTERVIEWER_SHORT.has(firstWord(base))) return 4;
  // « E3 » is the third interview, « Q3 » the third question.
  if (number && base !== 'q') return 0;
  return INTERVIEWER_LETTERS.indexOf(base) + 1;
}

function isInterviewerWord(base: string): boolean {
  return INTERVIEWER.has(firstWord(base)) || INTERVIEWER_SHORT.has(firstWord(base));
}

/** « chercheur·e 2 (CR) » is the word « chercheur » with a number. */
function baseOf(key: string): { readonly base: string; readonly number: boolean } {
  const bare = withoutParenthesis(key);
  const unnumbered = bare.replace(/[\s_-]*(?:n°\s*)?\d+$/u, '');
  return { base: unnumbered, number: unnumbered !== bare };
}

/** The first word, without article, and without the endings of inclusive writing: `·e`, `(e)`, `/trice`, `.rice`. */
function firstWord(base: string): string {
  return /^(?:l'|la |le |une |un )?(\p{L}+)/u.exec(base)?.[1] ?? '';
}

function withoutParenthesis(label: string): string {
  return label.replace(/\s+\([^)]*\)$/u, '').trim();
}
