import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useNavigation } from '../../../renderer/app/navigation.ts';
import { queryClient } from '../../../renderer/app/query-client.ts';
import { CoderScreen } from '../../../renderer/features/coder/coder-screen.tsx';
import { useCoder } from '../../../renderer/features/coder/state.ts';
import type { Memo } from '../../../src/memos/contract.ts';
import { mount, settle, type Mounted } from '../ui/mount.ts';
import { openInterview, type Study } from './coder-door.ts';

const AT = '2021-03-03T09:38:00.000Z';
let study: Study;
let mounted: Mounted;

function memoAt(id: number, start: number, length: number, documentId: number): Memo {
  return {
    id,
    guid: String(id),
    title: 'Ana',
    body: `Remarque ${id}`,
    target: { kind: 'document', id: documentId },
    passage: { start, end: start + length },
    coderName: 'Camille',
    createdAt: AT,
    modifiedAt: AT,
  };
}

beforeEach(async () => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(900);
  study = openInterview((documentId) => [
    memoAt(8, 40, 5, documentId),
    memoAt(7, 2, 6, documentId),
    memoAt(9, 0, 3, documentId + 1),
  ]);
  mounted = await mount(
    <QueryClientProvider client={queryClient}>
      <CoderScreen />
    </QueryClientProvider>,
  );
  await settle();
  await settle();
});
afterEach(async () => {
  await mounted.unmount();
  vi.restoreAllMocks();
});

const all = (selector: string): HTMLElement[] => [
  ...mounted.container.querySelectorAll<HTMLElement>(selector),
];

describe('memos at passages', () => {
  it('stand in the document’s card in the order of the text, with their words', () => {
    expect(all('.passage-memo-words').map((button) => button.textContent)).toEqual([
      study.text.slice(2, 8),
      study.text.slice(40, 45),
    ]);
    expect(all('.passage-memo textarea').map((field) => (field as HTMLTextAreaElement).value)).toEqual([
      'Remarque 7',
      'Remarque 8',
    ]);
  });

  it('are marked beside their paragraphs, or behind their heading; a mark brings the memo up, its words lead back', async () => {
    const [mark] = all('.tr-memo[data-memo="7"]');
    await settle(() => mark?.click());
    expect(useCoder.getState()).toMatchObject({ memoId: 7, codingId: null });
    expect(all('.passage-memo[data-in-hand]').map((item) => item.textContent)).toEqual([
      expect.stringContaining(study.text.slice(2, 8)),
    ]);
    await settle(() => all('.passage-memo-words')[1]?.click());
    expect(useNavigation.getState().place).toMatchObject({ start: 40 });
  });
});
