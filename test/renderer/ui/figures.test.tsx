import { afterEach, describe, expect, it, vi } from 'vitest';
import { Chip } from '../../../renderer/ui/chip.tsx';
import { NBar, NOverN, Squares } from '../../../renderer/ui/figures.tsx';
import { Kbd } from '../../../renderer/ui/kbd.tsx';
import { Mark } from '../../../renderer/ui/mark.tsx';
import { mount, settle, type Mounted } from './mount.ts';

let mounted: Mounted | null = null;
afterEach(async () => {
  await mounted?.unmount();
  mounted = null;
});
const draw = async (...parameters: Parameters<typeof mount>): Promise<HTMLElement> => {
  mounted = await mount(...parameters);
  return mounted.container;
};

describe('n over N', () => {
  it('is written n/8, with a bar of as many cells as there are participants', async () => {
    const page = await draw(
      <>
        <NOverN n={5} total={8} />
        <NBar n={5} total={8} />
      </>,
    );
    expect(page.textContent).toBe('5/8');
    expect(page.querySelectorAll('.n-bar i')).toHaveLength(8);
    expect(page.querySelectorAll('.n-bar i[data-on]')).toHaveLength(5);
  });

  it('has one continuous bar where cells would be too thin, and none filled for nobody', async () => {
    const page = await draw(<NBar n={0} total={120} />);
    expect(page.querySelectorAll('.n-bar i')).toHaveLength(1);
    expect(page.querySelector('.n-bar i')?.getAttribute('style')).toContain('0%');
  });
});

describe('a code', () => {
  it.each(['round', 'square', 'diamond'] as const)('has its own shape: %s', async (shape) => {
    const page = await draw(<Mark colour={3} shape={shape} />);
    const drawn = { round: 'circle', square: 'rect', diamond: 'path' }[shape];
    expect(page.querySelector('svg')?.firstElementChild?.tagName.toLowerCase()).toBe(drawn);
    expect(page.querySelector('svg')?.getAttribute('style')).toContain('var(--c3)');
  });

  it('is removed from its chip by a button that says what it removes', async () => {
    const onRemove = vi.fn<() => void>();
    const page = await draw(<Chip colour={1} shape="round" name="Entraide" onRemove={onRemove} />);
    const button = page.querySelector('button');
    expect(button?.getAttribute('aria-label')).toMatch(/Entraide/u);
    await settle(() => button?.click());
    expect(onRemove).toHaveBeenCalledOnce();
  });
});

describe('the squares of participants', () => {
  const cells = [1, 2, 3].map((id) => ({ id, title: `Référent ${id}`, on: id !== 2 }));

  it('are one image with a text, in participant order', async () => {
    const page = await draw(<Squares cells={cells} label="2 sur 3" colour={4} />);
    expect(page.querySelector('[role=img]')?.getAttribute('aria-label')).toBe('2 sur 3');
    expect([...page.querySelectorAll('i')].map((cell) => 'on' in cell.dataset)).toEqual([true, false, true]);
  });

  it('can be picked', async () => {
    const onPick = vi.fn<(id: number) => void>();
    const page = await draw(<Squares cells={cells} label="2 sur 3" onPick={onPick} />);
    await settle(() => page.querySelectorAll('button')[1]?.click());
    expect(onPick).toHaveBeenCalledWith(2);
  });
});

describe('a key', () => {
  it('is named as on the keyboard', async () => {
    const page = await draw(<Kbd keys="Mod+K" />);
    expect(page.textContent).toBe('Ctrl K');
  });
});
