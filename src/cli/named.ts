import { parsePath } from '../codebook/paths.ts';
import { fill } from '../errors/describe.ts';
import { fold } from '../text/fold.ts';
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

/** The id of the code with this path, `Parent/Child`; fails with `not-found`. */
export async function codeIdOf({ client, locale }: CliContext, path: string): Promise<number> {
  const wanted = parsePath(path).join('\n');
  const code = (await client.codes.list({})).find((each) => parsePath(each.path).join('\n') === wanted);
  if (code === undefined)
    throw new CommandFailed(`not-found: ${fill(word('noSuch', locale), { name: path })}`);
  return code.id;
}

/** The ids of the guide's topics with this title, accents and case aside; fails with `not-found`. */
export async function topicIdsOf({ client, locale }: CliContext, title: string): Promise<number[]> {
  const wanted = fold(title.trim()).folded;
  const topics = (await client.guide.list({})).filter((each) => fold(each.title).folded === wanted);
  if (topics.length === 0)
    throw new CommandFailed(`not-found: ${fill(word('noTopic', locale), { name: title })}`);
  return topics.map(({ id }) => id);
}

/** A filter for the topic of an option; empty when none was asked for. */
export async function topicFilter(
  context: CliContext,
  title: string | undefined,
): Promise<{ readonly filter?: { readonly topicIds: number[] } }> {
  return title === undefined ? {} : { filter: { topicIds: await topicIdsOf(context, title) } };
}
