import type { QueryName } from '../../src/contract/contract.ts';
import type { ChangedEvent } from '../../src/contract/wire.ts';

/** What an answer is made of. When one of its tables changes, the answer is asked for again. */
export interface Dependency {
  readonly tables: readonly string[];
  /** The answer is about the documents of its input only: changes elsewhere do not concern it. */
  readonly ofDocument?: boolean;
}

const FIGURES: Dependency = {
  tables: [
    'coding',
    'code',
    'code_mapping',
    'hypothesis',
    'hypothesis_group',
    'guide_topic',
    'topic_span',
    'document',
    'participant',
    'speaker',
    'turn',
    'variable_value',
    'variable',
    'coder',
  ],
};
const QUOTED: Dependency = { tables: [...FIGURES.tables, 'memo'] };
const ALWAYS: Dependency = { tables: ['*'] };
/** What memos link to, by its name; segments by their words, merged codes by what they went into. */
const LINKED: readonly string[] = [
  'code',
  'code_lineage',
  'document',
  'coding',
  'participant',
  'hypothesis',
  'memo',
];
const MEMO_NAMES: readonly string[] = [...LINKED, 'coder'];

/** What each query rests on. A new query that is missing here does not compile. */
export const DEPENDENCIES = {
  'project.info': { tables: ['project', 'document', 'participant', 'code', 'coding'] },
  'project.check': ALWAYS,
  'settings.project': { tables: ['setting'] },
  'import.proposeReplacement': {
    tables: ['document', 'coding', 'code', 'topic_span', 'memo'],
    ofDocument: true,
  },
  'documents.list': { tables: ['document', 'coding', 'speaker', 'turn', 'participant'] },
  'documents.get': { tables: ['document', 'speaker', 'turn', 'topic_span', 'guide_topic'], ofDocument: true },
  'documents.removalImpact': { tables: ['document', 'coding', 'memo'] },
  'documents.editImpact': { tables: ['document', 'coding', 'code', 'topic_span', 'memo'] },
  'documents.findReplace': { tables: ['document', 'turn', 'coding'] },
  'speakers.list': { tables: ['document', 'speaker'] },
  'speakers.detect': { tables: ['document', 'speaker'] },
  'guide.list': { tables: ['guide_topic'] },
  'guide.previewText': { tables: [] },
  'guide.coverage': {
    tables: ['guide_topic', 'topic_span', 'document', 'speaker', 'turn', 'participant'],
  },
  'guide.answers': { tables: ['guide_topic', 'topic_span', 'document', 'speaker', 'turn'] },
  'guide.proposeSpans': { tables: ['guide_topic', 'topic_span', 'document', 'speaker', 'turn'] },
  'participants.list': {
    tables: ['participant', 'document', 'speaker', 'turn', 'coding', 'variable', 'variable_value'],
  },
  'participants.planTable': { tables: ['participant', 'variable', 'variable_value'] },
  'surveys.plan': {
    tables: ['participant', 'variable', 'variable_value', 'document', 'guide_topic'],
  },
  'pseudonyms.list': { tables: ['pseudonym'] },
  'pseudonyms.preview': ALWAYS,
  'documents.originals': { tables: ['document'] },
  'documents.deleted': ALWAYS,
  'documents.erasureImpact': ALWAYS,
  'participants.withdrawal': ALWAYS,
  'pseudonyms.exportKey': { tables: ['pseudonym'] },
  'variables.list': { tables: ['variable', 'variable_value'] },
  'variables.documentValues': { tables: ['variable', 'variable_value', 'document'] },
  'coders.list': { tables: ['coder', 'coding'] },
  'codes.list': { tables: ['code'] },
  'codes.counts': { tables: ['code', 'coding', 'document', 'participant', 'speaker', 'turn'] },
  'codes.mergePreview': { tables: ['code', 'coding', 'memo', 'code_mapping'] },
  'codes.firstUses': { tables: ['code', 'coding', 'document'] },
  'codes.removalImpact': { tables: ['code', 'coding', 'memo', 'code_mapping'] },
  'versions.list': { tables: ['codebook_version', 'coder'] },
  'versions.difference': {
    tables: ['codebook_version', 'code_lineage', 'code', 'hypothesis', 'hypothesis_group', 'code_mapping'],
  },
  'sets.list': { tables: ['named_set', 'named_set_member'] },
  'hypotheses.list': { tables: ['hypothesis', 'hypothesis_group', 'code_mapping'] },
  'codings.ofDocument': { tables: ['coding', 'memo'], ofDocument: true },
  'codings.ofCode': { tables: ['coding', 'code'] },
  'codings.recodePreview': { tables: ['coding', 'code', 'setting'] },
  'codings.links': { tables: ['coding_link', 'coding', 'code', 'document'] },
  'memos.list': { tables: ['memo', 'coder'] },
  'memos.get': { tables: MEMO_NAMES },
  'memos.search': { tables: MEMO_NAMES },
  'memos.resolveLinks': { tables: LINKED },
  'memos.linkable': { tables: LINKED },
  'memos.mentions': { tables: MEMO_NAMES },
  'history.state': ALWAYS,
  'history.list': ALWAYS,
  'history.changes': ALWAYS,
  'history.moments': ALWAYS,
  'search.find': {
    tables: [
      'document',
      'turn',
      'speaker',
      'participant',
      'coding',
      'code',
      'topic_span',
      'guide_topic',
      'variable',
      'variable_value',
    ],
  },
  'search.segments': { tables: ['document', 'coding', 'code'] },
  'analysis.frequencies': FIGURES,
  'analysis.segmentIds': FIGURES,
  'analysis.segments': QUOTED,
  'reports.render': QUOTED,
} as const satisfies Record<QueryName, Dependency>;

/**
 * Tables whose rows stand in several documents' answers although the event cannot name them all
 * (a guide topic's title, say): a change there concerns every document.
 */
const SHARED_TABLES: ReadonlySet<string> = new Set(['guide_topic']);

function isQueryName(name: string): name is QueryName {
  return Object.hasOwn(DEPENDENCIES, name);
}

/** Whether a change makes the answer of this call stale. Unknown calls rest on nothing in the project. */
export function isStale(name: string, input: unknown, event: ChangedEvent): boolean {
  if (!isQueryName(name)) return false;
  const dependency: Dependency = DEPENDENCIES[name];
  if (dependency.tables.includes('*')) return true;
  const touched = event.tables.filter((table) => dependency.tables.includes(table));
  if (touched.length === 0) return false;
  if (dependency.ofDocument !== true || touched.some((table) => SHARED_TABLES.has(table))) return true;
  const documentId = documentOf(input);
  return documentId === null || event.documents.length === 0 || event.documents.includes(documentId);
}

function documentOf(input: unknown): number | null {
  if (typeof input !== 'object' || input === null || !('documentId' in input)) return null;
  return typeof input.documentId === 'number' ? input.documentId : null;
}
