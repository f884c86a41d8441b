import type { GuideLine } from '../text/guide-text.ts';

interface Topic {
  readonly id: number;
  readonly title: string;
  readonly level: number;
  readonly position: number;
}

const MAX_LEVEL = 9;

/** A topic and all below it: those that follow in order on a deeper level. Topics come in order. */
export function topicBranch<T extends Pick<Topic, 'id' | 'level'>>(
  topics: readonly T[],
  topicId: number,
): readonly T[] {
  const from = topics.findIndex(({ id }) => id === topicId);
  const top = topics[from];
  if (top === undefined) return [];
  const end = topics.findIndex(({ level }, at) => at > from && level <= top.level);
  return topics.slice(from, end === -1 ? undefined : end);
}

/** Topics whose place changes when one moves, with its branch, to a place among those that stay. */
export function movedGuide(
  topics: readonly Topic[],
  moved: Topic,
  position: number,
  level: number,
): Pick<Topic, 'id' | 'level' | 'position'>[] {
  const branch = topicBranch(topics, moved.id);
  const inBranch = new Set(branch.map(({ id }) => id));
  const staying = topics.filter(({ id }) => !inBranch.has(id));
  const shifted = branch.map((topic) => ({
    ...topic,
    level: Math.min(MAX_LEVEL, Math.max(1, topic.level + level - moved.level)),
  }));
  const before = new Map(topics.map((topic) => [topic.id, topic]));
  return staying
    .toSpliced(position, 0, ...shifted)
    .map(({ id, level: now }, at) => ({ id, level: now, position: at }))
    .filter(({ id, level: now, position: at }) => {
      const was = before.get(id);
      return was?.level !== now || was.position !== at;
    });
}

export interface MergedGuide {
  readonly removed: readonly number[];
  /** In order; `null`: a new topic. Only those that are new or change their place. */
  readonly topics: readonly {
    readonly id: number | null;
    readonly title: string;
    readonly level: number;
    readonly position: number;
  }[];
}

/** A guide with the lines of a text: a topic of the same title is kept, so that its passages stay. */
export function mergedGuide(
  topics: readonly Topic[],
  lines: readonly GuideLine[],
  replace: boolean,
): MergedGuide {
  const known = new Map<string, Topic[]>();
  for (const topic of topics) known.set(topic.title, [...(known.get(topic.title) ?? []), topic]);
  const kept = new Map<number, Topic>();
  const fromText = lines.map(({ title, level }) => {
    const topic = known.get(title)?.shift();
    if (topic !== undefined) kept.set(topic.id, topic);
    return { id: topic?.id ?? null, title, level };
  });
  const ordered = replace ? fromText : [...topics, ...fromText.filter(({ id }) => id === null)];
  const placed = ordered.map(({ id, title, level }, position) => ({ id, title, level, position }));
  const before = new Map(topics.map((topic) => [topic.id, topic]));
  return {
    removed: replace ? topics.filter(({ id }) => !kept.has(id)).map(({ id }) => id) : [],
    topics: placed.filter(({ id, level, position }) => {
      const was = id === null ? undefined : before.get(id);
      return was?.level !== level || was.position !== position;
    }),
  };
}
