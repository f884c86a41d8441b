import { spawn } from 'node:child_process';
import { createReadStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Journal } from './places.ts';

/** A system call that changes files, as the recorded process made it. */
export type Call = { readonly name: string } & (
  | { readonly does: 'open'; readonly path: string; readonly fd: number; readonly empties: boolean }
  | { readonly does: 'write'; readonly fd: number; readonly at: number | null; readonly bytes: Buffer }
  | { readonly does: 'copy'; readonly from: string; readonly fd: number; readonly length: number }
  | { readonly does: 'truncate'; readonly fd: number; readonly size: number }
  | { readonly does: 'remove'; readonly path: string }
  | { readonly does: 'rename' | 'link'; readonly from: string; readonly to: string }
  | { readonly does: 'folder'; readonly path: string }
  | { readonly does: 'sync'; readonly fd: number; readonly path: string }
  | { readonly does: 'tell'; readonly line: string }
);

export const CHILD = join(import.meta.dirname, 'child.ts');
const TRACED =
  'openat,pwrite64,write,ftruncate,unlink,unlinkat,rename,renameat,renameat2,link,linkat,mkdir,rmdir,fsync,fdatasync,copy_file_range,sendfile';
const SLASH = 0x2f;
/** Longer than anything that is written at once. */
const LONGEST = 32 * 1024 * 1024;

/** Runs an operation to its end and answers every call that changed a file in its folder, in order. */
export async function record(
  strace: string,
  operation: string,
  folder: string,
  journal: Journal,
  seed: number,
): Promise<readonly Call[]> {
  const trace = `${folder}.trace`;
  const options = ['-f', '--seccomp-bpf', '-y', '-xx', '-s', String(LONGEST), '-o', trace];
  const program = [process.execPath, CHILD, operation, folder, journal, String(seed)];
  const child = spawn(strace, [...options, '-e', `trace=${TRACED}`, ...program], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const code = await new Promise((ended) => child.on('close', ended));
  if (code !== 0) throw new Error(`${operation}, recorded, ended with ${String(code)}: ${said}`);
  const calls: Call[] = [];
  const unfinished = new Map<string, string>();
  for await (const line of createInterface({ input: createReadStream(trace, 'latin1') })) {
    const whole = wholeLine(line, unfinished);
    const call = whole === null ? null : parse(whole, folder);
    if (call !== null) calls.push(call);
  }
  rmSync(trace);
  return calls;
}

/** Joins a call that another thread's interrupted. */
function wholeLine(line: string, unfinished: Map<string, string>): string | null {
  const [, pid = '', rest = ''] = /^(\d+) +(.*)$/u.exec(line) ?? [];
  if (rest.endsWith(' <unfinished ...>')) {
    unfinished.set(pid, rest.slice(0, -' <unfinished ...>'.length));
    return null;
  }
  const resumed = /^<\.\.\. \w+ resumed>(.*)$/u.exec(rest);
  return resumed === null ? rest : `${unfinished.get(pid) ?? ''}${resumed[1] ?? ''}`;
}

function parse(line: string, folder: string): Call | null {
  const [, name = '', args = '', result = ''] = /^(\w+)\((.*)\) += (-?\d+|\?)/u.exec(line) ?? [];
  if (name === '' || result.startsWith('-') || result === '?') return null;
  // A name may be told from a folder that is open: `5<folder>, "name"`.
  const texts = [
    ...args.matchAll(/(?:(?:\d+|AT_FDCWD)<((?:\\x[0-9a-f]{2})*)>, )?"((?:\\x[0-9a-f]{2})*)"/gu),
  ].map(([, from, hex = '']) => {
    const bytes = bytesOf(hex);
    const isName = from !== undefined && /^(?:unlink|rename|link)/u.test(name) && bytes[0] !== SLASH;
    return isName ? Buffer.concat([bytesOf(from), Buffer.from('/'), bytes]) : bytes;
  });
  const open = [
    ...`${args} ${line.slice(line.lastIndexOf(' = '))}`.matchAll(/(\d+)<((?:\\x[0-9a-f]{2})*)>/gu),
  ];
  const files = open.map(([, fd, hex = '']) => ({ fd: Number(fd), path: bytesOf(hex).toString() }));
  const inside = (path: string | undefined): path is string => path?.startsWith(folder) === true;
  const paths = texts.map((text) => text.toString());
  const [first, second] = paths;
  const numbers = args.split(', ').map((part) => part.trim());
  const file = files[0];
  if (name === 'openat') {
    const opened = files.at(-1);
    if (opened === undefined || !inside(opened.path)) return null;
    if (/O_DIRECTORY/u.test(args)) return null;
    return { name, does: 'open', ...opened, empties: args.includes('O_TRUNC') };
  }
  if (name.startsWith('unlink') || name === 'rmdir')
    return inside(first) ? { name, does: 'remove', path: first } : null;
  if (name.startsWith('rename') || name.startsWith('link'))
    return inside(first) && inside(second)
      ? { name, does: name.startsWith('link') ? 'link' : 'rename', from: first, to: second }
      : null;
  if (name === 'mkdir') return inside(first) ? { name, does: 'folder', path: first } : null;
  if (file === undefined) return null;
  if (name === 'write' && file.fd === 1) return { name, does: 'tell', line: first ?? '' };
  if (name === 'copy_file_range' || name === 'sendfile') {
    const [from, to] = name === 'sendfile' ? [files[1], files[0]] : [files[0], files[1]];
    if (from === undefined || to === undefined || !inside(to.path)) return null;
    return { name, does: 'copy', from: from.path, fd: to.fd, length: Number(result) };
  }
  if (!inside(file.path)) return null;
  const { fd, path } = file;
  if (name === 'fsync' || name === 'fdatasync') return { name, does: 'sync', fd, path };
  if (name === 'ftruncate') return { name, does: 'truncate', fd, size: Number(numbers.at(-1)) };
  const bytes = (texts[0] ?? Buffer.alloc(0)).subarray(0, Number(result));
  return { name, does: 'write', fd, at: name === 'pwrite64' ? Number(numbers.at(-1)) : null, bytes };
}

function bytesOf(hex: string): Buffer {
  return Buffer.from(hex.replaceAll('\\x', ''), 'hex');
}
