import { Command, CommanderError } from 'commander';
import { reportFailure } from './failure.ts';
import { addBackupCommands } from './backup-commands.ts';
import { addCodebookCommand } from './codebook-command.ts';
import { addGuideCommand } from './guide-command.ts';
import { addHistoryCommands } from './history-commands.ts';
import { addImportCommand } from './import-command.ts';
import { addMemosCommand } from './memos-command.ts';
import { addPseudonymCommands } from './pseudonym-commands.ts';
import { addReadCommands } from './read-commands.ts';
import { addSalvageCommand } from './salvage-command.ts';
import { addSearchCommand } from './search-command.ts';
import { addSegmentCommands } from './segment-commands.ts';
import { addServeCommand } from './serve-command.ts';
import { addSpeakerCommands } from './speaker-commands.ts';
import { addTableCommands } from './table-commands.ts';
import { addTextCommands } from './text-commands.ts';
import { addUnitsCommand } from './units-command.ts';
import { addCodeCommand } from './code-command.ts';
import { addWriteCommands } from './write-commands.ts';

/** All commands of the command line. */
export function makeProgram(version: string): Command {
  const program = new Command('repere')
    .description('Repère: import interviews, code them by search, get tables and charts, without a window')
    .version(version)
    .showHelpAfterError()
    .helpCommand(true);
  addWriteCommands(program);
  addCodeCommand(program);
  addImportCommand(program);
  addTextCommands(program);
  addSpeakerCommands(program);
  addGuideCommand(program);
  addCodebookCommand(program);
  addSegmentCommands(program);
  addPseudonymCommands(program);
  addReadCommands(program);
  addMemosCommand(program);
  addHistoryCommands(program);
  addBackupCommands(program);
  addSalvageCommand(program);
  addTableCommands(program);
  addUnitsCommand(program);
  addSearchCommand(program);
  addServeCommand(program);
  throwInsteadOfExit(program);
  return program;
}

/**
 * Runs one command line and answers its exit code: 0, 1 (it failed: `code: message` on standard error), 2 (usage).
 */
export async function runProgram(args: readonly string[], version: string): Promise<number> {
  const program = makeProgram(version);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    // Help and version were asked for; every other complaint of the parser is about the words of the call.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return reportFailure(error, (text) => process.stderr.write(text));
  }
}

function throwInsteadOfExit(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) throwInsteadOfExit(child);
}
