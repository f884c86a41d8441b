import { prepareOnce } from '../database/connection.ts';

export interface ProjectRow {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly contacted: number | null;
  readonly created_at: string;
}

export interface CountsRow {
  readonly documents: number;
  readonly participants: number;
  readonly codes: number;
  readonly codings: number;
}

export const projectReads = prepareOnce((db) => ({
  get: db.prepare<[], ProjectRow>(
    'SELECT guid, name, description, contacted, created_at FROM project WHERE id = 1',
  ),
  counts: db.prepare<[], CountsRow>(
    `SELECT (SELECT count(*) FROM document) AS documents, (SELECT count(*) FROM participant) AS participants,
            (SELECT count(*) FROM code) AS codes, (SELECT count(*) FROM coding) AS codings`,
  ),
  integrity: db.prepare<[], string>('PRAGMA integrity_check').pluck(),
  foreignKeys: db.prepare<[], { table: string; rowid: number; parent: string }>('PRAGMA foreign_key_check'),
}));

export const projectWrites = prepareOnce((db) => ({
  create: db.prepare<[string, string, string]>(
    'INSERT INTO project (id, guid, name, created_at) VALUES (1, ?, ?, ?)',
  ),
  update: db.prepare<[{ name: string; description: string; contacted: number | null }]>(
    'UPDATE project SET name = @name, description = @description, contacted = @contacted WHERE id = 1',
  ),
}));
