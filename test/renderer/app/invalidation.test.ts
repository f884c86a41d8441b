import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { DEPENDENCIES, isStale, type Dependency } from '../../../renderer/app/invalidation.ts';
import { applyEvent } from '../../../renderer/app/query-client.ts';
import type { ChangedEvent } from '../../../src/contract/wire.ts';
import { contract } from '../../../src/contract/contract.ts';
import { HISTORY_TABLES } from '../../../src/database/history-triggers.ts';

const migrations = import.meta.glob<string>('../../../migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const schema = Object.values(migrations).join('\n');

const changed = (change: Partial<ChangedEvent>): ChangedEvent => ({
  type: 'changed',
  origin: 'command',
  command: 'codings.create',
  stepId: 1,
  documents: [],
  codes: [],
  tables: [],
  ...change,
});

describe('what an answer rests on', () => {
  it('names only tables that the history knows', () => {
    const known = new Set<string>([...HISTORY_TABLES, '*']);
    for (const [name, { tables }] of Object.entries<Dependency>(DEPENDENCIES)) {
      for (const table of tables) expect.soft(known.has(table), `${name}: ${table}`).toBe(true);
    }
  });

  it('is said for every query of the contract, and for nothing else', () => {
    const queries = Object.entries(contract).flatMap(([name, { kind }]) => (kind === 'query' ? [name] : []));
    expect(Object.keys(DEPENDENCIES).toSorted()).toEqual(queries.toSorted());
  });

  it('covers every table that the schema has and that a person changes', () => {
    const used = new Set(Object.values<Dependency>(DEPENDENCIES).flatMap(({ tables }) => tables));
    for (const table of HISTORY_TABLES) expect.soft(used.has(table), table).toBe(true);
    for (const table of HISTORY_TABLES) expect.soft(schema).toContain(`CREATE TABLE ${table} `);
  });
});

describe('a change', () => {
  it('makes the codings of its documents stale, and of no other', () => {
    const event = changed({ tables: ['coding'], documents: [3] });
    expect(isStale('codings.ofDocument', { documentId: 3 }, event)).toBe(true);
    expect(isStale('codings.ofDocument', { documentId: 4 }, event)).toBe(false);
    expect(isStale('documents.get', { documentId: 3 }, event)).toBe(false);
    expect(isStale('codes.counts', {}, event)).toBe(true);
    expect(isStale('codes.list', {}, event)).toBe(false);
  });

  it('whose documents are not known concerns all of them', () => {
    expect(isStale('codings.ofDocument', { documentId: 4 }, changed({ tables: ['memo'] }))).toBe(true);
    const topic = changed({ tables: ['guide_topic'], documents: [9] });
    expect(isStale('documents.get', { documentId: 4 }, topic)).toBe(true);
  });

  it('always changes the history', () => {
    expect(isStale('history.state', {}, changed({ tables: ['setting'] }))).toBe(true);
    expect(isStale('settings.app', {}, changed({ tables: ['setting'] }))).toBe(false);
  });
});

describe('an event', () => {
  const client = () => {
    const made = new QueryClient();
    made.setQueryData(['codes.list', {}], []);
    made.setQueryData(['codings.ofDocument', { documentId: 1 }], []);
    made.setQueryData(['settings.app', {}], {});
    made.setQueryData(['project.recent', {}], []);
    return made;
  };
  const stale = (made: QueryClient) =>
    made
      .getQueryCache()
      .getAll()
      .filter((query) => query.state.isInvalidated)
      .map((query) => query.queryKey[0]);

  it('of a change asks again for what it touched only', () => {
    const made = client();
    applyEvent(changed({ tables: ['coding'], documents: [1] }), made);
    expect(stale(made)).toEqual(['codings.ofDocument']);
  });

  it('of another project forgets everything of the old one', () => {
    const made = client();
    applyEvent({ type: 'project', path: '/b.repere' }, made);
    const left = made.getQueryCache().getAll();
    expect(left.map((query) => query.queryKey[0])).toEqual(['settings.app', 'project.recent']);
    expect(stale(made)).toEqual(['project.recent']);
  });

  it('of settings asks for the settings', () => {
    const made = client();
    applyEvent({ type: 'settings' }, made);
    expect(stale(made)).toEqual(['settings.app']);
  });
});
