import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createClient, type Client } from '../../src/contract/client.ts';
import type { CoreEvent } from '../../src/contract/wire.ts';
import type { Core, CoreOptions } from '../../src/host/core.ts';
import { createCore } from '../../src/host/in-process.ts';
import type { Locale } from '../../src/settings/contract.ts';

export const REPOSITORY = resolve(import.meta.dirname, '../..');

/** A folder of its own for one test, with the places a core needs in it. */
export interface TestPlace {
  readonly folder: string;
  readonly options: CoreOptions;
  path(name: string): string;
  remove(): void;
}

export function testPlace(coderName = 'Camille'): TestPlace {
  const folder = mkdtempSync(join(tmpdir(), 'repere-test-'));
  return {
    folder,
    options: { dataDir: join(folder, 'data'), documentsDir: folder, resourcesDir: REPOSITORY, coderName },
    path: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface TestCore extends TestPlace {
  readonly core: Core;
  readonly client: Client;
  readonly events: CoreEvent[];
  /** Brings a text into the open project and answers the document's id. */
  importText(name: string, text: string, speakers?: boolean): Promise<number>;
  end(): Promise<void>;
}

/** A real core in this process, on a folder of its own; `project` opens a new empty project. */
export async function testCore(
  options: { readonly locale?: Locale; readonly project?: string } = {},
): Promise<TestCore> {
  const place = testPlace();
  const core = createCore(place.options);
  const events: CoreEvent[] = [];
  core.subscribe((event) => events.push(event));
  const client = createClient({
    call: (name, input, callOptions) =>
      core.call(name, input, { ...callOptions, locale: options.locale ?? 'fr' }),
    subscribe: (listener) => core.subscribe(listener),
  });
  if (options.project !== undefined) await client.project.create({ path: place.path(options.project) });
  return {
    ...place,
    core,
    client,
    events,
    importText: (name, text, speakers = true) => importText(core, client, name, text, speakers),
    end: async () => {
      await core.close();
      place.remove();
    },
  };
}

async function importText(
  core: Core,
  client: Client,
  name: string,
  text: string,
  speakers: boolean,
): Promise<number> {
  const fileName = `${name}.txt`;
  const stagedId = await core.stage(fileName, new TextEncoder().encode(text));
  const [inspected] = await client.import.inspect({ files: [{ kind: 'staged', stagedId, fileName }] });
  if (inspected?.ok !== true) throw new Error(`could not read ${fileName}`);
  const draft = {
    draftId: inspected.draft.draftId,
    headingsAsTopics: true,
    ...(speakers ? {} : { speakers: [] }),
  };
  const { documentIds } = await client.import.confirm({ drafts: [draft] });
  return documentIds[0]!;
}
