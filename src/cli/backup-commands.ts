import type { Command } from 'commander';
import { chooseCopy } from '../backups/choose.ts';
import { RepereError } from '../errors/codes.ts';
import { fill } from '../errors/describe.ts';
import { withCore, withProject, type CommonOptions } from './context.ts';
import { addCommand } from './define-command.ts';
import { textTable } from './table.ts';
import { word } from './words.ts';

interface RestoreOptions extends CommonOptions {
  readonly at: string;
  readonly out?: string;
}

/** Commands that list the backups of a project and take one back; the project need not be whole for that. */
export function addBackupCommands(program: Command): void {
  addCommand(program, 'backups <file>', 'list the backups of a project, newest first')
    .option('--make', 'make one first')
    .action((file: string, { make, ...options }: CommonOptions & { readonly make?: boolean }) =>
      make === true
        ? withProject(options, file, 'write', async (context) => {
            await context.client.project.backup({});
            await list(context, file);
          })
        : withCore(options, (context) => list(context, file)),
    );

  addCommand(
    program,
    'restore <file>',
    'take a backup back in the place of a project, which is kept beside it',
  )
    .requiredOption('--at <which>', 'latest, a number or name of the list, a day (2026-11-30) or a moment')
    .option('--out <path>', 'make a new file of it instead')
    .action((file: string, { at, out, ...options }: RestoreOptions) =>
      withCore(options, async ({ client, locale, json, print }) => {
        const { copies } = await client.backups.list({ path: file });
        const copy = chooseCopy(copies, at);
        if (copy === null) throw new RepereError('backups.copy-missing', { file: at });
        const done = await client.backups.restore({
          path: file,
          file: copy.file,
          ...(out === undefined ? { to: 'in-place' } : { to: 'beside', out }),
        });
        if (json) return print(JSON.stringify({ ...done, from: copy }, null, 2));
        print(fill(word('restored', locale), { path: done.path, at: localTime(copy.at) }));
        if (done.kept !== null) print(fill(word('restoredKept', locale), { kept: done.kept }));
      }),
    );
}

type ListContext = Parameters<Parameters<typeof withCore>[1]>[0];

async function list({ client, locale, json, print }: ListContext, file: string): Promise<void> {
  const found = await client.backups.list({ path: file });
  if (json) return print(JSON.stringify(found, null, 2));
  if (found.copies.length === 0) return print(fill(word('noBackups', locale), { path: found.path }));
  print(
    textTable(
      ['n', 'when', 'why', 'MB', 'documents', 'segments'],
      found.copies.map((copy) => [
        copy.number,
        localTime(copy.at),
        copy.reason,
        (copy.bytes / 1e6).toFixed(1),
        copy.documents ?? '?',
        copy.codings ?? '?',
      ]),
    ),
  );
  print(found.folder ?? found.place);
}

/** `2026-11-30 14:05:33`, by this machine's clock: as `--at` takes it. */
function localTime(at: string): string {
  const date = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}
