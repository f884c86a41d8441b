import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { queryClient } from '../../../renderer/app/query-client.ts';
import { CoderScreen } from '../../../renderer/features/coder/coder-screen.tsx';
import { useCoder } from '../../../renderer/features/coder/state.ts';
import { rangeOf } from '../../../renderer/transcript/caret.ts';
import { useToasts } from '../../../renderer/ui/toasts.ts';
import { mount, settle, type Mounted } from '../ui/mount.ts';
import { openInterview, type Study } from './coder-door.ts';

let study: Study;
let mounted: Mounted;

beforeEach(async () => {
  // Nothing is laid out here: everything stands at the top of one large screen.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(900);
  study = openInterview();
  useToasts.setState({ toasts: [] });
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
const one = (selector: string): HTMLElement => {
  const found = mounted.container.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`nothing is ${selector}`);
  return found;
};
const reader = (): HTMLElement => one('.tr-scroll');
const labels = (): (string | null | undefined)[] =>
  all('.tr-label').map((label) => label.querySelector('.tr-label-name')?.textContent);

async function press(target: HTMLElement, key: string, init: KeyboardEventInit = {}): Promise<void> {
  await settle(() =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })),
  );
}
async function select(needle: string): Promise<void> {
  const start = study.text.indexOf(needle);
  await settle(() =>
    useCoder.setState({ codingId: null, selection: { anchor: start, focus: start + needle.length } }),
  );
}
async function type(input: HTMLElement, value: string): Promise<void> {
  await settle(() => {
    const prototype =
      input instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
const rest = (ms: number): Promise<void> => settle(() => new Promise((done) => setTimeout(done, ms)));

describe('reading', () => {
  it('shows the transcript, its margin and its document', () => {
    expect(all('.tr-row').length).toBe(7);
    expect(labels()).toEqual(['Entraide entre pairs', 'Partage de ressources']);
    expect(one('.document-row').textContent).toContain('Langues');
    expect(one('.card-title').textContent).toBe('Référent 3');
  });

  it('tells assistive technology the codings of a paragraph', () => {
    const coded = all('.tr-words[aria-details]');
    expect(coded.map((words) => words.id)).toEqual(['tr-7-2', 'tr-7-3']);
    const list = document.getElementById(coded[0]?.getAttribute('aria-details') ?? '');
    expect(list?.textContent).toContain('Entraide entre pairs');
    expect(list?.textContent).toContain('Camille Renaud');
  });

  it('does not write the words again when a speaker gets another name', async () => {
    const node = all('.tr-words')[2]?.firstChild;
    await settle(() => study.renameSpeaker('Référent 3', 'R3'));
    await settle();
    expect(all('.tr-speaker').map((cell) => cell.textContent)).toEqual([
      'Enquêtrice',
      'R3',
      'Enquêtrice',
      'R3',
    ]);
    expect(all('.tr-words')[2]?.firstChild).toBe(node);
  });
});

describe('selecting with the keyboard', () => {
  it('extends by words, over the label of the next speaker', async () => {
    await settle(() => {
      const start = study.text.indexOf('commencé');
      useCoder.setState({ selection: { anchor: start, focus: start } });
    });
    await press(reader(), 'ArrowRight', { shiftKey: true, ctrlKey: true });
    await press(reader(), 'ArrowRight', { shiftKey: true, ctrlKey: true });
    await press(reader(), 'ArrowRight', { shiftKey: true, ctrlKey: true });
    const { selection } = useCoder.getState();
    const range = selection === null ? { start: 0, end: 0 } : rangeOf(selection);
    expect(study.text.slice(range.start, range.end)).toBe('commencé ?\nRéférent 3\u00a0: Au');
    expect(one('.card-quote').textContent).toBe('commencé ?\nAu');
  });
});

describe('coding a passage', () => {
  it('finds a code by what is typed and applies it with Enter', async () => {
    await select('Au début, oui.');
    await press(reader(), 'c');
    await type(one('.palette-input'), 'gest');
    await press(one('.palette-input'), 'Enter');
    const start = study.text.indexOf('Au début');
    expect(study.door.inputs('codings.create')).toEqual([
      { documentId: 7, start, end: start + 14, codeIds: [3], stance: null },
    ]);
    expect(labels()).toContain('Gestes techniques');
    expect(mounted.container.querySelector('.palette')).toBeNull();
    expect(one('.card-title').textContent).toBe('Segment codé');
  });

  it('is seen before the core has answered, and stays one coding when it has', async () => {
    const open = study.hold();
    await select('Au début, oui.');
    await press(reader(), 'c');
    await type(one('.palette-input'), 'gest');
    await press(one('.palette-input'), 'Enter');
    expect(labels()).toEqual(['Gestes techniques', 'Entraide entre pairs', 'Partage de ressources']);
    await settle(open);
    await settle();
    expect(labels()).toEqual(['Gestes techniques', 'Entraide entre pairs', 'Partage de ressources']);
    expect(useCoder.getState().codingId).toBe(4);
  });

  it('goes again where the core refuses, and says why', async () => {
    study.failNext();
    await select('Au début, oui.');
    await press(reader(), 'c');
    await type(one('.palette-input'), 'gest');
    await press(one('.palette-input'), 'Enter');
    await settle();
    expect(labels()).toEqual(['Entraide entre pairs', 'Partage de ressources']);
    expect(useToasts.getState().toasts.map((toast) => toast.text)).toEqual(['Le passage est hors du texte.']);
  });

  it('keeps the palette open with Shift, and takes the stance that Tab chose', async () => {
    await select('Au début, oui.');
    await press(reader(), 'Enter');
    const input = one('.palette-input');
    await press(input, 'Tab');
    await type(input, 'gest');
    await press(input, 'Enter', { shiftKey: true });
    expect(study.codings().at(-1)).toMatchObject({ codeId: 3, stance: 'supports' });
    expect(mounted.container.querySelector('.palette')).not.toBeNull();
    await press(input, 'Escape');
    expect(mounted.container.querySelector('.palette')).toBeNull();
  });

  it('applies a recent code with Alt and its number', async () => {
    await select('Au début, oui.');
    await press(reader(), '&', { altKey: true, code: 'Digit1' });
    expect(study.codings().length).toBe(3);
  });

  it('applies several codes at once when they were ticked, and tells which they are', async () => {
    await select('Au début, oui.');
    await press(reader(), 'c');
    const input = one('.palette-input');
    for (const query of ['gest', 'partage']) {
      await type(input, query);
      await press(input, ' ', { ctrlKey: true });
    }
    expect(one('[role="status"].palette-marked').textContent).toBe(
      '2 codes cochés\u00a0: Gestes techniques et Partage de ressources',
    );
    expect(all('.palette-item[aria-selected="true"]').map((item) => item.dataset['marked'])).toContain(
      'true',
    );
    // Ticked again, it is not.
    await press(input, ' ', { ctrlKey: true });
    await press(input, ' ', { ctrlKey: true });
    await press(input, 'Enter');
    await settle();
    expect(study.door.inputs('codings.create')).toMatchObject([{ codeIds: [3, 2] }]);
    expect(labels()).toEqual(expect.arrayContaining(['Gestes techniques', 'Partage de ressources']));
    expect(study.codings().length).toBe(4);
  });

  it('ticks with Ctrl and a click, and by the box', async () => {
    await select('Au début, oui.');
    await press(reader(), 'c');
    await type(one('.palette-input'), 'gest');
    await settle(() =>
      one('.palette-item').dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true })),
    );
    expect(one('.palette-item').getAttribute('aria-selected')).toBe('true');
    expect(one('.palette-marked').textContent).toContain('Gestes techniques');
    await settle(() => one('.palette-tick').click());
    expect(mounted.container.querySelector('.palette-marked')).toBeNull();
    expect(study.door.inputs('codings.create')).toEqual([]);
  });

  it('makes a code where the person says, by the list of places or by the path that is typed', async () => {
    await select('Au début, oui.');
    await press(reader(), 'c');
    const input = one('.palette-input');
    await type(input, 'Temps');
    expect(one('.palette-way').textContent).toBe('au premier niveau');
    await press(input, 'p', { ctrlKey: true });
    await type(input, 'entraide');
    expect(all('[role="listbox"] .palette-name').map((line) => line.textContent)[0]).toBe(
      'Entraide entre pairs',
    );
    await press(input, 'Enter');
    expect(one('.palette-item[data-active] .palette-name').textContent).toBe(
      'Nouveau code «\u00a0Temps\u00a0»',
    );
    expect(one('.palette-way').textContent).toBe('dans Entraide entre pairs');
    await press(input, 'Enter');
    await settle();
    expect(study.door.inputs('codings.createWithNewCode')).toMatchObject([{ name: 'Temps', parentId: 1 }]);

    await select('Au début, oui.');
    await press(reader(), 'c');
    await type(one('.palette-input'), 'gestes techniques / Visio');
    expect(one('.palette-way').textContent).toBe('dans Gestes techniques');
    await press(one('.palette-input'), 'Enter', { ctrlKey: true });
    expect(study.door.inputs('codings.createWithNewCode').at(-1)).toMatchObject({
      name: 'Visio',
      parentId: 3,
    });
  });

  it('leaves the list of places with Escape, and only that', async () => {
    await select('Au début, oui.');
    await press(reader(), 'c');
    const input = one('.palette-input');
    await type(input, 'Temps');
    await settle(() => one('.palette-way').click());
    expect(all('.palette-item').length).toBeGreaterThan(3);
    await press(input, 'Escape');
    expect((input as HTMLInputElement).value).toBe('Temps');
    expect(one('.palette-way').textContent).toBe('au premier niveau');
  });

  it('gives a digit to the code in hand', async () => {
    await select('Au début, oui.');
    await press(reader(), 'c');
    await type(one('.palette-input'), 'gest');
    await press(one('.palette-input'), '"', { ctrlKey: true, code: 'Digit3' });
    expect(study.door.inputs('settings.setProject')).toEqual([{ key: 'codes.quick', value: '{"3":3}' }]);
  });

  it('asks for a passage when there is none', async () => {
    await settle(() => useCoder.setState({ codingId: null, selection: null }));
    await press(reader(), 'c');
    expect(mounted.container.querySelector('.palette')).toBeNull();
    expect(useToasts.getState().toasts.length).toBe(1);
  });
});

describe('the coding in hand', () => {
  beforeEach(() => settle(() => all('.tr-label')[0]?.click()));

  it('shows what is known of it, and the codes at its place', () => {
    expect(one('.card-quote').textContent).toBe('Puis on s’est mis à se répondre.');
    expect(one('.card-hypothesis').textContent).toContain('H2');
    expect(one('.card-place').textContent).toBe('1 / 2');
  });

  it('takes a stance with P and a letter', async () => {
    await press(reader(), 'p');
    await press(reader(), 'n');
    expect(study.codings()[0]?.stance).toBe('qualifies');
    expect(one('.tr-label-stance').textContent).toBe('≈');
  });

  it('takes a weight from 0 to 100, or none, and a star', async () => {
    const field = (): HTMLElement => one('.card-weight input');
    await type(field(), '70');
    await press(field(), 'Enter');
    expect(study.codings()[0]?.weight).toBe(70);
    await type(field(), '101');
    await press(field(), 'Enter');
    expect(study.codings()[0]?.weight).toBe(70);
    expect(one('.card-weight .field-error').textContent).toContain('0 à 100');
    await type(field(), '');
    await press(field(), 'Enter');
    expect(study.codings()[0]?.weight).toBeNull();
    const star = (): HTMLElement => one('.card-weight button');
    await settle(() => star().click());
    expect(study.codings()[0]?.isKey).toBe(true);
    expect(star().getAttribute('aria-pressed')).toBe('true');
  });

  it('goes to the next and the previous segment with brackets', async () => {
    await press(reader(), ']');
    expect(useCoder.getState().codingId).toBe(2);
    await press(reader(), ']');
    expect(useCoder.getState().codingId).toBe(2);
    await press(reader(), '[');
    expect(useCoder.getState().codingId).toBe(1);
  });

  it('grows and shrinks by a word', async () => {
    await press(reader(), '{', { shiftKey: true });
    await press(reader(), '{', { shiftKey: true });
    expect(one('.card-quote').textContent).toBe('Puis on s’est mis à se');
    await press(reader(), '}', { shiftKey: true });
    expect(one('.card-quote').textContent).toBe('Puis on s’est mis à se répondre');
  });

  it('keeps its memo when the person pauses', async () => {
    await press(reader(), 'm');
    const field = one('.memo-text');
    expect(document.activeElement).toBe(field);
    await type(field, 'À rapprocher de R6.');
    expect(study.door.inputs('codings.setMemo')).toEqual([]);
    await rest(450);
    expect(study.door.inputs('codings.setMemo')).toEqual([{ codingId: 1, body: 'À rapprocher de R6.' }]);
    expect(all('.tr-memo').length).toBe(1);
  });

  it('keeps a memo that was being written when the person goes elsewhere', async () => {
    await type(one('.memo-text'), 'Vite.');
    await settle(() => all('.tr-label')[1]?.click());
    expect(study.door.inputs('codings.setMemo')).toEqual([{ codingId: 1, body: 'Vite.' }]);
  });

  it('goes away with Delete, and a toast offers to undo', async () => {
    await press(reader(), 'Delete');
    expect(labels()).toEqual(['Partage de ressources']);
    expect(useToasts.getState().toasts[0]).toMatchObject({
      text: 'Segment «\u00a0Entraide entre pairs\u00a0» supprimé',
    });
    expect(useCoder.getState().codingId).toBeNull();
  });

  it('is put aside with Escape', async () => {
    await press(reader(), 'Escape');
    expect(useCoder.getState().codingId).toBeNull();
  });
});

describe('links of segments', () => {
  const kinds = () => all('.link-kind').map((kind) => kind.textContent);
  const marks = () => all('.tr-label-link').filter((mark) => !mark.hidden);

  it('join the segment in hand to the one chosen in a list, and are read and marked at both ends', async () => {
    await settle(() => useCoder.setState({ codingId: 1 }));
    await press(reader(), 'l');
    await settle(() => one('.linking-list [role="menuitem"]').click());
    await settle();
    expect(kinds()).toEqual(['explique']);
    expect(marks().map((mark) => mark.getAttribute('aria-label'))).toEqual(['1 lien', '1 lien']);
    expect(one('.tr-hidden').textContent).toContain('est expliqué par «');
    await settle(() => useCoder.setState({ codingId: 2 }));
    expect(kinds()).toEqual(['est expliqué par']);
    await settle(() => one('.link-line .icon-button').click());
    await settle();
    expect(kinds()).toEqual([]);
    expect(marks()).toEqual([]);
  });

  it('are not made when Escape comes first', async () => {
    await settle(() => useCoder.setState({ codingId: 1 }));
    await press(reader(), 'l');
    expect(useCoder.getState().linking?.from.codingId).toBe(1);
    await press(reader(), 'Escape');
    expect(useCoder.getState()).toMatchObject({ linking: null, codingId: 1 });
  });
});

describe('the code tree', () => {
  const row = (name: string): HTMLElement => {
    const found = all('.code-row').find((candidate) =>
      candidate.querySelector('.code-name')?.textContent.includes(name),
    );
    if (found === undefined) throw new Error(`no row ${name}`);
    return found;
  };

  it('shows n/8 beside each code', () => {
    expect(row('Partage').querySelector('.code-count')?.textContent).toContain('2/8');
  });

  it('is walked with arrows, one row being a tab stop', async () => {
    await settle(() => row('Hypothèse 1').focus());
    await press(row('Hypothèse 1'), 'ArrowDown');
    expect(document.activeElement).toBe(row('Gestes'));
    expect(all('.code-row[tabindex="0"]')).toEqual([row('Gestes')]);
    await press(row('Gestes'), 'ArrowLeft');
    expect(document.activeElement).toBe(row('Hypothèse 1'));
    await press(row('Hypothèse 1'), 'ArrowLeft');
    expect(all('.code-row').map((each) => each.getAttribute('aria-expanded'))[0]).toBe('false');
  });

  it('applies a code to the passage in hand with Enter', async () => {
    await select('Au début, oui.');
    await press(row('Gestes'), 'Enter');
    expect(study.codings().at(-1)?.codeId).toBe(3);
  });

  it('applies a code to the paragraph of the caret with Shift and Enter, and asks for a caret where there is none', async () => {
    await settle(() => useCoder.setState({ codingId: null, selection: null }));
    await press(row('Gestes'), 'Enter', { shiftKey: true });
    expect(useToasts.getState().toasts.map(({ text }) => text)).toEqual([
      'Placez d’abord le curseur dans le texte.',
    ]);
    const at = study.text.indexOf('début, oui.');
    await settle(() => useCoder.setState({ selection: { anchor: at, focus: at } }));
    await press(row('Gestes'), 'Enter', { shiftKey: true });
    await settle();
    const made = study.codings().at(-1);
    expect(made?.codeId).toBe(3);
    expect(study.text.slice(made?.start, made?.end)).toMatch(/^Au début, oui\. .*\.$/u);
  });

  it('renames in place with F2', async () => {
    await press(row('Gestes'), 'F2');
    const input = one('.name-input') as HTMLInputElement;
    input.value = 'Gestes et outils';
    await press(input, 'Enter');
    expect(study.door.inputs('codes.update')).toEqual([{ codeId: 3, name: 'Gestes et outils' }]);
  });

  it('removes with Delete and says what went along', async () => {
    await press(row('Entraide'), 'Delete');
    await settle();
    expect(study.door.inputs('codes.remove')).toEqual([{ codeIds: [1] }]);
    expect(useToasts.getState().toasts[0]?.text).toBe(
      'Code «\u00a0Entraide entre pairs\u00a0» supprimé avec 1 sous-code, 5 segments codés et 1 mémo',
    );
  });

  it('is filtered without regard to accents', async () => {
    await settle(() => useCoder.setState({ filter: 'PARTAGE' }));
    expect(all('.code-row-code').map((each) => each.querySelector('.code-name')?.textContent)).toEqual([
      'Entraide entre pairs',
      'Partage de ressources',
    ]);
  });
});
