import type { SameKeys } from '../same-keys.ts';
import type { fr } from '../fr/help.ts';

export const en: SameKeys<typeof fr> = {};
