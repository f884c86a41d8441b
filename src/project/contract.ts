import { z } from 'zod';
import { command, query, task } from '../contract/define.ts';
import { done, guid, name, nothing, prose, timestamp } from '../contract/common.ts';

/** What the window needs to know about the open project. Paths are absolute. */
export const projectInfo = z.strictObject({
  path: z.string(),
  guid,
  name: z.string(),
  description: z.string(),
  /** How many people were asked to take part; `null` when nobody said. */
  contacted: z.number().int().nullable(),
  createdAt: timestamp,
  readOnly: z.boolean(),
  /** Codes of things worth a warning: `synchronised-folder`, `network-drive`, and why it is read-only: `file-read-only`, `locked-elsewhere`, `opened-read-only`, `disk-full`, `opened-backup`; that it is a copy that may lack something: `copied-while-open`; what was being taken out for good: `erasure-resumed` (now it is done), `erasure-pending` (it still waits); that nothing can be saved any more: `replaced`, `taken-over`; that no backup can be made at the moment: `backup-failed`. */
  warnings: z.array(z.string()),
  coderName: z.string(),
  counts: z.strictObject({
    documents: z.number().int(),
    participants: z.number().int(),
    codes: z.number().int(),
    codings: z.number().int(),
  }),
});
export type ProjectInfo = z.output<typeof projectInfo>;

export const recentProject = z.strictObject({
  path: z.string(),
  name: z.string(),
  openedAt: timestamp,
  documents: z.number().int(),
  codes: z.number().int(),
  /** Distinct participants per code, most first, at most eight figures between 0 and 1: the small picture beside the name. */
  profile: z.array(z.number()),
  exists: z.boolean(),
});

export const checkReport = z.strictObject({
  ok: z.boolean(),
  /** What was found, in the person's language and words; empty when nothing was. */
  findings: z.array(z.string()),
  checks: z.array(
    z.strictObject({
      /** `integrity`, `foreign-keys`, `ranges`, `derived-tables`, `history`, `schema`. */
      name: z.string(),
      ok: z.boolean(),
      /** How many rows were looked at. */
      examined: z.number().int(),
      problems: z.array(z.string()),
    }),
  ),
});

const openInput = z.strictObject({
  path: z.string().min(1),
  readOnly: z.boolean().optional(),
  /** Take the lock from whoever has it; only after the person was asked. */
  takeOver: z.boolean().optional(),
});

export const projectContract = {
  'project.info': query(nothing, projectInfo),
  'project.update': command(
    z.strictObject({
      name: name.optional(),
      description: prose.optional(),
      contacted: z.number().int().min(0).max(1_000_000).nullable().optional(),
    }),
    done,
  ),
  'project.check': query(nothing, checkReport),
  /** Makes a new file and opens it; a file that is there already is refused. A path without extension gets `.repere`. */
  'project.create': task(z.strictObject({ path: z.string().min(1), name: name.optional() }), projectInfo),
  'project.open': task(openInput, projectInfo),
  'project.close': task(nothing, done),
  /** Makes the sample study at `path` (or in the person's documents folder, under a free name) and opens it. */
  'project.sample': task(z.strictObject({ path: z.string().min(1).optional() }), projectInfo),
  /** The open project, or `null`: lets a window that starts ask where it stands. */
  'project.current': task(nothing, projectInfo.nullable()),
  'project.recent': task(nothing, z.array(recentProject)),
  'project.forget': task(z.strictObject({ path: z.string() }), done),
  /** A verified copy in the rotating backup folder. */
  'project.backup': task(nothing, z.strictObject({ path: z.string() })),
  /** Everything in one new, verified file, also when the project's own file was taken away. Refuses one that is there. */
  'project.saveCopy': task(z.strictObject({ path: z.string().min(1) }), z.strictObject({ path: z.string() })),
  /** Folders and project files of this machine, for the shell that has no native dialogs. */
  'files.browse': task(
    z.strictObject({ path: z.string().optional() }),
    z.strictObject({
      path: z.string(),
      parent: z.string().nullable(),
      places: z.array(
        z.strictObject({ kind: z.enum(['home', 'documents', 'desktop', 'root']), path: z.string() }),
      ),
      entries: z.array(
        z.strictObject({
          name: z.string(),
          path: z.string(),
          kind: z.enum(['folder', 'project']),
          modifiedAt: timestamp,
        }),
      ),
    }),
  ),
};
