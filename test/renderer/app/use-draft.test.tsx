import { act, useEffect, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useDraft, type Draft } from '../../../renderer/app/use-draft.ts';

let root: Root;
let draft: Draft;
let onSave: (text: string) => Promise<unknown>;
let value: string;
let whileTyping: boolean;

function Probe({ tell }: { readonly tell: (now: Draft) => void }): ReactNode {
  const now = useDraft({ place: 'Nom', value, onSave: (text) => onSave(text), required: true, whileTyping });
  useEffect(() => tell(now));
  return null;
}

const heard = (now: Draft): void => {
  draft = now;
};

const draw = () => act(async () => root.render(<Probe tell={heard} />));

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers();
  value = 'Camille';
  whileTyping = false;
  onSave = async (text) => {
    value = text;
    return { ok: true };
  };
  root = createRoot(document.createElement('div'));
  await draw();
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a text is kept when its field is left, and then shows as the project has it', async () => {
  await act(async () => draft.change(' Élodie '));
  expect(draft.shown).toBe(' Élodie ');
  await act(async () => draft.save());
  await draw();
  expect([value, draft.shown, draft.isTyped]).toEqual(['Élodie', 'Élodie', false]);
});

test('what was refused stays in the field', async () => {
  onSave = async () => ({ ok: false });
  await act(async () => draft.change('Élodie'));
  await act(async () => draft.save());
  expect([draft.shown, draft.isTyped]).toEqual(['Élodie', true]);
});

test('what is typed while the last words are on their way stays too', async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  onSave = () => promise;
  await act(async () => draft.change('Élo'));
  let saved: Promise<void> = Promise.resolve();
  await act(async () => {
    saved = draft.save();
  });
  await act(async () => draft.change('Élodie'));
  await act(async () => {
    resolve({ ok: true });
    await saved;
  });
  expect([draft.shown, draft.isTyped]).toEqual(['Élodie', true]);
});

test('a longer text is in the project two seconds after its first key at the latest', async () => {
  whileTyping = true;
  await draw();
  for (let ms = 0; ms < 2_000; ms += 250) {
    await act(async () => draft.change('a'.repeat(1 + ms / 250)));
    await act(async () => vi.advanceTimersByTimeAsync(250));
  }
  expect(value).toBe('a'.repeat(8));
  expect(draft.isTyped).toBe(true);
});

test('an empty text that is required is not kept', async () => {
  await act(async () => draft.change('  '));
  await act(async () => draft.save());
  expect([value, draft.shown]).toEqual(['Camille', 'Camille']);
});
