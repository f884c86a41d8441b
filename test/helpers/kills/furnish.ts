import { mkdirSync } from 'node:fs';
import { createClient, type Client } from '../../../src/contract/client.ts';
import type { CallName } from '../../../src/contract/contract.ts';
import type { Core } from '../../../src/host/core.ts';
import { createCore } from '../../../src/host/in-process.ts';
import { optionsIn, projectFolder, projectIn, type Journal } from './places.ts';

/** What an operation works with. */
export interface Hand {
  readonly core: Core;
  readonly client: Client;
  readonly path: string;
  readonly seed: number;
}

export interface Operation {
  readonly name: string;
  /** What stands there before the process that will be killed starts. */
  prepare(folder: string, journal: Journal): Promise<void>;
  /** What that process does; each call that changes something is told as soon as it is answered. */
  work(hand: Hand): Promise<void>;
  /** The call that this is about: places to be killed at are chosen from it on; absent: anywhere. */
  readonly from?: CallName;
  /** Which files may stand beside the project afterwards. */
  readonly others?: RegExp;
  /** What else is not as it should be, in words, once the project was opened and closed again. */
  judge?(found: Found): Promise<readonly string[]> | readonly string[];
}

/** What a killed process left, after the next one had opened and closed it. */
export interface Found {
  readonly folder: string;
  readonly journal: Journal;
  readonly path: string;
  /** The calls that were answered, in order. */
  readonly told: readonly CallName[];
  /** What the project held at the start and after each answer; only as far as one call beyond those that were told. */
  readonly states: readonly (string | null)[];
  /** What it holds now. */
  readonly digest: string;
  /** What the opening warned of. */
  readonly warnings: readonly string[];
}

export function handOn(core: Core, path: string, seed: number): Hand {
  const client = createClient({
    call: (name, input, options) => core.call(name, input, { ...options, locale: 'fr' }),
    subscribe: core.subscribe,
  });
  return { core, client, path, seed };
}

const INTERVIEW = [
  'Enquêtrice : Comment travaillez-vous avec Anna ?',
  'R1 : Avec Anna, nous partageons tout : l’été, les outils, la peine.',
  'Enquêtrice : Et ensuite ?',
  'R1 : Rien. Anna est partie à Lyon.',
].join('\n');

export function importOne(hand: Hand, name: string, times: number): Promise<number> {
  return importText(hand, name, Array.from({ length: times }, () => INTERVIEW).join('\n'));
}

export async function importText(hand: Hand, name: string, text: string): Promise<number> {
  const fileName = `${name}.txt`;
  const stagedId = await hand.core.stage(fileName, new TextEncoder().encode(text));
  const [read] = await hand.client.import.inspect({ files: [{ kind: 'staged', stagedId, fileName }] });
  if (read?.ok !== true) throw new Error('this is readable');
  const drafts = [{ draftId: read.draft.draftId, headingsAsTopics: true }];
  const { documentIds } = await hand.client.import.confirm({ drafts });
  return documentIds[0] ?? 0;
}

/** A project with two documents, some codes and codings; its copy of the day is there already. */
export async function furnished(
  folder: string,
  journal: Journal,
  more?: (hand: Hand) => Promise<void>,
): Promise<void> {
  mkdirSync(projectFolder(folder, journal), { recursive: true });
  const core = createCore(optionsIn(folder));
  const hand = handOn(core, projectIn(folder, journal), 1);
  await hand.client.project.create({ path: hand.path });
  const documentId = await importOne(hand, 'R1', 3);
  await importOne(hand, 'R2', 40);
  const { codeId } = await hand.client.codes.create({ name: 'Entraide' });
  await hand.client.codings.create({ documentId, start: 60, end: 90, codeIds: [codeId] });
  await hand.client.memos.create({ title: 'Anna', body: 'Anna, encore.', target: { kind: 'free' } });
  await more?.(hand);
  await core.close();
}

/** One step of some hundred codings on the second document. */
export async function codeMany(hand: Hand, path: string, count: number): Promise<void> {
  const passages = Array.from({ length: count }, (_, index) => ({
    documentId: 2,
    start: index * 12,
    end: index * 12 + 10,
  }));
  await hand.client.codings.createMany({ codePath: path, passages });
}

export const open = (hand: Hand) => hand.client.project.open({ path: hand.path });
