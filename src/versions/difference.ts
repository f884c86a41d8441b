import { escapeStep } from '../codebook/paths.ts';
import { diffPieces } from '../text/diff-pieces.ts';
import { above, depthFirst } from '../text/tree.ts';
import type { CodebookChange } from './contract.ts';
import {
  DEFINITION_FIELDS,
  type CodebookSnapshot,
  type SnapshotCode,
  type SnapshotHypothesis,
} from './snapshot.ts';

/** That one code went into another, or came out of another. */
export interface Lineage {
  readonly kind: 'merge' | 'split';
  readonly fromGuid: string;
  readonly intoGuid: string;
}

/** What became of an older codebook in a newer one: codes in the order of the newer one, then what went, then hypotheses. */
export function compareCodebooks(
  older: CodebookSnapshot,
  newer: CodebookSnapshot,
  lineage: readonly Lineage[],
): CodebookChange[] {
  const [before, after] = [new Book(older), new Book(newer)];
  return [
    ...after.inOrder().flatMap((code) => codeChanges(code, before, after, lineage)),
    ...before
      .inOrder()
      .filter((code) => after.code(code.guid) === undefined)
      .map((code) => removal(code, before, after, lineage)),
    ...orderChanges(before, after),
    ...hypothesisChanges(before, after),
  ];
}

/** Paths of a tree that is deep beyond reason keep their end. */
const MAX_STEPS = 200;

/** A snapshot with ways to look things up. */
class Book {
  readonly hypotheses: readonly SnapshotHypothesis[];
  readonly #codes: ReadonlyMap<string, SnapshotCode>;
  readonly #children: ReadonlyMap<string | null, readonly SnapshotCode[]>;

  constructor(snapshot: CodebookSnapshot) {
    this.hypotheses = snapshot.hypotheses;
    this.#codes = new Map(snapshot.codes.map((code) => [code.guid, code]));
    this.#children = Map.groupBy(snapshot.codes, (code) => code.parentGuid);
  }

  code(guid: string): SnapshotCode | undefined {
    return this.#codes.get(guid);
  }

  children(guid: string | null): readonly SnapshotCode[] {
    return this.#children.get(guid) ?? [];
  }

  parents(): readonly (string | null)[] {
    return [...this.#children.keys()];
  }

  /** Depth first. */
  inOrder(): readonly SnapshotCode[] {
    const codes = [...this.#codes.values()];
    return depthFirst(
      codes,
      ({ guid }) => guid,
      ({ parentGuid }) => parentGuid,
    ).map(({ item }) => item);
  }

  /** `Parent/Child`; `null` for no code. */
  path(guid: string | null): string | null {
    if (guid === null || this.code(guid) === undefined) return null;
    const steps = [guid, ...above(guid, (each) => this.code(each)?.parentGuid ?? null, MAX_STEPS)];
    return steps
      .flatMap((each) => this.code(each)?.name ?? [])
      .toReversed()
      .map(escapeStep)
      .join('/');
  }

  hypothesis(guid: string): SnapshotHypothesis | undefined {
    return this.hypotheses.find((hypothesis) => hypothesis.guid === guid);
  }
}

function codeChanges(
  code: SnapshotCode,
  before: Book,
  after: Book,
  lineage: readonly Lineage[],
): CodebookChange[] {
  const path = after.path(code.guid) ?? code.name;
  const old = before.code(code.guid);
  const changes: CodebookChange[] = [];
  if (old === undefined) {
    const origin = lineage.find((each) => each.kind === 'split' && each.intoGuid === code.guid);
    const from = origin === undefined ? null : (after.path(origin.fromGuid) ?? before.path(origin.fromGuid));
    changes.push({ kind: 'added', path, from });
  } else {
    if (old.name !== code.name) changes.push({ kind: 'renamed', path, from: old.name, to: code.name });
    if (old.parentGuid !== code.parentGuid) {
      changes.push({
        kind: 'moved',
        path,
        from: before.path(old.parentGuid),
        to: after.path(code.parentGuid),
      });
    }
    if (old.colour !== code.colour || old.shape !== code.shape) {
      changes.push({
        kind: 'look',
        path,
        from: { colour: old.colour, shape: old.shape },
        to: { colour: code.colour, shape: code.shape },
      });
    }
    if (old.isFolder !== code.isFolder) changes.push({ kind: 'folder', path, isFolder: code.isFolder });
  }
  for (const field of DEFINITION_FIELDS) {
    const was = old?.[field] ?? '';
    if (was !== code[field]) {
      changes.push({ kind: 'definition', path, field, pieces: diffPieces(was, code[field]) });
    }
  }
  return [...changes, ...mappingChanges(code, path, before, after)];
}

/** A code that went into another is told with that one, even when it went on into a third. */
function removal(code: SnapshotCode, before: Book, after: Book, lineage: readonly Lineage[]): CodebookChange {
  const path = before.path(code.guid) ?? code.name;
  const seen = new Set<string>();
  let guid = code.guid;
  while (!seen.has(guid)) {
    seen.add(guid);
    const heir = lineage.findLast((each) => each.kind === 'merge' && each.fromGuid === guid);
    if (heir === undefined) break;
    guid = heir.intoGuid;
    const into = after.path(guid);
    if (into !== null) return { kind: 'merged', path, into };
  }
  return { kind: 'removed', path };
}

interface Place {
  readonly label: string;
  readonly group: string | null;
  readonly wholeBranch: boolean;
}

/** Where a code is mapped, by hypothesis and group. */
function placesOf(book: Book, codeGuid: string): ReadonlyMap<string, Place> {
  return new Map(
    book.hypotheses.flatMap((hypothesis) =>
      hypothesis.mappings
        .filter((mapping) => mapping.codeGuid === codeGuid)
        .map(({ groupGuid, wholeBranch }) => {
          const group = hypothesis.groups.find((each) => each.guid === groupGuid)?.name ?? null;
          return [
            `${hypothesis.guid}/${groupGuid ?? ''}`,
            { label: hypothesis.label, group, wholeBranch },
          ] as const;
        }),
    ),
  );
}

function mappingChanges(code: SnapshotCode, path: string, before: Book, after: Book): CodebookChange[] {
  const [old, fresh] = [placesOf(before, code.guid), placesOf(after, code.guid)];
  const come = [...fresh]
    .filter(([key, place]) => old.get(key)?.wholeBranch !== place.wholeBranch)
    .map(([, place]): CodebookChange => ({ kind: 'mapped', path, ...place }));
  const gone = [...old]
    .filter(([key]) => !fresh.has(key))
    .map(([, { label, group }]): CodebookChange => ({ kind: 'unmapped', path, label, group }));
  return [...come, ...gone];
}

/** Parents whose children stand in another order, those that came, went or moved left aside. */
function orderChanges(before: Book, after: Book): CodebookChange[] {
  return after.parents().flatMap((parent): CodebookChange[] => {
    const guids = (book: Book, other: Book): string[] =>
      book
        .children(parent)
        .filter((code) => other.code(code.guid)?.parentGuid === parent)
        .map((code) => code.guid);
    const [old, fresh] = [guids(before, after), guids(after, before)];
    return old.join() === fresh.join() ? [] : [{ kind: 'reordered', path: after.path(parent) }];
  });
}

function hypothesisChanges(before: Book, after: Book): CodebookChange[] {
  const changes: CodebookChange[] = [];
  for (const hypothesis of after.hypotheses) {
    const { label, title, statement } = hypothesis;
    const old = before.hypothesis(hypothesis.guid);
    if (old === undefined) changes.push({ kind: 'hypothesis', label, change: 'added', pieces: [] });
    const was = [old?.label, old?.title, old?.statement];
    if (old !== undefined && was.join('\n') !== [label, title, statement].join('\n')) {
      const text = (each: SnapshotHypothesis): string =>
        [`${each.label} ${each.title}`, each.statement].filter((part) => part !== '').join('\n');
      changes.push({
        kind: 'hypothesis',
        label,
        change: 'changed',
        pieces: diffPieces(text(old), text(hypothesis)),
      });
    }
    for (const group of hypothesis.groups) {
      const from = old?.groups.find((each) => each.guid === group.guid)?.name ?? null;
      if (from !== group.name) changes.push({ kind: 'group', label, from, to: group.name });
    }
    for (const group of old?.groups ?? []) {
      if (!hypothesis.groups.some((each) => each.guid === group.guid))
        changes.push({ kind: 'group', label, from: group.name, to: null });
    }
  }
  for (const { guid, label } of before.hypotheses) {
    if (after.hypothesis(guid) === undefined)
      changes.push({ kind: 'hypothesis', label, change: 'removed', pieces: [] });
  }
  return changes;
}
