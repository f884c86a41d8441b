import { join, resolve } from 'node:path';
import { readJson, writeJson } from '../settings/json-file.ts';

// A browser keeps what belongs to a page by its address: panels and unsaved words are found again at the same port.

/** So many ports are kept; more windows than two or three are hardly open at once. */
const MOST = 20;

interface UsualPort {
  readonly port: number;
  /** The project for which a window was started at this port; `null`: for none. */
  readonly path: string | null;
}

/** Ports to try, best first: where this project was, else the first one of this person's; then the others. */
export function usualPorts(dataDir: string, path: string | undefined): readonly number[] {
  const known = read(dataDir);
  const own = path === undefined ? [] : known.filter((each) => each.path === resolve(path));
  return [...new Set([...own, ...known].map(({ port }) => port))];
}

/** Keeps the port that a window has, with the project that it was started for. */
export function keepUsualPort(dataDir: string, port: number, path: string | undefined): void {
  const own = path === undefined ? null : resolve(path);
  const known = read(dataDir);
  if (known.some((each) => each.port === port && (own === null || each.path === own))) return;
  try {
    writeJson(fileOf(dataDir), [...known, { port, path: own }].slice(-MOST));
  } catch {
    // A data folder that cannot be written: the next window has another address.
  }
}

function read(dataDir: string): readonly UsualPort[] {
  const value = readJson(fileOf(dataDir));
  return Array.isArray(value) ? value.filter(isUsualPort) : [];
}

function isUsualPort(value: unknown): value is UsualPort {
  if (typeof value !== 'object' || value === null) return false;
  const [port, path]: readonly unknown[] = [Reflect.get(value, 'port'), Reflect.get(value, 'path')];
  const isPort = typeof port === 'number' && Number.isInteger(port) && port > 1_023 && port < 65_536;
  return isPort && (path === null || typeof path === 'string');
}

function fileOf(dataDir: string): string {
  return join(dataDir, 'ports.json');
}
