import { Option, type Command } from 'commander';

/** A command with the options that all commands share. */
export function addCommand(program: Command, signature: string, description: string): Command {
  return program
    .command(signature)
    .description(description)
    .option('--json', 'print the result as JSON')
    .addOption(new Option('--lang <language>', 'language of messages').choices(['fr', 'en']))
    .option('--coder <name>', 'who codes');
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
