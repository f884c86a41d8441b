import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { freshPath } from '../database/fresh-file.ts';
import { REASONS } from './rotation.ts';

export const MANIFEST = 'repere-backups.json';
const README = 'LISEZ-MOI — READ ME.txt';

const keptCopy = z.object({
  number: z.number().int(),
  at: z.string(),
  reason: z.enum(REASONS),
  bytes: z.number(),
  documents: z.number().int().nullable(),
  codings: z.number().int().nullable(),
  /** What the project's history stood at; `null` for copies of the first versions. */
  stamp: z.string().nullable(),
});
export type KeptCopy = z.output<typeof keptCopy>;

const manifest = z.object({
  version: z.literal(1),
  guid: z.string(),
  /** Where the project lies, links followed. */
  path: z.string(),
  /** `device:inode`: knows the file again after it was moved. */
  file: z.string(),
  name: z.string(),
  lastNumber: z.number().int(),
  copies: z.record(z.string(), keptCopy),
});
/** Whose copies a folder holds, and what is known of each. Lost or damaged, the names of the files still tell. */
export type Manifest = z.output<typeof manifest>;

export function readManifest(folder: string): Manifest | null {
  try {
    const parsed = manifest.safeParse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not a folder of ours, or its list is damaged.
    return null;
  }
}

export function writeManifest(folder: string, value: Manifest): void {
  writeWhole(join(folder, MANIFEST), `${JSON.stringify(value, null, 2)}\n`);
  writeWhole(join(folder, README), readme(value));
}

function writeWhole(path: string, content: string): void {
  const partial = freshPath(dirname(path));
  writeFileSync(partial, content, { mode: 0o600, flush: true });
  chmodSync(partial, 0o600);
  renameSync(partial, path);
}

function readme({ name, path }: Manifest): string {
  return `Sauvegardes Repère de « ${name} »
Projet : ${path}

Chaque fichier .repere est une copie entière et vérifiée du projet. Pour en reprendre une : « Sauvegardes… » dans le menu du projet ou sur l’écran d’accueil, ou
  restore "${path}" --at latest
Ne copiez pas une sauvegarde vous-même à la place du projet : des fichiers restés à côté de lui pourraient l’abîmer.

Repère’s backups of “${name}”
Project: ${path}

Each .repere file is a whole, checked copy of the project. To take one back: “Backups…” in the project’s menu or on the home screen, or the command line above.
Do not copy a backup over the project by hand: files left beside the project could spoil it.
`;
}
