import type { SameKeys } from '../same-keys.ts';
import type { fr } from '../fr/memos.ts';

export const en: SameKeys<typeof fr> = {};
