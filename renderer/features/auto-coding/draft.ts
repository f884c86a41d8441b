import type { SpeakerRole } from '../../../src/contract/common.ts';
import type { InputOf } from '../../../src/contract/contract.ts';
import { labelKey } from '../../../src/text/speaker-label.ts';
import type { Speaker } from '../../../src/documents/contract.ts';

type Input = InputOf<'autoCoding.plan'>;
export type Source = Input['source'];
export type SourceKind = Source['kind'];
export type Unit = Source['unit'];
type SearchSource = Extract<Source, { kind: 'search' }>;

/** What a person has filled in so far; each source keeps its own words while another is looked at. */
export interface Draft {
  readonly kind: SourceKind;
  readonly codePath: string;
  /** The words looked for, and how; where they are looked for when the search had limits. */
  readonly query: string;
  readonly search: Omit<SearchSource['search'], 'text'>;
  readonly limits: Pick<Input, 'documentIds' | 'within'>;
  readonly topicId: number | null;
  /** A speaker's key, or `role:` and a role. */
  readonly speaker: string | null;
  readonly pattern: string;
  readonly respectAccents: boolean;
  readonly units: Readonly<Record<SourceKind, Unit>>;
}

export const START: Draft = {
  kind: 'search',
  codePath: '',
  query: '',
  search: { syntax: 'query' },
  limits: {},
  topicId: null,
  speaker: null,
  pattern: '',
  respectAccents: false,
  units: { search: 'match', topic: 'answer', speaker: 'turn', pattern: 'paragraph' },
};

/** What can be coded of each source. */
export const UNITS = {
  search: ['match', 'sentence', 'paragraph', 'turn'],
  topic: ['answer', 'paragraph', 'sentence'],
  speaker: ['turn', 'paragraph', 'sentence'],
  pattern: ['match', 'sentence', 'paragraph', 'turn'],
} as const satisfies Readonly<Record<SourceKind, readonly Unit[]>>;

export const ROLE_PREFIX = 'role:';

/** How a speaker is chosen: by label, in all documents that have it. */
export function speakerKey(speaker: Pick<Speaker, 'label'>): string {
  return `label:${labelKey(speaker.label)}`;
}

/** What the core is asked for; `null` as long as nothing is looked for. */
export function inputOf(draft: Draft, codeId: number | null, speakers: readonly Speaker[]): Input | null {
  const source = sourceOf(draft, speakers);
  return source === null ? null : { source, codeId, ...(draft.kind === 'search' ? draft.limits : {}) };
}

function sourceOf(draft: Draft, speakers: readonly Speaker[]): Source | null {
  const { kind, units, respectAccents } = draft;
  const unit = <U extends Unit>(allowed: readonly U[], otherwise: U): U =>
    allowed.find((each) => each === units[kind]) ?? otherwise;
  switch (kind) {
    case 'search':
      if (draft.query.trim() === '') return null;
      return {
        kind,
        search: { ...draft.search, text: draft.query, respectAccents },
        unit: unit(UNITS.search, 'match'),
      };
    case 'topic':
      if (draft.topicId === null) return null;
      return { kind, topicIds: [draft.topicId], unit: unit(UNITS.topic, 'answer') };
    case 'pattern':
      if (draft.pattern === '') return null;
      return { kind, pattern: draft.pattern, respectAccents, unit: unit(UNITS.pattern, 'paragraph') };
    case 'speaker':
      if (draft.speaker === null) return null;
      return {
        kind,
        speakerIds: speakers.filter((each) => speakerKey(each) === draft.speaker).map(({ id }) => id),
        roles: draft.speaker.startsWith(ROLE_PREFIX)
          ? [draft.speaker.slice(ROLE_PREFIX.length) as SpeakerRole]
          : [],
        unit: unit(UNITS.speaker, 'turn'),
      };
  }
}
