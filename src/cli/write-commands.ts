import { resolve } from 'node:path';
import type { Command } from 'commander';
import { fill } from '../errors/describe.ts';
import { withCore, withProject, type CommonOptions } from './context.ts';
import { addCommand } from './define-command.ts';
import { word } from './words.ts';

/** Commands that make or change a project. */
export function addWriteCommands(program: Command): void {
  addCommand(program, 'new <file>', 'make an empty project')
    .option('--name <name>', 'name of the study')
    .action((file: string, options: CommonOptions & { name?: string }) =>
      withCore(options, async ({ client, locale, json, print }) => {
        const info = await client.project.create({
          path: file,
          ...(options.name === undefined ? {} : { name: options.name }),
        });
        print(json ? JSON.stringify(info, null, 2) : fill(word('created', locale), { path: info.path }));
      }),
    );

  addCommand(program, 'sample <file>', 'make the sample study').action(
    (file: string, options: CommonOptions) =>
      withCore(options, async ({ client, locale, json, print }) => {
        const info = await client.project.sample({ path: file });
        print(json ? JSON.stringify(info, null, 2) : fill(word('created', locale), { path: info.path }));
      }),
  );

  addCommand(program, 'copy <file> <out>', 'save the whole project as one new, verified file').action(
    (file: string, out: string, options: CommonOptions) =>
      withProject(options, file, 'read', async ({ client, locale, json, print }) => {
        const saved = await client.project.saveCopy({ path: resolve(out) });
        print(json ? JSON.stringify(saved, null, 2) : fill(word('copied', locale), saved));
      }),
  );

  for (const direction of ['undo', 'redo'] as const) {
    addCommand(program, `${direction} <file>`, `${direction} the last step`).action(
      (file: string, options: CommonOptions) =>
        withProject(options, file, 'write', async ({ client, locale, json, print }) => {
          const step = await (direction === 'undo' ? client.history.undo({}) : client.history.redo({}));
          if (json) return print(JSON.stringify(step, null, 2));
          if (step === null)
            return print(word(direction === 'undo' ? 'nothingToUndo' : 'nothingToRedo', locale));
          print(fill(word(direction === 'undo' ? 'undone' : 'redone', locale), step));
        }),
    );
  }
}
