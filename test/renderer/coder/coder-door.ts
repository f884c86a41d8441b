import { setTransport } from '../../../renderer/app/client.ts';
import { useNavigation } from '../../../renderer/app/navigation.ts';
import { queryClient } from '../../../renderer/app/query-client.ts';
import { applyEvent } from '../../../renderer/app/query-client.ts';
import { useSession } from '../../../renderer/app/session.ts';
import { useTree } from '../../../renderer/features/codebook/tree-state.ts';
import { useRecents } from '../../../renderer/features/coder/recents.ts';
import { resetCoder, useCoder } from '../../../renderer/features/coder/state.ts';
import { useLocaleStore } from '../../../renderer/i18n/use-i18n.ts';
import type { Coding, CodingEnd, CodingLink } from '../../../src/codings/contract.ts';
import type { DocumentContent } from '../../../src/documents/contract.ts';
import type { Memo } from '../../../src/memos/contract.ts';
import { codeOf, hypothesisOf } from '../codebook/codes.ts';
import { FakeTransport } from '../fake-transport.ts';
import { INTERVIEW, sourceOf } from '../transcript/sample.ts';

const AT = '2021-03-03T09:38:00.000Z';
const CODES = [
  codeOf(1, 'Entraide entre pairs', null, 0),
  codeOf(2, 'Partage de ressources', 1, 0),
  codeOf(3, 'Gestes techniques', null, 1),
];

function contentOf(names: Readonly<Record<string, string>>): DocumentContent {
  const source = sourceOf(INTERVIEW);
  return {
    ...source,
    textVersionId: 1,
    speakers: source.speakers.map((speaker) => ({ ...speaker, name: names[speaker.name] ?? speaker.name })),
    name: 'Référent 3',
    participantId: 3,
    fileName: 'Référent 3.docx',
    format: 'docx',
    encoding: null,
    importedAt: AT,
    words: 30,
    topics: [],
  };
}

export interface Study {
  readonly door: FakeTransport;
  readonly text: string;
  readonly codings: () => readonly Coding[];
  /** Holds answers to `codings.create` back until the function is called. */
  readonly hold: () => () => void;
  /** Makes the next `codings.create` fail. */
  readonly failNext: () => void;
  readonly renameSpeaker: (from: string, to: string) => void;
}

/** One coded interview behind a fake door that keeps what it is told, as the core does, and tells of it by events. */
export function openInterview(memosOf: (documentId: number) => readonly Memo[] = () => []): Study {
  const content = contentOf({});
  const { text } = content;
  const at = (needle: string): number => text.indexOf(needle);
  let names: Record<string, string> = {};
  let nextId = 3;
  let step = 0;
  let failing = false;
  let gate: Promise<void> = Promise.resolve();
  const made = (id: number, codeId: number, start: number, end: number): Coding => ({
    id,
    guid: `coding-${id}`,
    documentId: 7,
    codeId,
    coderId: 1,
    start,
    end,
    stance: null,
    weight: null,
    isKey: false,
    memoId: null,
    memo: null,
    createdAt: AT,
    modifiedAt: AT,
  });
  let codings: Coding[] = [
    made(1, 1, at('Puis on'), at('répondre.') + 9),
    made(2, 2, at('Quand'), at(', il la')),
  ];
  const changed = (command: string, tables: readonly string[]): Record<string, never> => {
    step += 1;
    const event = {
      type: 'changed',
      origin: 'command',
      command,
      stepId: step,
      documents: [7],
      codes: [],
      tables,
    } as const;
    door.emit(event);
    applyEvent(event);
    return {};
  };
  let links: CodingLink[] = [];
  const endOf = (codingId: number): CodingEnd => {
    const { codeId, start, end } = codings.find(({ id }) => id === codingId)!;
    const excerpt = text.slice(start, end);
    return { codingId, documentId: 7, documentName: 'Référent 3', codeId, start, end, paragraph: 1, excerpt };
  };
  const change = (id: number, with_: Partial<Coding>): void => {
    codings = codings.map((coding) => (coding.id === id ? { ...coding, ...with_ } : coding));
  };
  const door = new FakeTransport({
    'documents.list': () => [
      {
        id: 7,
        guid: 'd7',
        name: 'Référent 3',
        position: 0,
        participantId: 3,
        words: 30,
        codings: codings.length,
        density: Array.from({ length: 30 }, () => 0.5),
        codedShare: 0.45,
        importedAt: AT,
      },
    ],
    'documents.get': () => contentOf(names),
    'codings.ofDocument': () => codings.toSorted((a, b) => a.start - b.start || b.end - a.end),
    'codings.links': () => links,
    'codings.link': ({ fromId, toId, kind }) => {
      const [from, to] = [endOf(fromId), endOf(toId)];
      links = [...links, { id: links.length + 1, kind, from, to }];
      changed('codings.link', ['coding_link']);
      return { linkId: links.length };
    },
    'codings.unlink': ({ linkId }) => {
      links = links.filter(({ id }) => id !== linkId);
      return changed('codings.unlink', ['coding_link']);
    },
    'codes.list': () => CODES,
    'codes.counts': () => ({
      total: 8,
      counts: CODES.map(({ id }) => ({
        codeId: id,
        participants: id,
        segments: 2,
        ownParticipants: id,
        ownSegments: 2,
      })),
    }),
    'hypotheses.list': () => [hypothesisOf(1, [{ code: 3 }]), hypothesisOf(2, [{ code: 1 }])],
    'coders.list': () => [{ id: 1, guid: 'c1', name: 'Camille Renaud', codings: 2 }],
    'participants.list': () => [
      {
        id: 3,
        guid: 'p3',
        name: 'Référent 3',
        position: 0,
        documentIds: [7],
        values: { '1': 'Langues' },
        segments: 2,
      },
    ],
    'variables.list': () => [
      {
        id: 1,
        guid: 'v1',
        name: 'Discipline',
        scope: 'participant',
        type: 'category',
        position: 0,
        values: ['Langues'],
      },
    ],
    'variables.documentValues': () => ({}),
    'memos.list': () => [...memosOf(content.id)],
    'history.state': () => ({
      undo: { id: step, command: 'x', label: 'x', coderName: 'x', at: AT, state: 'done', changes: 1 },
      redo: null,
      savedAt: AT,
    }),
    'codings.create': async ({ start, end, codeIds, stance }) => {
      await gate;
      if (failing) {
        failing = false;
        throw new Error('Le passage est hors du texte.');
      }
      const codingIds = codeIds.map((codeId) => {
        nextId += 1;
        codings = [...codings, { ...made(nextId, codeId, start, end), stance: stance ?? null }];
        return nextId;
      });
      changed('codings.create', ['coding']);
      return { codingIds, alreadyThere: 0 };
    },
    'codings.resize': ({ codingId, start, end }) => {
      change(codingId, { start, end });
      return changed('codings.resize', ['coding']);
    },
    'codings.setStance': ({ codingIds, stance }) => {
      for (const id of codingIds) change(id, { stance });
      return changed('codings.setStance', ['coding']);
    },
    'codings.setWeight': ({ codingIds, weight }) => {
      for (const id of codingIds) change(id, { weight });
      return changed('codings.setWeight', ['coding']);
    },
    'codings.setKey': ({ codingIds, isKey }) => {
      for (const id of codingIds) change(id, { isKey });
      return changed('codings.setKey', ['coding']);
    },
    'codings.setMemo': ({ codingId, body }) => {
      change(codingId, { memo: body, memoId: 1 });
      return changed('codings.setMemo', ['memo']);
    },
    'codings.remove': ({ codingIds }) => {
      codings = codings.filter((coding) => !codingIds.includes(coding.id));
      return changed('codings.remove', ['coding']);
    },
    'codes.update': () => changed('codes.update', ['code']),
    'codes.removalImpact': () => ({ codes: 2, codings: 5, documents: 1, memos: 1, mappings: 1 }),
    'codes.remove': () => changed('codes.remove', ['code']),
    'codes.move': () => changed('codes.move', ['code']),
  });
  start(door);
  return {
    door,
    text,
    codings: () => codings,
    hold: () => {
      let open = (): void => undefined;
      gate = new Promise((done) => {
        open = done;
      });
      return () => open();
    },
    failNext: () => {
      failing = true;
    },
    renameSpeaker: (from, to) => {
      names = { ...names, [from]: to };
      changed('speakers.update', ['speaker']);
    },
  };
}

function start(door: FakeTransport): void {
  localStorage.clear();
  queryClient.clear();
  setTransport(door);
  useLocaleStore.setState({ locale: 'fr' });
  useNavigation.getState().reset();
  useTree.setState({
    project: null,
    collapsed: new Set(),
    focusKey: null,
    renamingKey: null,
    creating: null,
  });
  useRecents.setState({ project: null, codeIds: [] });
  resetCoder();
  // The page of these tests is narrow: there the inspector lies over the text when asked for.
  useCoder.setState({ overlayOpen: true });
  useSession.setState({
    ready: true,
    connection: 'connected',
    project: {
      path: '/study.repere',
      guid: 'study',
      name: 'Étude',
      description: '',
      contacted: 15,
      createdAt: AT,
      readOnly: false,
      warnings: [],
      coderName: 'Camille Renaud',
      counts: { documents: 1, participants: 1, codes: 3, codings: 2 },
    },
  });
}
