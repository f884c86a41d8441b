import type { Connection } from '../database/connection.ts';
import { setVersionTexts, versionReads } from './store.ts';

/** Changes every text that kept versions hold: names must not live on in what the codebook was. */
export function scrubVersions(db: Connection, scrub: (text: string) => string): void {
  for (const { id, name, subject, snapshot } of versionReads(db).texts.all()) {
    const scrubbed = {
      name: scrub(name),
      subject: scrub(subject),
      snapshot: JSON.stringify(
        JSON.parse(snapshot, (_key, value: unknown) => (typeof value === 'string' ? scrub(value) : value)),
      ),
    };
    const changed = scrubbed.name !== name || scrubbed.subject !== subject || scrubbed.snapshot !== snapshot;
    if (changed) setVersionTexts(db, id, scrubbed);
  }
}
