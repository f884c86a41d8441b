import type { Connection } from '../database/connection.ts';
import { projectSetting, setProjectSetting } from '../settings/store.ts';
import { speakerTemplate } from '../text/speaker-template.ts';
import type { DocumentRow } from './store.ts';

type Named = Pick<DocumentRow, 'guid'>;

function keyOf({ guid }: Named): string {
  return `speakers.pattern.${guid}`;
}

/**
 * The pattern that a person gave for the speakers of a document, for the day when a corrected file takes its place;
 * `null`: the usual patterns. It is a setting of the project, so that undo takes it along.
 */
export function speakerPattern(db: Connection, document: Named): string | null {
  const pattern: unknown = JSON.parse(projectSetting(db, keyOf(document)) ?? 'null');
  // Whoever changed the setting by hand loses the pattern, not the import.
  return typeof pattern === 'string' && !('problem' in speakerTemplate(pattern)) ? pattern : null;
}

export function rememberSpeakerPattern(db: Connection, document: Named, pattern: string | null): void {
  setProjectSetting(db, keyOf(document), pattern === null ? null : JSON.stringify(pattern));
}
