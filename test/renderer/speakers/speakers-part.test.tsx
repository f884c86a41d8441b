import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setTransport } from '../../../renderer/app/client.ts';
import { queryClient } from '../../../renderer/app/query-client.ts';
import { useSession } from '../../../renderer/app/session.ts';
import { SpeakersPart } from '../../../renderer/features/speakers/speakers-part.tsx';
import { useToasts } from '../../../renderer/ui/toasts.ts';
import type { DocumentContent } from '../../../src/documents/contract.ts';
import { openInterview } from '../coder/coder-door.ts';
import { FakeTransport } from '../fake-transport.ts';
import { mount, settle, type Mounted } from '../ui/mount.ts';

let mounted: Mounted;
let door: FakeTransport;

beforeEach(async () => {
  // The study of the coding screen, behind a door that knows what can be done with speakers.
  const content = (await openInterview().door.call('documents.get', { documentId: 7 })) as unknown as {
    readonly value: DocumentContent;
  };
  const { speakers } = content.value;
  door = new FakeTransport({
    'speakers.list': () => [
      ...speakers,
      ...speakers.map((each) => ({ ...each, id: each.id + 100, documentId: 8, role: 'ignored' as const })),
    ],
    'participants.list': () => [],
    'history.state': () => ({
      undo: { id: 1, command: 'x', label: 'x', coderName: 'x', at: '', state: 'done', changes: 1 },
      redo: null,
      savedAt: null,
    }),
    'speakers.update': () => ({}),
    'speakers.merge': () => ({}),
    'speakers.redetect': () => ({ turns: 3 }),
    'speakers.detect': ({ pattern }) => ({
      turns: 3,
      labels: [
        {
          label: pattern ?? 'Zoé',
          turns: 3,
          roleGuess: 'participant',
          sample: 'Oui.',
          speakerId: null,
          accepted: true,
        },
      ],
    }),
  });
  setTransport(door);
  queryClient.clear();
  useToasts.setState({ toasts: [] });
  mounted = await mount(
    <QueryClientProvider client={queryClient}>
      <SpeakersPart content={content.value} readOnly={false} />
    </QueryClientProvider>,
  );
  await settle();
});
afterEach(async () => {
  await mounted.unmount();
  useSession.setState({ project: null });
});

const press = async (selector: string, name: string): Promise<void> => {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find((each) =>
    (each.getAttribute('aria-label') ?? each.textContent).startsWith(name),
  );
  if (found === undefined) throw new Error(`no ${selector} ${name}`);
  await settle(() => found.click());
  await settle();
};
const toasts = (): string[] => useToasts.getState().toasts.map(({ text }) => text);

describe('the speakers of a document', () => {
  it('take their role in all documents that have the label, and only where it differs', async () => {
    await press('button', 'Actions pour Enquêtrice');
    await press('[role=menuitem]', 'Même rôle dans tous les documents');
    expect(door.inputs('speakers.update')).toEqual([{ speakerId: 1, everywhere: true }]);
    expect(toasts()).toEqual(['«\u00a0Enquêtrice\u00a0»\u00a0: même nom et même rôle dans 2 documents']);
  });

  it('are merged after a look at both', async () => {
    await press('button', 'Actions pour Enquêtrice');
    await press('[role=menuitem]', 'Fusionner avec…');
    const parts = [...document.querySelectorAll('.merge-parts li')].map((each) => each.textContent);
    expect(parts).toEqual([
      expect.stringMatching(/^EnquêtriceEnquête · 2 tours/u),
      expect.stringMatching(/^Référent 3Participant · 2 tours/u),
    ]);
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('aura 4 tours');
    await press('[role=dialog] button', 'Fusionner');
    expect(door.inputs('speakers.merge')).toEqual([{ speakerIds: [1], intoSpeakerId: 2 }]);
    expect(document.querySelector('[role=dialog]')).toBeNull();
  });

  it('are detected again only with the labels that stay ticked', async () => {
    await press('button', 'Détecter de nouveau…');
    const rows = [...document.querySelectorAll('.redetect-label')].map((each) => each.textContent);
    expect(rows[0]).toContain('nouveau');
    expect(rows.slice(1).every((row) => row.includes('disparaît'))).toBe(true);
    expect(document.querySelector('.redetect-turns')?.textContent).toBe('Tours\u00a0: 4 → 3');
    await press('.redetect-label label', 'Zoé');
    const apply = [...document.querySelectorAll<HTMLButtonElement>('[role=dialog] button')].at(-1)!;
    expect(apply.disabled).toBe(true);
    await press('.redetect-label label', 'Zoé');
    await press('[role=dialog] button', 'Refaire les tours');
    expect(door.inputs('speakers.redetect')).toEqual([{ documentIds: [7], pattern: null, labels: ['Zoé'] }]);
  });
});
