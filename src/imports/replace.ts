import { codeReads } from '../codebook/store.ts';
import { codingReads } from '../codings/store.ts';
import type { Connection } from '../database/connection.ts';
import { cut } from '../documents/correct.ts';
import { checkedPassage } from '../documents/ranges.ts';
import { rewriteDocument } from '../documents/rewrite.ts';
import { rememberSpeakerPattern, speakerPattern } from '../documents/speaker-pattern.ts';
import { keepOriginal, setDocumentFile, type DocumentRow } from '../documents/store.ts';
import { RepereError } from '../errors/codes.ts';
import { memoPassages } from '../memos/store.ts';
import { ensureParticipant } from '../participants/store.ts';
import type { ProjectSession } from '../project/session.ts';
import type { TextRange } from '../text/range.ts';
import { reanchor, type Reanchored } from '../text/reanchor.ts';
import { labelKey } from '../text/speaker-label.ts';
import { turnsForLabels } from '../text/speakers.ts';
import type { EditedTurn } from '../text/turn-edit.ts';
import { addSpeaker, transcriptReads } from '../transcripts/store.ts';
import type { AnchorItem, AnchorKind, Placement } from './contract.ts';
import { guessedSpeakers } from './confirm.ts';
import { speakerOptions, withPattern, type ImportDraft } from './draft.ts';

interface Anchor extends TextRange {
  readonly kind: AnchorKind;
  readonly id: number;
  readonly name: string;
  readonly codeId: number | null;
}

type Proposal = Anchor & { readonly now: Reanchored };

/** Everything that stands at a passage of a document. */
function anchorsOf(db: Connection, documentId: number): Anchor[] {
  const codes = new Map<number, string>();
  const codeName = (id: number): string => {
    const name = codes.get(id) ?? codeReads(db).byId.get(id)?.name ?? '';
    codes.set(id, name);
    return name;
  };
  return [
    ...codingReads(db)
      .placesIn.all(documentId)
      .map(({ id, code_id: codeId, start, end }) => ({
        kind: 'coding' as const,
        id,
        codeId,
        name: codeName(codeId),
        start,
        end,
      })),
    ...transcriptReads(db)
      .topicSpans.all(documentId)
      .map(({ id, title, start, end }) => ({
        kind: 'topicSpan' as const,
        id,
        codeId: null,
        name: title,
        start,
        end,
      })),
    ...memoPassages(db)
      .all(documentId)
      .map(({ id, title, start, end }) => ({
        kind: 'memo' as const,
        id,
        codeId: null,
        name: title,
        start,
        end,
      })),
  ];
}

function propose(
  db: Connection,
  session: ProjectSession,
  document: DocumentRow,
  draft: ImportDraft,
): readonly Proposal[] {
  const { text } = session.texts.get(db, document.text_version_id);
  const anchors = anchorsOf(db, document.id);
  const found = reanchor(text, draft.parsed.text, anchors);
  return anchors.map((anchor, index) => ({ ...anchor, now: found[index] ?? { fate: 'lost', range: null } }));
}

/** What would become of everything that stands in a document when a file takes the place of its text. */
export function proposeReplacement(
  db: Connection,
  session: ProjectSession,
  document: DocumentRow,
  draft: ImportDraft,
) {
  const { text: before } = session.texts.get(db, document.text_version_id);
  const after = draft.parsed.text;
  const counts = { kept: 0, moved: 0, doubtful: 0, lost: 0 };
  const items = propose(db, session, document, draft).map(({ now, ...anchor }): AnchorItem => {
    counts[now.fate] += 1;
    return {
      ...anchor,
      fate: now.fate,
      quotation: cut(before, anchor),
      range: now.range,
      found: now.range === null ? null : cut(after, now.range),
    };
  });
  return { textVersionId: document.text_version_id, text: after, counts, items };
}

/**
 * Puts a file's text in the place of a document's: what stands in it goes where the person said, else where it was
 * found again. Throws `replace.loses` for passages that were not found and about which nothing was said.
 */
export function replaceText(
  db: Connection,
  session: ProjectSession,
  document: DocumentRow,
  given: ImportDraft,
  placements: readonly Placement[],
  now: string,
) {
  const known = given.pattern === undefined ? speakerPattern(db, document) : null;
  const draft = known === null ? given : withPattern(given, known);
  const { parsed, paragraphs } = draft;
  const said = new Map(placements.map((each) => [keyOf(each), each.range]));
  for (const range of said.values()) if (range !== null) checkedPassage(parsed.text, range);
  const places = new Map<string, TextRange | null>();
  let undecided = 0;
  for (const proposal of propose(db, session, document, draft)) {
    const key = keyOf(proposal);
    const chosen = said.get(key);
    if (chosen === undefined && proposal.now.range === null) undecided += 1;
    places.set(key, chosen === undefined ? proposal.now.range : chosen);
  }
  if (undecided > 0) throw new RepereError('replace.loses', { document: document.name, count: undecided });
  const place = (kind: AnchorKind) => (row: TextRange & { readonly id: number }) =>
    places.get(keyOf({ kind, id: row.id })) ?? null;
  const rewriting = {
    text: parsed.text,
    paragraphs,
    headings: parsed.headings.map((heading) => heading.paragraph),
    turns: turnsOf(db, document, draft, now),
    coding: place('coding'),
    topicSpan: place('topicSpan'),
    memo: place('memo'),
  };
  const rewritten = rewriteDocument(db, document.id, rewriting, now);
  setDocumentFile(db, document.id, {
    originalId: keepOriginal(db, draft.bytes),
    fileName: draft.fileName,
    format: parsed.format,
    encoding: parsed.encoding?.name ?? null,
  });
  rememberSpeakerPattern(db, document, draft.pattern ?? null);
  return rewritten;
}

/** Turns by the labels of the document's speakers, and by those that are new in the file. */
function turnsOf(db: Connection, document: DocumentRow, draft: ImportDraft, now: string): EditedTurn[] {
  const { parsed, paragraphs } = draft;
  const known = transcriptReads(db).speakers.all(document.id);
  const byKey = new Map(known.map(({ id, label }) => [labelKey(label), id]));
  // A person who said that the text has no speakers, or only these, is not contradicted.
  if (known.length > 0) {
    for (const { label, name, role } of guessedSpeakers(draft)) {
      if (byKey.has(labelKey(label))) continue;
      const participantId = role === 'participant' ? ensureParticipant(db, name, now) : null;
      const id = addSpeaker(db, { documentId: document.id, label, name, role, participantId });
      byKey.set(labelKey(label), id);
    }
  }
  const labels = [...byKey.keys()];
  return turnsForLabels(parsed.text, paragraphs, labels, speakerOptions(draft)).flatMap((turn) => {
    const speakerId = byKey.get(labelKey(turn.label));
    const { start, bodyStart, end, timecodeMs } = turn;
    return speakerId === undefined ? [] : [{ id: null, speakerId, start, bodyStart, end, timecodeMs }];
  });
}

function keyOf({ kind, id }: { readonly kind: AnchorKind; readonly id: number }): string {
  return `${kind} ${id}`;
}
