import { InvalidArgumentError, type Command } from 'commander';
import { withProject, type CommonOptions } from './context.ts';
import { addCommand } from './define-command.ts';
import { textTable } from './table.ts';
import { word } from './words.ts';

interface ChangesOptions extends CommonOptions {
  readonly since: string;
  readonly until?: string;
}

/** Commands that tell what was done, step by step or as what it came to. */
export function addHistoryCommands(program: Command): void {
  addCommand(program, 'history <file>', 'list what was done, newest first').action(
    (file: string, options: CommonOptions) =>
      withProject(options, file, 'read', async ({ client, json, print }) => {
        const steps = await client.history.list({});
        if (json) return print(JSON.stringify(steps, null, 2));
        print(
          textTable(
            ['when', 'who', 'what', 'state'],
            steps.map((step) => [step.at, step.coderName, step.label, step.state]),
          ),
        );
      }),
  );

  addCommand(
    program,
    'changes <file>',
    'tell what changed since a day, by day and coder (--coder: one of them)',
  )
    .requiredOption('--since <date>', 'a day (2021-03-03) or a moment (2021-03-03T14:00)', moment)
    .option('--until <date>', 'up to this day or moment, without it', moment)
    .action((file: string, { since, until, coder, ...common }: ChangesOptions) =>
      withProject(common, file, 'read', async ({ client, locale, json, print }) => {
        const days = await client.history.changes({
          since,
          ...(until === undefined ? {} : { until }),
          ...(coder === undefined ? {} : { coderName: coder }),
        });
        if (json) return print(JSON.stringify(days, null, 2));
        if (days.length === 0) return print(word('nothingChanged', locale));
        for (const { day, coderName, lines } of days) {
          print(`${day}  ${coderName}`);
          for (const { text } of lines) print(`  ${text}`);
        }
      }),
    );
}

/** A day begins where this machine is; the core wants moments in UTC. */
function moment(given: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(given);
  const date = new Date(isDay ? `${given}T00:00` : given);
  if (Number.isNaN(date.getTime())) throw new InvalidArgumentError('not a date');
  return date.toISOString();
}
