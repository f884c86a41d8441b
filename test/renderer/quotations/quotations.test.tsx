import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useNavigation } from '../../../renderer/app/navigation.ts';
import { queryClient } from '../../../renderer/app/query-client.ts';
import { attributed, speakerOf } from '../../../renderer/features/quotations/attribution.ts';
import { surroundings } from '../../../renderer/features/quotations/context.ts';
import { QuotationsScreen } from '../../../renderer/features/quotations/quotations-screen.tsx';
import { forgetProject } from '../../../renderer/app/per-project.ts';
import { choose, useQuotationsView } from '../../../renderer/features/quotations/state.ts';
import { openStudy } from '../frequencies/project-door.ts';
import { mount, settle, type Mounted } from '../ui/mount.ts';

describe('an attribution', () => {
  it('quotes as the language does, on one line', () => {
    expect(attributed({ text: ' On a créé\n un guide. ' }, 'Référent 3', 'fr')).toBe(
      '«\u202fOn a créé un guide.\u202f» (Référent 3)',
    );
    expect(attributed({ text: 'A guide.' }, '', 'en')).toBe('“A guide.”');
  });
  it('names participants, else the speaker, else the document', () => {
    const names = new Map([
      [1, 'Référent 1'],
      [2, 'Référent 2'],
    ]);
    const given = { participantIds: [2, 1], speakerName: 'Anne', documentName: 'Entretien' };
    expect(speakerOf(given, names)).toBe('Référent 2, Référent 1');
    expect(speakerOf({ ...given, participantIds: [] }, names)).toBe('Anne');
    expect(speakerOf({ ...given, participantIds: [], speakerName: null }, names)).toBe('Entretien');
  });
});

describe('the context of a passage', () => {
  const given = { before: 'Un. Deux trois. ', after: ' Quatre. Cinq.' };
  it('is nothing, the sentences beside it, or what there is of the paragraph', () => {
    expect(surroundings(given, 'none')).toEqual({ before: '', after: '' });
    expect(surroundings(given, 'sentence')).toEqual({ before: 'Deux trois. ', after: ' Quatre.' });
    expect(surroundings(given, 'paragraph')).toEqual(given);
  });
  it('begins at a whole word where it was cut', () => {
    const long = { before: 'mot '.repeat(80), after: '' };
    expect(surroundings(long, 'paragraph').before).toMatch(/^… mot /u);
  });
});

describe('the quotations screen', () => {
  let mounted: Mounted;
  beforeEach(async () => {
    openStudy();
    forgetProject();
    mounted = await mount(
      <QueryClientProvider client={queryClient}>
        <QuotationsScreen />
      </QueryClientProvider>,
    );
    await settle();
  });
  afterEach(() => mounted.unmount());
  const cards = (): HTMLElement[] => [...mounted.container.querySelectorAll<HTMLElement>('[data-card]')];
  const title = (): string | null | undefined =>
    mounted.container.querySelector('.quotes-header h2')?.textContent;

  it('shows all coded segments at first, with counts per participant', () => {
    expect(title()).toBe('7 extraits, 3 référents / 3');
    expect(cards()).toHaveLength(7);
    const counts = [...mounted.container.querySelectorAll('.quotes-counts button')].map(
      (box) => box.textContent,
    );
    expect(counts).toEqual(['2', '4', '1']);
    expect(cards()[0]?.querySelector('mark')?.textContent).toBe('Passage 1.');
    expect(cards()[0]?.textContent).toContain('Appuie H1');
  });

  it('follows what another screen asks for, once', async () => {
    await settle(() => useNavigation.getState().openQuotations({ codeIds: [3], filter: {} }));
    await settle();
    expect(title()).toBe('3 extraits, 2 référents / 3');
    expect(useQuotationsView.getState().selection).toEqual({ codeIds: [3] });
    await settle(() => choose({ codeIds: undefined }));
    await settle();
    expect(title()).toBe('7 extraits, 3 référents / 3');
  });

  it('shows the quotations of one participant at a press on their box', async () => {
    await settle(() =>
      mounted.container.querySelector<HTMLElement>('.quotes-counts button:nth-child(2)')!.click(),
    );
    await settle();
    expect(title()).toBe('4 extraits, 1 référent / 1');
  });

  it('goes from card to card, and to the passage in its document', async () => {
    await settle(() => cards().at(0)!.focus());
    const press = (key: string): Promise<void> =>
      settle(() =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        ),
      );
    await press('j');
    await press('ArrowDown');
    expect(document.activeElement).toBe(cards()[2]);
    await press('Enter');
    expect(useNavigation.getState()).toMatchObject({ screen: 'coder', documentId: 11 });
    expect(useNavigation.getState().place).toMatchObject({ start: 2, end: 12 });
  });

  it('names the condition that took the last quotations away', async () => {
    await settle(() => choose({ codeIds: [3], stance: 'qualifies' }));
    await settle();
    await settle();
    expect(mounted.container.textContent).toContain(
      'la condition «\u00a0Position\u00a0» a retiré les derniers',
    );
    const remove = [...mounted.container.querySelectorAll('button')].find(
      (button) => button.textContent === 'Retirer',
    );
    await settle(() => remove!.click());
    await settle();
    expect(title()).toBe('3 extraits, 2 référents / 3');
  });
});
