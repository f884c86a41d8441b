import { vi } from 'vitest';
import { setTransport } from '../../../renderer/app/client.ts';
import { useNavigation } from '../../../renderer/app/navigation.ts';
import { queryClient } from '../../../renderer/app/query-client.ts';
import { useSession } from '../../../renderer/app/session.ts';
import { setShell } from '../../../renderer/app/shell.ts';
import { useLocaleStore } from '../../../renderer/i18n/use-i18n.ts';
import { resolveFilter } from '../../../src/analysis/filter.ts';
import { segmentsFor } from '../../../src/analysis/retrieval.ts';
import type { Speaker } from '../../../src/documents/contract.ts';
import { FakeTransport } from '../fake-transport.ts';
import { CODES, DATA, HYPOTHESES, tableOf } from './study.ts';

const DISCIPLINES: Readonly<Record<number, string>> = { 1: 'Sciences', 2: 'Santé', 3: 'Sciences' };

const resolved = (filter: Parameters<typeof resolveFilter>[0]) =>
  resolveFilter(filter, {
    variables: [{ id: 1, scope: 'participant' }],
    participantIds: DATA.participants.map(({ id }) => id),
    documentIds: DATA.documents.map(({ id }) => id),
    valueOf: (_variable, target) => DISCIPLINES[target] ?? null,
  });

const speaker = (
  id: number,
  documentId: number,
  name: string,
  role: Speaker['role'],
  participantId: number | null,
): Speaker => ({ id, documentId, label: name, name, role, participantId });

/** The little study behind a fake door, with a shell that keeps what is saved. */
export function openStudy(): { readonly door: FakeTransport; readonly saved: ReturnType<typeof vi.fn> } {
  const saved = vi.fn<() => Promise<boolean>>(() => Promise.resolve(true));
  const door = new FakeTransport({
    'analysis.frequencies': ({ by, ownOnly, filter }) => tableOf(by, resolved(filter), ownOnly),
    'analysis.segments': ({ filter, limit = 1000, stance, ...selection }) => {
      const number = stance === undefined ? undefined : { supports: 1, qualifies: 2, contradicts: 3 }[stance];
      const found = segmentsFor(DATA, { ...selection, stance: number, filter: resolved(filter) });
      return {
        total: found.codingIds.length,
        participants: found.segmentsByParticipant.filter((count) => count > 0).length,
        participantIds: [...found.participantIds],
        segmentsByParticipant: [...found.segmentsByParticipant],
        quotations: found.codingIds.slice(0, limit).map((codingId, index) => ({
          codingId,
          documentId: 11,
          documentName: 'Référent 1',
          codeId: 1,
          coderId: 1,
          coderName: 'Inès',
          participantIds: [1],
          speakerName: 'Référent 1',
          paragraph: index + 1,
          topic: 'Partie 2',
          start: index,
          end: index + 10,
          text: `Passage ${index + 1}.`,
          before: 'Avant. Juste avant. ',
          after: ' Juste après. Après.',
          stance: 'supports' as const,
          weight: null,
          isKey: false,
          memo: null,
          createdAt: '2020-05-18T10:00:00.000Z',
        })),
      };
    },
    'codes.list': () => [...CODES],
    'hypotheses.list': () => [...HYPOTHESES],
    'documents.list': () =>
      DATA.documents.map(({ id }, position) => ({
        id,
        guid: `d${id}`,
        name: `Référent ${id - 10}`,
        position,
        participantId: id - 10,
        words: 100,
        codings: 1,
        density: [],
        codedShare: 0,
        importedAt: '',
      })),
    'participants.list': () =>
      DATA.participants.map(({ id, name }, position) => ({
        id,
        guid: `p${id}`,
        name,
        position,
        documentIds: [id + 10],
        values: { '1': DISCIPLINES[id] ?? '' },
        segments: 1,
      })),
    'variables.list': () => [
      {
        id: 1,
        guid: 'v1',
        name: 'discipline',
        scope: 'participant',
        type: 'category',
        position: 0,
        values: ['Santé', 'Sciences'],
      },
    ],
    'speakers.list': () =>
      DATA.documents.flatMap(({ id }) => [
        speaker(id * 10, id, 'Enquêtrice', 'interviewer', null),
        speaker(id * 10 + 1, id, `Référent ${id - 10}`, 'participant', id - 10),
      ]),
    'variables.documentValues': () => ({}),
    'coders.list': () => [{ id: 1, guid: 'k1', name: 'Inès', codings: 7 }],
  });
  queryClient.clear();
  setTransport(door);
  setShell({
    kind: 'browser',
    bridge: null,
    stage: () => Promise.reject(new Error('none')),
    openWindow: () => undefined,
    pickImportFiles: () => Promise.resolve([]),
    pickTableFiles: () => Promise.resolve([]),
    pickProject: () => Promise.resolve(null),
    pickNewProjectPath: () => Promise.resolve(null),
    pathOf: () => null,
    saveReport: saved,
  });
  useLocaleStore.setState({ locale: 'fr' });
  useNavigation.getState().reset();
  useSession.setState({
    ready: true,
    connection: 'connected',
    project: {
      path: '/etude.repere',
      guid: 'g',
      name: 'Étude',
      description: '',
      contacted: 5,
      createdAt: '',
      readOnly: false,
      warnings: [],
      coderName: 'Inès',
      counts: { documents: 3, participants: 3, codes: 6, codings: 7 },
    },
  });
  return { door, saved };
}
