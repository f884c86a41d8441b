import type { Client } from '../../src/contract/client.ts';
import type { CommandName, InputOf } from '../../src/contract/contract.ts';
import type { Core } from '../../src/host/core.ts';
import type { TableDraft } from '../../src/tables/contract.ts';

/** A small deterministic source of choices (mulberry32). */
export class Dice {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  /** A whole number from 0 to `below` − 1. */
  below(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (((t ^ (t >>> 14)) >>> 0) % 0x7fffffff) % Math.max(1, below);
  }
  chance(outOf: number): boolean {
    return this.below(outOf) === 0;
  }
  pick<T>(items: readonly T[]): T | undefined {
    return items[this.below(items.length)];
  }
  some<T>(items: readonly T[]): T[] {
    return items.filter(() => this.chance(2));
  }
}

const TEXTS = [
  'ENQ : Comment ça va ?\nR1 : Très bien, l’été 😀 fut long. Aujourd’hui je rentre.\nENQ : Et ensuite ?\nR1 : Rien.\n',
  '# Début\nUn texte sans locuteur, avec e\u0301 combiné et 👩‍👩‍👧 en famille.\n\nDeuxième paragraphe.',
  'Enquêtrice : Oui ?\nRéférent 2 : Non.\nRéférent 3 : Peut-être ; à voir.\nRéférent 2 : Bon.\nRéférent 3 : Bien.\n',
];
const GUIDES = [
  'Thème 1 : Vécu\n1. Comment ça va ?\n2. Et ensuite ?\nThème 2\n- Oui ?',
  '# Début\nComment vous êtes-vous organisés ?',
  '',
];
const NAMES = [
  'Urgence',
  'Entraide',
  'Réseau / relais',
  'é\u0301trange 😀',
  'A',
  'B',
  'C',
  '  espaces  ',
  '=1+1',
  'x'.repeat(200),
];
const PROSE = ['', 'Une définition.', 'Deux\nlignes', '« guillemets » ’ \\ " \u0000 fin', '😀'.repeat(30)];
const VALUES = ['Sciences', '12', '2020-05-18', '1,5', 'oui', '', 'pas une date'];
const SPOKEN_NAMES = ['Référent', 'R1', 'ENQ', 'Bien', 'long été', 'Urgence'];
const PSEUDONYMS = ['Participant', 'Éloïse', 'A', 'X 😀'];
const STANCES = ['supports', 'qualifies', 'contradicts', null] as const;
const ROLES = ['participant', 'interviewer', 'ignored'] as const;

/** What a generator may look at: the state as the queries tell it. */
export interface Situation {
  readonly core: Core;
  readonly client: Client;
  readonly dice: Dice;
}

type Generator<N extends CommandName> = (situation: Situation) => Promise<InputOf<N> | null>;

const name = ({ dice }: Situation) => dice.pick(NAMES)!;
const prose = ({ dice }: Situation) => dice.pick(PROSE)!;
const place = ({ dice }: Situation) => dice.below(4);

async function anyId(
  situation: Situation,
  list: () => Promise<readonly { readonly id: number }[]>,
): Promise<number | null> {
  const items = await list();
  // Now and then something that is not there: it must be refused and change nothing.
  return situation.dice.chance(40) ? 999_999 : (situation.dice.pick(items)?.id ?? null);
}
const document = (s: Situation) => anyId(s, () => s.client.documents.list({}));
const code = (s: Situation) => anyId(s, () => s.client.codes.list({}));
const participant = (s: Situation) => anyId(s, () => s.client.participants.list({}));
const hypothesis = (s: Situation) => anyId(s, () => s.client.hypotheses.list({}));
const memo = (s: Situation) => anyId(s, () => s.client.memos.list({}));
const topic = (s: Situation) => anyId(s, () => s.client.guide.list({}));
const group = (s: Situation) =>
  anyId(s, async () => (await s.client.hypotheses.list({})).flatMap((each) => each.groups));
const mapping = (s: Situation) =>
  anyId(s, async () => (await s.client.hypotheses.list({})).flatMap((each) => each.mappings));

async function codings(s: Situation): Promise<readonly number[]> {
  const documents = await s.client.documents.list({});
  const lists = await Promise.all(
    documents.map((each) => s.client.codings.ofDocument({ documentId: each.id })),
  );
  return lists.flat().map((each) => each.id);
}

async function passage(s: Situation): Promise<{ documentId: number; start: number; end: number } | null> {
  const id = await document(s);
  if (id === null || id === 999_999) return null;
  const { text } = await s.client.documents.get({ documentId: id });
  const [a, b] = [s.dice.below(text.length + 2), s.dice.below(text.length + 2)];
  return { documentId: id, start: Math.min(a, b), end: Math.max(a, b) };
}

async function speakersOf(s: Situation): Promise<readonly { readonly id: number }[]> {
  const id = await document(s);
  if (id === null || id === 999_999) return [];
  return (await s.client.documents.get({ documentId: id })).speakers;
}

async function draft(s: Situation): Promise<string> {
  const text = s.dice.pick(TEXTS)!;
  // What begins with a heading is Markdown: its headings may become topics of the guide.
  const fileName = `${s.dice.pick(['entretien', 'R1', 'notes'])!}.${text.startsWith('#') ? 'md' : 'txt'}`;
  const stagedId = await s.core.stage(fileName, new TextEncoder().encode(text));
  const [inspected] = await s.client.import.inspect({ files: [{ kind: 'staged', stagedId, fileName }] });
  if (inspected?.ok !== true) throw new Error('the texts of the test are readable');
  return inspected.draft.draftId;
}

const TABLES = [
  'Nom;Âge;Ville\nR1;34;Lyon\nRéférent 2;;Nice\nAnna;douze;Lyon\n',
  'Participant,Ville,Que retenez-vous ?\nBoris,Brest,"Rien, ou presque rien de tout cela en somme."\nR1,,\n',
  'code\tÂge\nA\t12\nB\t1,5\nA\t13\n',
];

async function table(s: Situation): Promise<TableDraft> {
  const fileName = 'table.csv';
  const stagedId = await s.core.stage(fileName, new TextEncoder().encode(s.dice.pick(TABLES)));
  return s.client.tables.inspect({ source: { kind: 'staged', stagedId, fileName } });
}

const asVariable = ({ column, name: title, type }: TableDraft['columns'][number]) => ({
  column,
  name: title,
  type,
});

/** With an id in hand, the input; without, nothing can be done. */
async function withId<T>(
  id: Promise<number | null>,
  input: (id: number) => T | Promise<T>,
): Promise<T | null> {
  const known = await id;
  return known === null ? null : input(known);
}

/**
 * A generator for every command of the contract: a new command without one does not compile.
 * Inputs may be refused (a cycle, a taken name, a range outside the text): then nothing may have changed.
 */
export const generators: { readonly [N in CommandName]: Generator<N> } = {
  'project.update': async (s) => ({
    ...(s.dice.chance(2) ? { name: name(s) } : {}),
    ...(s.dice.chance(2) ? { description: prose(s) } : {}),
    ...(s.dice.chance(2) ? { contacted: s.dice.chance(3) ? null : s.dice.below(40) } : {}),
  }),
  'settings.setProject': async (s) => ({
    key: s.dice.pick(['margin.width', 'recents', 'panel'])!,
    value: s.dice.pick(['1', '"x"', '[1,2]', null, 'not json'])!,
  }),
  'import.confirm': async (s) => ({
    drafts: [
      {
        draftId: await draft(s),
        headingsAsTopics: s.dice.chance(2),
        ...(s.dice.chance(3) ? { speakers: [] } : {}),
        ...(s.dice.chance(3) ? { participantName: name(s) } : {}),
        ...(s.dice.chance(3) ? { documentName: name(s) } : {}),
        ...(s.dice.chance(3) ? { commentsAsMemos: true } : {}),
      },
    ],
  }),
  'import.replace': async (s) => {
    const documentId = await document(s);
    if (documentId === null || documentId === 999_999) return null;
    const draftId = await draft(s);
    const { textVersionId, items } = await s.client.import.proposeReplacement({ draftId, documentId });
    const placements = items
      .filter(({ fate }) => fate === 'lost')
      .map(({ kind, id }) => ({ kind, id, range: s.dice.chance(3) ? { start: 0, end: 4 } : null }));
    return { draftId, documentId, textVersionId, placements: s.dice.chance(8) ? [] : placements };
  },
  'documents.rename': (s) => withId(document(s), (documentId) => ({ documentId, name: name(s) })),
  'documents.move': (s) => withId(document(s), (documentId) => ({ documentId, position: place(s) })),
  'documents.remove': (s) => withId(document(s), (id) => ({ documentIds: [id] })),
  'documents.edit': async (s) => {
    const id = await document(s);
    if (id === null || id === 999_999) return null;
    const { text, textVersionId } = await s.client.documents.get({ documentId: id });
    const places = [0, 1, 2, 3].map(() => s.dice.below(text.length + 1)).toSorted((a, b) => a - b);
    const added = s.dice.pick(['', 'Ah. ', 'ENQ : Et là ?\n', '😀', '\r\n', ' « bien » '])!;
    const edits = [
      { start: places[0]!, end: places[1]!, text: added },
      { start: places[2]!, end: places[3]!, text: s.dice.chance(2) ? '' : 'plus ' },
    ];
    return {
      changes: [
        {
          documentId: id,
          textVersionId: s.dice.chance(30) ? textVersionId + 1 : textVersionId,
          edits: s.dice.chance(2) ? edits : edits.slice(0, 1),
        },
      ],
      dropEmptied: !s.dice.chance(4),
      typing: s.dice.chance(3),
    };
  },
  'documents.setParticipant': (s) =>
    withId(document(s), async (documentId) => ({
      documentId,
      participantId: s.dice.chance(3) ? null : await participant(s),
    })),
  'speakers.update': async (s) => {
    const id = await document(s);
    if (id === null || id === 999_999) return null;
    const { speakers } = await s.client.documents.get({ documentId: id });
    const speaker = s.dice.pick(speakers);
    if (speaker === undefined) return null;
    return {
      speakerId: speaker.id,
      ...(s.dice.chance(2) ? { name: name(s) } : {}),
      ...(s.dice.chance(2) ? { role: s.dice.pick(ROLES)! } : {}),
      ...(s.dice.chance(2) ? { participantId: await participant(s) } : {}),
      everywhere: s.dice.chance(2),
    };
  },
  'speakers.redetect': (s) =>
    withId(document(s), (id) => ({
      documentIds: [id],
      pattern: s.dice.pick([null, '%NOM% :', '/(R\\d) :/', '(((']) ?? null,
      ...(s.dice.chance(3) ? { labels: ['R1', 'Référent 2'] } : {}),
    })),
  'speakers.merge': async (s) => {
    const speakers = await speakersOf(s);
    const into = s.dice.pick(speakers);
    const others = speakers.filter(() => s.dice.chance(2)).map(({ id }) => id);
    return into === undefined || others.length === 0 ? null : { speakerIds: others, intoSpeakerId: into.id };
  },
  'speakers.create': (s) =>
    withId(document(s), async (documentId) => ({
      documentId,
      name: name(s),
      role: s.dice.pick(ROLES)!,
      participantId: await participant(s),
    })),
  'speakers.assignTurns': async (s) => {
    const range = await passage(s);
    if (range === null) return null;
    const { speakers } = await s.client.documents.get({ documentId: range.documentId });
    return { ...range, speakerId: s.dice.chance(3) ? null : (s.dice.pick(speakers)?.id ?? null) };
  },
  'guide.createTopic': async (s) => ({ title: name(s), level: 1 + s.dice.below(3) }),
  'guide.renameTopic': (s) => withId(topic(s), (guideTopicId) => ({ guideTopicId, title: name(s) })),
  'guide.removeTopic': (s) => withId(topic(s), (guideTopicId) => ({ guideTopicId })),
  'guide.moveTopic': (s) =>
    withId(topic(s), (guideTopicId) => ({
      guideTopicId,
      position: place(s),
      ...(s.dice.chance(2) ? { level: 1 + s.dice.below(4) } : {}),
    })),
  'guide.importText': async (s) => ({ text: s.dice.pick(GUIDES)!, replace: s.dice.chance(2) }),
  'guide.addSpans': async (s) => {
    const proposed = s.dice.chance(2) ? await s.client.guide.proposeSpans({ threshold: 0.4 }) : [];
    const spans = proposed.map(({ guideTopicId, documentId, start, end }) => ({
      guideTopicId,
      documentId,
      start,
      end,
    }));
    const [guideTopicId, range] = [await topic(s), await passage(s)];
    return {
      spans: guideTopicId === null || range === null ? spans : [...spans, { guideTopicId, ...range }],
    };
  },
  'guide.fromHeadings': async (s) => {
    const documentIds = (await s.client.documents.list({})).map(({ id }) => id);
    return documentIds.length === 0 ? null : { documentIds };
  },
  'guide.resizeSpan': async (s) => {
    const range = await passage(s);
    if (range === null) return null;
    const { documentId, ...to } = range;
    const span = s.dice.pick((await s.client.documents.get({ documentId })).topics);
    return span === undefined ? null : { topicSpanId: span.id, ...to };
  },
  'guide.addSpan': (s) =>
    withId(topic(s), async (guideTopicId) => {
      const range = await passage(s);
      return range === null ? null : { guideTopicId, ...range };
    }).then((input) => input),
  'guide.removeSpan': async (s) => {
    const id = await document(s);
    if (id === null || id === 999_999) return null;
    const span = s.dice.pick((await s.client.documents.get({ documentId: id })).topics);
    return span === undefined ? null : { topicSpanId: span.id };
  },
  'participants.create': async (s) => ({ name: name(s) }),
  'participants.rename': (s) => withId(participant(s), (participantId) => ({ participantId, name: name(s) })),
  'participants.move': (s) =>
    withId(participant(s), (participantId) => ({ participantId, position: place(s) })),
  'participants.remove': (s) => withId(participant(s), (participantId) => ({ participantId })),
  'participants.importTable': async (s) => {
    const { draftId, columns } = await table(s);
    const keyColumn = s.dice.chance(8) ? 1 : 0;
    const chosen = columns.filter(({ column }) => column !== keyColumn || s.dice.chance(8)).map(asVariable);
    return {
      draftId: s.dice.chance(20) ? 'gone' : draftId,
      keyColumn,
      columns: chosen,
      updateExisting: !s.dice.chance(4),
      createMissing: !s.dice.chance(4),
      clearEmpty: s.dice.chance(3),
    };
  },
  'surveys.import': async (s) => {
    const { draftId, columns } = await table(s);
    const last = columns.at(-1)!;
    return {
      draftId,
      respondent: s.dice.chance(2) ? { column: 0 } : { template: s.dice.pick(['Répondant {n}', 'R'])! },
      variables: columns.slice(1, -1).map(asVariable),
      answers: [{ column: last.column, question: last.title }],
    };
  },
  'variables.create': async (s) => ({
    name: name(s),
    scope: s.dice.pick(['participant', 'document'] as const)!,
    type: s.dice.pick(['text', 'integer', 'float', 'boolean', 'date', 'category'] as const)!,
  }),
  'variables.rename': async (s) =>
    withId(
      anyId(s, () => s.client.variables.list({})),
      (variableId) => ({ variableId, name: name(s) }),
    ),
  'variables.remove': async (s) =>
    withId(
      anyId(s, () => s.client.variables.list({})),
      (variableId) => ({ variableId }),
    ),
  'variables.setValue': async (s) => {
    const variable = s.dice.pick(await s.client.variables.list({}));
    if (variable === undefined) return null;
    const target = await (variable.scope === 'participant' ? participant(s) : document(s));
    return target === null
      ? null
      : { variableId: variable.id, targetId: target, value: s.dice.pick(VALUES)! };
  },
  'pseudonyms.add': async (s) => ({
    kind: s.dice.pick(['person', 'place', 'other'] as const)!,
    name: s.dice.pick(SPOKEN_NAMES)!,
    replacement: s.dice.pick(PSEUDONYMS)!,
  }),
  'pseudonyms.update': async (s) =>
    withId(
      anyId(s, () => s.client.pseudonyms.list({})),
      (pseudonymId) => ({ pseudonymId, replacement: s.dice.pick(PSEUDONYMS)! }),
    ),
  'pseudonyms.remove': async (s) =>
    withId(
      anyId(s, () => s.client.pseudonyms.list({})),
      (pseudonymId) => ({ pseudonymIds: [pseudonymId] }),
    ),
  'pseudonyms.import': async (s) => ({
    csv: `nom;pseudonyme\n${s.dice.pick(SPOKEN_NAMES)!};${s.dice.pick(PSEUDONYMS)!};lieu`,
  }),
  'pseudonyms.apply': async (s) => ({ elision: s.dice.pick(['none', 'de', 'all'] as const)! }),
  'coders.rename': async (s) =>
    withId(
      anyId(s, () => s.client.coders.list({})),
      (coderId) => ({ coderId, name: name(s) }),
    ),
  'codes.create': async (s) => ({
    name: name(s),
    ...(s.dice.chance(3) ? { hypothesisId: (await hypothesis(s)) ?? 1 } : {}),
    ...(s.dice.chance(2) ? { parentId: await code(s) } : {}),
    ...(s.dice.chance(4) ? { isFolder: true } : {}),
    ...(s.dice.chance(4) ? { colour: 1 + s.dice.below(24) } : {}),
  }),
  'codes.update': (s) =>
    withId(code(s), (codeId) => ({
      codeId,
      ...(s.dice.chance(2) ? { name: name(s) } : {}),
      ...(s.dice.chance(2) ? { briefDefinition: prose(s), example: prose(s) } : {}),
      ...(s.dice.chance(3) ? { shape: s.dice.pick(['round', 'square', 'diamond'] as const)! } : {}),
    })),
  'codes.move': (s) =>
    withId(code(s), async (codeId) => ({
      codeId,
      parentId: s.dice.chance(2) ? null : await code(s),
      position: place(s),
    })),
  'codes.remove': (s) => withId(code(s), (id) => ({ codeIds: [id] })),
  'hypotheses.create': async (s) => ({ label: `H${s.dice.below(6)}`, title: name(s), statement: prose(s) }),
  'hypotheses.update': (s) =>
    withId(hypothesis(s), (hypothesisId) => ({
      hypothesisId,
      label: `H${s.dice.below(6)}`,
      statement: prose(s),
    })),
  'hypotheses.move': (s) => withId(hypothesis(s), (hypothesisId) => ({ hypothesisId, position: place(s) })),
  'hypotheses.remove': (s) => withId(hypothesis(s), (hypothesisId) => ({ hypothesisId })),
  'hypotheses.createGroup': (s) => withId(hypothesis(s), (hypothesisId) => ({ hypothesisId, name: name(s) })),
  'hypotheses.renameGroup': (s) =>
    withId(group(s), (hypothesisGroupId) => ({ hypothesisGroupId, name: name(s) })),
  'hypotheses.removeGroup': (s) => withId(group(s), (hypothesisGroupId) => ({ hypothesisGroupId })),
  'hypotheses.map': (s) =>
    withId(code(s), async (codeId) => {
      const hypothesisId = await hypothesis(s);
      if (hypothesisId === null) return null;
      return {
        codeId,
        hypothesisId,
        hypothesisGroupId: s.dice.chance(2) ? null : await group(s),
        wholeBranch: s.dice.chance(2),
      };
    }),
  'hypotheses.unmap': (s) => withId(mapping(s), (mappingId) => ({ mappingId })),
  'hypotheses.remap': (s) =>
    withId(mapping(s), async (mappingId) => {
      const hypothesisId = await hypothesis(s);
      return hypothesisId === null
        ? null
        : { mappingId, hypothesisId, hypothesisGroupId: s.dice.chance(2) ? null : await group(s) };
    }),
  'codings.create': async (s) => {
    const [range, list] = [await passage(s), await s.client.codes.list({})];
    const codeIds = s.dice.some(list.map((each) => each.id)).slice(0, 3);
    return range === null || codeIds.length === 0
      ? null
      : { ...range, codeIds, stance: s.dice.pick(STANCES)! };
  },
  'codings.createWithNewCode': async (s) => {
    const range = await passage(s);
    if (range === null) return null;
    const hypothesisId = await hypothesis(s);
    return { ...range, name: name(s), ...(hypothesisId === null ? {} : { hypothesisId }) };
  },
  'codings.createMany': async (s) => {
    const ranges = [await passage(s), await passage(s), await passage(s)].filter((each) => each !== null);
    return {
      codePath: s.dice.pick(['Auto/Trouvé', 'Urgence', 'Auto/Trouvé/Plus', ' / '])!,
      passages: ranges,
    };
  },
  'codings.resize': async (s) => {
    const [codingId, range] = [s.dice.pick(await codings(s)), await passage(s)];
    return codingId === undefined || range === null ? null : { codingId, start: range.start, end: range.end };
  },
  'codings.setStance': async (s) => {
    const ids = s.dice.some(await codings(s));
    return ids.length === 0 ? null : { codingIds: ids, stance: s.dice.pick(STANCES)! };
  },
  'codings.setMemo': async (s) => {
    const codingId = s.dice.pick(await codings(s));
    return codingId === undefined ? null : { codingId, body: prose(s) };
  },
  'codings.remove': async (s) => {
    const ids = s.dice.some(await codings(s));
    return ids.length === 0 ? null : { codingIds: ids };
  },
  'memos.create': async (s) => {
    const kind = s.dice.pick([
      'free',
      'project',
      'document',
      'code',
      'coding',
      'participant',
      'hypothesis',
    ] as const)!;
    if (kind === 'free' || kind === 'project') return { title: name(s), body: prose(s), target: { kind } };
    const id = await {
      document,
      code,
      participant,
      hypothesis,
      coding: async () => s.dice.pick(await codings(s)) ?? null,
    }[kind](s);
    return id === null ? null : { title: name(s), body: prose(s), target: { kind, id } };
  },
  'memos.update': (s) => withId(memo(s), (memoId) => ({ memoId, body: prose(s) })),
  'memos.remove': (s) => withId(memo(s), (memoId) => ({ memoId })),
};

export const COMMAND_NAMES = Object.keys(generators) as CommandName[];
