import { prepareOnce, type Connection } from '../database/connection.ts';

const reads = prepareOnce((db) => ({
  one: db.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck(),
  all: db.prepare<[], { key: string; value: string }>('SELECT key, value FROM setting ORDER BY key'),
}));

const writes = prepareOnce((db) => ({
  set: db.prepare<[string, string]>(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ),
  remove: db.prepare<[string]>('DELETE FROM setting WHERE key = ?'),
}));

export function projectSettings(db: Connection): Record<string, string> {
  return Object.fromEntries(
    reads(db)
      .all.all()
      .map(({ key, value }) => [key, value]),
  );
}

export function projectSetting(db: Connection, key: string): string | undefined {
  return reads(db).one.get(key);
}

export function setProjectSetting(db: Connection, key: string, value: string | null): void {
  if (value === null) writes(db).remove.run(key);
  else writes(db).set.run(key, value);
}
