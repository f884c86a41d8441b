import { default as fs } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import Database from 'better-sqlite3';
import { createCore } from '../../src/host/in-process.ts';

/**
 * A program of its own that takes something out of a project and is killed before its K-th call of the database or of
 * the file system. It prints how many calls there were when it gets to the end.
 */
const [dataDir = '', resourcesDir = '', path = '', name = '', input = '', kill = '0'] = process.argv.slice(2);

const core = createCore({ dataDir, documentsDir: dataDir, resourcesDir, coderName: 'Camille' });
const opened = await core.call('project.open', { path }, { locale: 'fr' });
if (!opened.ok) throw new Error(opened.error.message);

let calls = 0;
const last = Number(kill);

function counted<T extends object>(owner: T, methods: readonly (keyof T & string)[]): void {
  for (const method of methods) {
    const original = owner[method] as (...values: unknown[]) => unknown;
    Object.assign(owner, {
      [method]: function (this: unknown, ...values: unknown[]): unknown {
        calls += 1;
        if (calls === last) process.kill(process.pid, 'SIGKILL');
        return original.apply(this, values);
      },
    });
  }
}

const statement = new Database(':memory:').prepare('SELECT 1');
counted(Database.prototype, ['exec', 'pragma']);
counted(Object.getPrototypeOf(statement) as typeof statement, ['run']);
counted(fs, ['renameSync', 'rmSync', 'mkdirSync']);
syncBuiltinESMExports();

const answer = await core.call(name as 'pseudonyms.seal', JSON.parse(input) as object, { locale: 'fr' });
process.stdout.write(`${JSON.stringify({ calls, ok: answer.ok })}\n`);
process.exit(0);
