import { Option, type Command } from 'commander';

/** A command with the options that all commands share. */
export function addCommand(
  program: Command,
  signature: string,
  description: string,
  /** What a command with commands below it does when none of them is named. */
  options: { readonly isDefault?: boolean } = {},
): Command {
  return program
    .command(signature, options)
    .description(description)
    .option('--json', 'print the result as JSON')
    .addOption(new Option('--lang <language>', 'language of messages').choices(['fr', 'en']))
    .option('--coder <name>', 'who codes')
    .option('--take-over', 'open the project even if somebody else has it open');
}

/** An option that takes one of a few words. */
export function choice(
  flags: string,
  description: string,
  words: readonly string[],
  otherwise?: string,
): Option {
  const option = new Option(flags, description).choices(words);
  return otherwise === undefined ? option : option.default(otherwise);
}
