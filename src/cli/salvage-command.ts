import { resolve } from 'node:path';
import type { Command } from 'commander';
import { fill } from '../errors/describe.ts';
import { nounOf } from '../errors/kinds.ts';
import { withCore, type CommonOptions } from './context.ts';
import { addCommand } from './define-command.ts';
import { textTable } from './table.ts';
import { word } from './words.ts';

/** What can be read of a damaged project, into a new one. */
export function addSalvageCommand(program: Command): void {
  addCommand(
    program,
    'salvage <file> <out>',
    'take what can be read of a damaged project into a new one, and list what is missing',
  ).action((file: string, out: string, options: CommonOptions) =>
    withCore(options, async ({ client, locale, json, print, note }) => {
      const report = await client.salvage.run({ path: resolve(file), out: resolve(out) });
      if (json) return print(JSON.stringify(report, null, 2));
      print(
        textTable(
          (['salvageWhat', 'salvageExpected', 'salvageFound', 'salvageKept'] as const).map((key) =>
            word(key, locale),
          ),
          report.tables
            .filter(({ expected, read, kept }) => (expected ?? 0) > 0 || read > 0 || kept > 0)
            .map(({ table, expected, read, restored, kept }) => [
              nounOf(table, 2, locale),
              expected ?? '?',
              read + restored,
              kept,
            ]),
        ),
      );
      for (const finding of report.findings) print(finding);
      note(fill(word(report.complete ? 'salvagedAll' : 'salvagedPart', locale), report));
    }),
  );
}
