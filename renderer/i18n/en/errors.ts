import type { SameKeys } from '../same-keys.ts';
import type { fr } from '../fr/errors.ts';

export const en: SameKeys<typeof fr> = {};
