import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';

const ROOT = resolve(import.meta.dirname, '../..');

/** Where Electron's program keeps its fuses: a mark, the version of the scheme, their number, and one letter each. */
const FUSES = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('000000000'),
]);

export interface Packed {
  readonly folder: string;
  /** The program, here only a stub that has fuses. */
  readonly program: string;
  readonly archive: string;
  /** Paths inside the archive, with `/` and without one at the beginning; folders too. */
  readonly entries: readonly string[];
  /** The archive's files, as plain files. */
  readonly extracted: string;
  remove(): Promise<void>;
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the runtime of these tests on a script. */
export function runNode(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return new Promise((done, refuse) => {
    const child = spawn(process.execPath, [...args], { cwd, env: { ...process.env, ...env } });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part));
    child.once('error', refuse);
    child.once('close', (code) => done({ code, stdout, stderr }));
  });
}

/** Packs the program for Linux as electron-builder.yml says, on a stub instead of Electron, so without the network. */
export async function pack(): Promise<Packed> {
  const folder = await mkdtemp(join(tmpdir(), 'repere-pack-'));
  await mustRun([join(ROOT, 'scripts', 'build.mjs'), '--if-needed']);
  const stub = await makeStub(join(folder, 'electron'));
  await mustRun([
    join(ROOT, 'node_modules', 'electron-builder', 'cli.js'),
    '--linux',
    'dir',
    `--${process.arch}`,
    '--publish',
    'never',
    `-c.electronDist=${stub}`,
    `-c.directories.output=${join(folder, 'release')}`,
  ]);
  const unpacked = join(
    folder,
    'release',
    process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`,
  );
  const archive = join(unpacked, 'resources', 'app.asar');
  const extracted = join(folder, 'extracted');
  extractAll(archive, extracted);
  return {
    folder,
    program: join(unpacked, 'repere'),
    archive,
    entries: listPackage(archive, { isPack: false }).map((path) =>
      path.replaceAll('\\', '/').replace(/^\//u, ''),
    ),
    extracted,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function mustRun(args: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await runNode(args, ROOT, { CI: '1' });
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}\n${stdout}\n${stderr}`);
}

async function makeStub(folder: string): Promise<string> {
  await mkdir(join(folder, 'resources'), { recursive: true });
  await mkdir(join(folder, 'locales'));
  const manifest = JSON.parse(
    await readFile(join(ROOT, 'node_modules', 'electron', 'package.json'), 'utf8'),
  ) as {
    version: string;
  };
  await writeFile(join(folder, 'version'), manifest.version);
  await writeFile(join(folder, 'electron'), FUSES);
  await chmod(join(folder, 'electron'), 0o755);
  for (const name of [
    'LICENSE',
    'LICENSES.chromium.html',
    'locales/fr.pak',
    'locales/en-US.pak',
    'locales/de.pak',
  ]) {
    await writeFile(join(folder, name), '');
  }
  return folder;
}
