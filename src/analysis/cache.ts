import { codeReads } from '../codebook/store.ts';
import { codeTree } from '../codebook/tree.ts';
import type { ChangedEvent } from '../contract/wire.ts';
import type { Connection } from '../database/connection.ts';
import { documentReads } from '../documents/store.ts';
import { listHypotheses } from '../hypotheses/queries.ts';
import { participantReads } from '../participants/store.ts';
import { documentProfile, type DocumentProfile } from './profile.ts';
import { codeCounts, type CodeCounts } from './code-counts.ts';
import type { AnalysisData, AnalysisDocument, CodingColumns } from './data.ts';
import { NO_FILTER } from './filter.ts';
import { segmentsFor } from './retrieval.ts';
import { loadCodings, loadSpans, wholeSpan } from './store.ts';

const STRUCTURE = new Set(['document', 'speaker', 'turn', 'participant']);
const CODEBOOK = new Set(['code', 'hypothesis', 'hypothesis_group', 'code_mapping']);

/** Participants and documents without their codings. */
interface Structure {
  readonly participants: AnalysisData['participants'];
  readonly documents: readonly Omit<AnalysisDocument, 'codings'>[];
  readonly byId: ReadonlyMap<number, Omit<AnalysisDocument, 'codings'>>;
}

/**
 * What the measures need, kept in memory per open project. A change throws away only what it touched: the codings of
 * its documents, the documents' structure, or the codebook.
 */
export class AnalysisCache {
  readonly #codings = new Map<number, CodingColumns>();
  readonly #profiles = new Map<number, DocumentProfile>();
  #spans: ReturnType<typeof loadSpans> | null = null;
  #structure: Structure | null = null;
  #codebook: Pick<AnalysisData, 'codes' | 'hypotheses'> | null = null;
  #counts: CodeCounts | null = null;
  #segments: ReadonlyMap<number, number> | null = null;

  changed(event: ChangedEvent): void {
    const tables = event.tables;
    this.#counts = null;
    this.#segments = null;
    if (tables.includes('coding')) {
      for (const documentId of event.documents) {
        this.#codings.delete(documentId);
        this.#profiles.delete(documentId);
      }
    }
    if (tables.some((table) => STRUCTURE.has(table))) {
      this.#structure = null;
      this.#spans = null;
      this.#profiles.clear();
    }
    if (tables.some((table) => CODEBOOK.has(table))) this.#codebook = null;
  }

  data(db: Connection): AnalysisData {
    this.#structure ??= this.#loadStructure(db);
    this.#codebook ??= { codes: codeTree(codeReads(db).all.all()), hypotheses: listHypotheses(db) };
    const documents = this.#structure.documents.map((each) => ({
      ...each,
      codings: this.#codingsOf(db, each.id),
    }));
    return { participants: this.#structure.participants, documents, ...this.#codebook };
  }

  /** `n` and segments of every code in the whole project. */
  codeCounts(db: Connection): CodeCounts {
    this.#counts ??= codeCounts(this.data(db));
    return this.#counts;
  }

  /** Segments of each participant, over all codes. */
  segmentsByParticipant(db: Connection): ReadonlyMap<number, number> {
    if (this.#segments !== null) return this.#segments;
    const { participantIds, segmentsByParticipant } = segmentsFor(this.data(db), { filter: NO_FILTER });
    this.#segments = new Map(participantIds.map((id, column) => [id, segmentsByParticipant[column] ?? 0]));
    return this.#segments;
  }

  /** What the list of documents shows of one. */
  documentProfile(db: Connection, documentId: number, lengthUtf16: number, bins: number) {
    const profile = this.#profile(db, documentId);
    return { ...profile, density: profile.density(lengthUtf16, bins) };
  }

  #profile(db: Connection, documentId: number): DocumentProfile {
    const known = this.#profiles.get(documentId);
    if (known !== undefined) return known;
    this.#structure ??= this.#loadStructure(db);
    const document = this.#structure.byId.get(documentId);
    const fresh = documentProfile(
      document === undefined ? undefined : { ...document, codings: this.#codingsOf(db, documentId) },
    );
    this.#profiles.set(documentId, fresh);
    return fresh;
  }

  #loadStructure(db: Connection): Structure {
    this.#spans ??= loadSpans(db);
    const spans = this.#spans;
    const participants = participantReads(db).list.all();
    const documents = documentReads(db)
      .list.all()
      .map((row) => ({
        id: row.id,
        words: row.words,
        spans: spans.get(row.id) ?? [wholeSpan(db, row.id, row.length_utf16, row.participant_id)],
      }));
    return {
      participants: participants.map(({ id, name }) => ({ id, name })),
      documents,
      byId: new Map(documents.map((document) => [document.id, document])),
    };
  }

  #codingsOf(db: Connection, documentId: number): CodingColumns {
    const known = this.#codings.get(documentId);
    if (known !== undefined) return known;
    const fresh = loadCodings(db, documentId);
    this.#codings.set(documentId, fresh);
    return fresh;
  }
}
