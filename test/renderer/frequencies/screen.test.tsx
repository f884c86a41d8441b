import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { QueryClientProvider } from '@tanstack/react-query';
import { useNavigation } from '../../../renderer/app/navigation.ts';
import { queryClient } from '../../../renderer/app/query-client.ts';
import { FrequenciesScreen } from '../../../renderer/features/frequencies/frequencies-screen.tsx';
import { forgetProject } from '../../../renderer/app/per-project.ts';
import { changeView, useFrequencyView } from '../../../renderer/features/frequencies/state.ts';
import { mount, settle, type Mounted } from '../ui/mount.ts';
import { openStudy } from './project-door.ts';

let mounted: Mounted;
let study: ReturnType<typeof openStudy>;

beforeEach(async () => {
  study = openStudy();
  forgetProject();
  mounted = await mount(
    <QueryClientProvider client={queryClient}>
      <FrequenciesScreen />
    </QueryClientProvider>,
  );
  await settle();
});
afterEach(() => mounted.unmount());

const grid = (): HTMLElement => mounted.container.querySelector<HTMLElement>('[role="treegrid"]')!;
const lines = (): string[] =>
  [...mounted.container.querySelectorAll('.freq-body [role="row"]')].map((row) =>
    [...row.querySelectorAll('.freq-label, .n-over-n')].map((cell) => cell.textContent).join(' '),
  );
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) {
    await settle(() =>
      grid().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
    );
  }
};
const asked = (): unknown => useNavigation.getState().selection?.value;

describe('the frequencies screen', () => {
  it('says who was asked, and gives every code its n / N', () => {
    expect(mounted.container.textContent).toContain('3 référents interrogés, sur 5 contactés');
    expect(lines()).toEqual([
      'H1Objectifs 3/3',
      'Urgence 1/3',
      'Cognitif 3/3',
      'Entraide 3/3',
      'Pairs 1/3',
      'Slack 2/3',
      'Hors hypothèse 1/3',
      'Fraude 1/3',
      'Rien 0/3',
    ]);
    expect(mounted.container.querySelector('.freq-total')?.textContent).toContain('6 codes3/3');
  });

  it('opens the quotations behind a number and behind a square', async () => {
    const row = mounted.container.querySelector<HTMLElement>('.freq-body [data-key="code-1-7-1"]')!;
    await settle(() => row.querySelector<HTMLElement>('.freq-number')!.click());
    expect(asked()).toEqual({ codeIds: [1], filter: {} });
    await settle(() => row.querySelector<HTMLElement>('[data-participant="2"]')!.click());
    expect(asked()).toEqual({ codeIds: [1], filter: { participantIds: [2] } });
    expect(useNavigation.getState().screen).toBe('quotations');
  });

  it('is walked by keyboard: cells, folding, quotations', async () => {
    await press('ArrowLeft');
    expect(lines()).toEqual(['H1Objectifs 3/3', 'Hors hypothèse 1/3', 'Fraude 1/3', 'Rien 0/3']);
    await press('ArrowRight');
    expect(lines()).toHaveLength(9);
    await press('ArrowDown', 'ArrowDown', 'ArrowDown');
    await press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
    const active = document.getElementById(grid().getAttribute('aria-activedescendant') ?? '');
    expect(active?.getAttribute('aria-label')).toMatch(/^Référent 2/u);
  });

  it('counts again under a filter, and drops no row', async () => {
    await settle(() => changeView({ filter: { variables: [{ variableId: 1, values: ['Santé'] }] } }));
    await settle();
    expect(lines()[0]).toBe('H1Objectifs 1/1');
    expect(lines()).toContain('Urgence 0/1');
    expect(mounted.container.textContent).toContain('1 référent sur 3 avec ces filtres');
    await settle(() => changeView({ hideEmpty: true }));
    expect(lines()).not.toContain('Urgence 0/1');
  });

  it('filters by speakers, those of one name in all documents at once', async () => {
    const press = async (name: string): Promise<void> => {
      const buttons = [...document.querySelectorAll<HTMLElement>('button, [role="menuitem"], label')];
      await settle(() => buttons.find((each) => each.textContent.startsWith(name))!.click());
    };
    await press('Filtre');
    await press('Locuteurs');
    await press('LocuteursTous');
    await press('Tout décocher');
    const all = [...document.querySelectorAll<HTMLButtonElement>('.checklist-all button')];
    expect(all.map(({ disabled }) => disabled)).toEqual([false, false]);
    await press('Enquêtrice');
    await press('Référent 2');
    expect(useFrequencyView.getState().filter).toEqual({ speakerIds: [110, 120, 121, 130] });
    await press('Tout cocher');
    expect(useFrequencyView.getState().filter).toEqual({});
    expect(document.querySelectorAll('.checklist-items li')).toHaveLength(4);
  });

  it('says when nobody is left', async () => {
    await settle(() => changeView({ filter: { documentIds: [] } }));
    await settle();
    expect(mounted.container.textContent).toContain('Aucun participant ne répond à ces filtres.');
    expect(lines()[0]).toBe('H1Objectifs 0/0');
  });

  it('tells the charts in words for those who do not see them', () => {
    const charts = [...mounted.container.querySelectorAll('canvas')].map((canvas) =>
      canvas.getAttribute('aria-label'),
    );
    expect(charts[0]).toBe(
      'Combien de référents par code. 2 codes sur 6 reviennent chez au moins 2 référents.',
    );
    expect(study.door.inputs('analysis.frequencies')).toContainEqual({
      by: 'hypothesis',
      ownOnly: false,
      filter: {},
    });
  });
});
