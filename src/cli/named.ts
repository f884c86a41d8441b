import { fill } from '../errors/describe.ts';
import type { CliContext } from './context.ts';
import { CommandFailed } from './failure.ts';
import { word } from './words.ts';

/** The id of the document with this name; fails with `not-found`. */
export async function documentIdOf({ client, locale }: CliContext, name: string): Promise<number> {
  const document = (await client.documents.list({})).find((each) => each.name === name);
  if (document === undefined)
    throw new CommandFailed(`not-found: ${fill(word('noDocument', locale), { name })}`);
  return document.id;
}
