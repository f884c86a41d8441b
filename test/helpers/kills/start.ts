import { cpSync, existsSync, rmSync } from 'node:fs';
import { createCore } from '../../../src/host/in-process.ts';
import { handOn } from './furnish.ts';
import { digestOf, optionsIn, projectIn, type Journal } from './places.ts';

/** What a project holds once it is opened, before any work; `null` where there is none yet. `scratch` is used and removed. */
export async function startDigest(start: string, journal: Journal, scratch: string): Promise<string | null> {
  if (!existsSync(projectIn(start, journal))) return null;
  cpSync(start, scratch, { recursive: true });
  const path = projectIn(scratch, journal);
  const core = createCore(optionsIn(scratch));
  await handOn(core, path, 0).client.project.open({ path });
  const digest = digestOf(path);
  await core.close();
  rmSync(scratch, { recursive: true });
  return digest;
}
