import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isOfThisMachine,
  isRunning,
  thisProcess,
  type ProcessIdentity,
} from '../database/process-identity.ts';

/** A server of this person's that runs: how to ask it for its window. */
interface OwnServer extends ProcessIdentity {
  readonly port: number;
  readonly token: string;
}

const ASK_MS = 3_000;

/** Notes that this process serves a window, where this person alone can read it; answers what takes the note away. */
export function noteServer(dataDir: string, port: number, token: string): () => void {
  const file = fileOf(dataDir, process.pid);
  try {
    mkdirSync(folderOf(dataDir), { recursive: true, mode: 0o700 });
    forgetOthers(dataDir);
    const server: OwnServer = { ...thisProcess(), port, token };
    rmSync(file, { force: true });
    writeFileSync(file, JSON.stringify(server), { mode: 0o600 });
  } catch {
    // A data folder that cannot be written: the window opens all the same, only a second start does not find it.
  }
  return () => {
    try {
      rmSync(file, { force: true });
    } catch {
      // The next server forgets it.
    }
  };
}

/** A fresh address of the window that the process of this number serves; `null` when it is no server of ours. `show`: it shows it in the browser too. */
export async function addressOfServer(dataDir: string, pid: number, show = false): Promise<string | null> {
  const server = read(fileOf(dataDir, pid));
  if (server === null || !isOfThisMachine(server) || !isRunning(server)) return null;
  try {
    const answer = await fetch(`http://127.0.0.1:${server.port}/launch${show ? '?show' : ''}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${server.token}` },
      signal: AbortSignal.timeout(ASK_MS),
    });
    const value: unknown = answer.ok ? await answer.json() : null;
    const address = typeof value === 'object' && value !== null ? Reflect.get(value, 'address') : null;
    return typeof address === 'string' ? address : null;
  } catch {
    return null;
  }
}

function forgetOthers(dataDir: string): void {
  for (const name of readdirSync(folderOf(dataDir))) {
    const file = join(folderOf(dataDir), name);
    const server = read(file);
    if (server === null || (isOfThisMachine(server) && !isRunning(server))) rmSync(file, { force: true });
  }
}

function read(file: string): OwnServer | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null) return null;
    const fits =
      ['pid', 'port'].every((key) => typeof Reflect.get(value, key) === 'number') &&
      ['host', 'token'].every((key) => typeof Reflect.get(value, key) === 'string');
    return fits ? (value as OwnServer) : null;
  } catch {
    return null;
  }
}

function folderOf(dataDir: string): string {
  return join(dataDir, 'servers');
}

function fileOf(dataDir: string, pid: number): string {
  return join(folderOf(dataDir), `${pid}.json`);
}
