import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TextPage } from '../../../renderer/transcript/text-page.ts';
import { modelOf, type Line } from './sample.ts';

const long: Line[] = Array.from({ length: 700 }, (_none, index) => ({ words: `Ligne ${index}.` }));
const shown = (host: HTMLElement): string[] =>
  [...host.querySelectorAll('.tr-words')].map((words) => words.textContent);

describe('a long text', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('shows its first screens at once and the rest in turns, whole and in order', () => {
    const host = document.createElement('div');
    const grown = vi.fn<() => void>();
    const page = TextPage.write(host, modelOf(long), grown);
    expect(host.children.length).toBeLessThan(700);
    expect(host.children.length).toBeGreaterThan(50);
    expect(page.isWhole).toBe(false);
    vi.runAllTimers();
    expect(page.isWhole).toBe(true);
    expect(grown).toHaveBeenCalledTimes(1);
    expect(shown(host)).toEqual(long.map((line) => line.words));
  });

  it('brings everything at once when a place far down is wanted', () => {
    const host = document.createElement('div');
    const model = modelOf(long);
    const page = TextPage.write(host, model, () => undefined);
    page.reach(model.text.length);
    expect(shown(host).length).toBe(700);
    vi.runAllTimers();
    expect(shown(host).length).toBe(700);
  });

  it('stops when another document is opened', () => {
    const host = document.createElement('div');
    const page = TextPage.write(host, modelOf(long), () => undefined);
    page.destroy();
    const before = host.children.length;
    vi.runAllTimers();
    expect(host.children.length).toBe(before);
  });

  it('is written in one go where it is short', () => {
    const host = document.createElement('div');
    expect(TextPage.write(host, modelOf(long.slice(0, 300)), () => undefined).isWhole).toBe(true);
  });
});
