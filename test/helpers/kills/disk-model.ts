import { lstatSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Dice } from '../random-commands/dice.ts';
import type { Call } from './recording.ts';

const SECTOR = 512;
const AWAY_MS = 10 * 60_000;

type Change = { readonly at: number; readonly bytes: Buffer } | { readonly size: number };
type Entry =
  | { readonly adds: string; readonly node: Node }
  | { readonly removes: string }
  | { readonly moves: string; readonly to: string }
  | { readonly folder: string };

/** Bytes that grow. */
class Content {
  #bytes: Buffer;
  #length: number;

  constructor(bytes: Buffer = Buffer.alloc(0)) {
    this.#bytes = Buffer.from(bytes);
    this.#length = bytes.length;
  }

  apply(change: Change): void {
    const end = 'size' in change ? change.size : change.at + change.bytes.length;
    if (end > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(end, this.#bytes.length * 2));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    if ('size' in change) {
      if (change.size < this.#length) this.#bytes.fill(0, change.size, this.#length);
      this.#length = change.size;
    } else {
      change.bytes.copy(this.#bytes, change.at);
      this.#length = Math.max(this.#length, end);
    }
  }

  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }
}

/** One file, whatever its names: as programs see it, as the disk has it for certain, and what lies between. */
class Node {
  readonly seen: Content;
  readonly certain: Content;
  unsynced: Change[] = [];

  constructor(bytes?: Buffer) {
    this.seen = new Content(bytes);
    this.certain = new Content(bytes);
  }

  change(change: Change): void {
    this.seen.apply(change);
    this.unsynced.push(change);
  }

  sync(): void {
    for (const change of this.unsynced) this.certain.apply(change);
    this.unsynced = [];
  }

  /** As the disk may have it after the power failed: what was not synced arrived in part, in any order, or torn. */
  afterPowerLoss(dice: Dice): Buffer {
    const content = new Content(this.certain.bytes);
    const mode = dice.below(3);
    const upTo = dice.below(this.unsynced.length + 1);
    for (const [index, change] of this.unsynced.entries()) {
      if (mode === 0) break;
      if (mode === 1 && index > upTo) break;
      if (mode === 2 && dice.chance(2)) continue;
      content.apply(mode === 1 && index === upTo ? torn(change, dice) : change);
    }
    return content.bytes;
  }
}

function torn(change: Change, dice: Dice): Change {
  if ('size' in change) return change;
  const sectors = dice.below(Math.ceil(change.bytes.length / SECTOR) + 1);
  return { at: change.at, bytes: change.bytes.subarray(0, sectors * SECTOR) };
}

/**
 * A folder in memory, to which the recorded calls of a process are applied one by one, so that it can be written out as
 * it stood after any of them: when the process was killed there, or when the power failed there. The journal of the file
 * system keeps the order of names: syncing a folder makes all names certain, syncing a file those up to its own.
 */
export class DiskModel {
  readonly #folder: string;
  readonly #seen = new Map<string, Node | null>();
  readonly #certain = new Map<string, Node | null>();
  #entries: Entry[] = [];
  readonly #open = new Map<number, { node: Node; at: number }>();

  /** `folder` is as it was before the recorded process started; the calls name it so. */
  constructor(folder: string) {
    this.#folder = folder;
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, name);
      const node = lstatSync(path).isDirectory() ? null : new Node(readFileSync(path));
      this.#seen.set(path, node);
      this.#certain.set(path, node);
    }
  }

  apply(call: Call): void {
    switch (call.does) {
      case 'open':
        return this.#opened(call);
      case 'write': {
        const file = this.#open.get(call.fd);
        if (file === undefined) return;
        file.node.change({ at: call.at ?? file.at, bytes: call.bytes });
        if (call.at === null) file.at += call.bytes.length;
        return;
      }
      case 'copy': {
        const file = this.#open.get(call.fd);
        const source = this.#seen.get(call.from)?.seen.bytes ?? readFileSync(call.from);
        if (file === undefined) return;
        file.node.change({
          at: file.at,
          bytes: Buffer.from(source.subarray(file.at, file.at + call.length)),
        });
        file.at += call.length;
        return;
      }
      case 'truncate':
        return this.#open.get(call.fd)?.node.change({ size: call.size });
      case 'remove':
        return this.#name({ removes: call.path });
      case 'rename':
        return this.#name({ moves: call.from, to: call.to });
      case 'link': {
        const node = this.#seen.get(call.from);
        return node instanceof Node ? this.#name({ adds: call.to, node }) : undefined;
      }
      case 'folder':
        return this.#name({ folder: call.path });
      case 'sync':
        return this.#sync(call.fd, call.path);
      case 'tell':
        return;
    }
  }

  #opened({ path, fd, empties }: Extract<Call, { does: 'open' }>): void {
    const known = this.#seen.get(path);
    if (known === null || path === this.#folder) return void this.#open.delete(fd);
    const node = known ?? new Node();
    if (known === undefined) this.#name({ adds: path, node });
    if (empties) node.change({ size: 0 });
    this.#open.set(fd, { node, at: 0 });
  }

  #name(entry: Entry): void {
    change(this.#seen, entry);
    this.#entries.push(entry);
  }

  #sync(fd: number, path: string): void {
    const node = this.#seen.get(path);
    const isFolder = node === null || path === this.#folder;
    let upTo = this.#entries.length;
    if (!isFolder) {
      const file = this.#open.get(fd)?.node;
      file?.sync();
      upTo = this.#entries.findLastIndex((entry) => 'adds' in entry && entry.node === file) + 1;
    }
    for (const entry of this.#entries.splice(0, upTo)) change(this.#certain, entry);
  }

  /** Writes the folder out, as the next process finds it after this one was killed here. */
  writeKilled(target: string): void {
    this.#write(target, this.#seen, new Date(), (node) => node.seen.bytes);
  }

  /** Writes the folder out, as it may be found after the power failed here. */
  writePowerLoss(target: string, dice: Dice): void {
    const names = new Map(this.#certain);
    for (const entry of this.#entries.slice(0, dice.below(this.#entries.length + 1))) change(names, entry);
    // Until the machine runs again, and the person is back, some time has gone by.
    this.#write(target, names, new Date(Date.now() - AWAY_MS), (node) => node.afterPowerLoss(dice));
  }

  #write(
    target: string,
    names: ReadonlyMap<string, Node | null>,
    written: Date,
    bytes: (node: Node) => Buffer,
  ): void {
    mkdirSync(target, { recursive: true });
    for (const [path, node] of names) {
      const file = join(target, path.slice(this.#folder.length));
      if (node === null) mkdirSync(file, { recursive: true });
      else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, bytes(node));
        utimesSync(file, written, written);
      }
    }
  }
}

function change(names: Map<string, Node | null>, entry: Entry): void {
  if ('adds' in entry) names.set(entry.adds, entry.node);
  else if ('removes' in entry) names.delete(entry.removes);
  else if ('folder' in entry) names.set(entry.folder, null);
  else {
    // A folder takes along what is in it.
    for (const [path, node] of [...names])
      if (path === entry.moves || path.startsWith(`${entry.moves}/`)) {
        names.delete(path);
        names.set(`${entry.to}${path.slice(entry.moves.length)}`, node);
      }
  }
}
