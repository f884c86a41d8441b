import type { Unit } from './caret.ts';

/** What a key means for the caret; other keys belong to the screen around the reader. */
export type CaretKey =
  | { readonly kind: 'step'; readonly by: -1 | 1; readonly unit: Unit; readonly extend: boolean }
  | { readonly kind: 'line'; readonly by: -1 | 1; readonly extend: boolean }
  | { readonly kind: 'lineEdge'; readonly edge: 'start' | 'end'; readonly extend: boolean }
  | { readonly kind: 'page'; readonly by: -1 | 1; readonly extend: boolean }
  | { readonly kind: 'document'; readonly edge: 'start' | 'end'; readonly extend: boolean }
  | { readonly kind: 'paragraph'; readonly by: -1 | 1; readonly extend: boolean }
  | { readonly kind: 'ladder'; readonly by: -1 | 1 }
  | { readonly kind: 'all' };

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** `Maj` extends, `Ctrl` goes by words, `Maj Alt` by sentences, as in the table of keys. */
export function caretKey(event: Pressed): CaretKey | null {
  const extend = event.shiftKey;
  const control = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const by = event.key === 'ArrowLeft' ? -1 : 1;
      if (event.altKey && !extend) return null;
      return { kind: 'step', by, unit: event.altKey ? 'sentence' : control ? 'word' : 'character', extend };
    }
    case 'ArrowUp':
    case 'ArrowDown': {
      if (event.altKey)
        return extend || control ? null : { kind: 'ladder', by: event.key === 'ArrowUp' ? 1 : -1 };
      const by = event.key === 'ArrowUp' ? -1 : 1;
      return control ? { kind: 'paragraph', by, extend } : { kind: 'line', by, extend };
    }
    case 'Home':
    case 'End': {
      if (event.altKey) return null;
      const edge = event.key === 'Home' ? 'start' : 'end';
      return control ? { kind: 'document', edge, extend } : { kind: 'lineEdge', edge, extend };
    }
    case 'PageUp':
    case 'PageDown':
      if (event.altKey || control) return null;
      return { kind: 'page', by: event.key === 'PageUp' ? -1 : 1, extend };
    case 'a':
    case 'A':
      return control && !extend && !event.altKey ? { kind: 'all' } : null;
    default:
      return null;
  }
}
