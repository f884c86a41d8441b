import type { Filter } from '../contract/common.ts';
import type { Connection } from '../database/connection.ts';
import { documentReads } from '../documents/store.ts';
import type { ProjectSession } from '../project/session.ts';
import { wordsTouching } from '../text/words.ts';
import { topicBranch } from '../transcripts/guide-order.ts';
import { transcriptReads } from '../transcripts/store.ts';
import type { FilterPlaces } from './filter.ts';
import { commonPassages, unitedPassages, type Passage } from './passages.ts';

/**
 * Where the topics and speakers of a filter are. Topics combine with « or », each with all below it, and so do speakers; topics with speakers
 * combine with « and ».
 */
export function filterPlaces(
  db: Connection,
  session: ProjectSession,
  filter: Filter | undefined,
): FilterPlaces {
  const topics = filter?.topicIds === undefined ? null : withBranches(db, filter.topicIds);
  const speakers = filter?.speakerIds === undefined ? null : new Set(filter.speakerIds);
  if (topics === null && speakers === null) return { passages: null, heardIds: null };
  const passages = new Map<number, readonly Passage[]>();
  const heardIds = new Set<number>();
  for (const { id, text_version_id: textVersionId } of documentReads(db).list.all()) {
    const asked = topics === null ? null : topicPassages(db, session, { id, textVersionId }, topics);
    if (speakers === null) {
      passages.set(id, asked ?? []);
      continue;
    }
    for (const speaker of transcriptReads(db).speakers.all(id)) {
      if (speakers.has(speaker.id) && speaker.participant_id !== null) heardIds.add(speaker.participant_id);
    }
    const said = unitedPassages(
      transcriptReads(db)
        .turns.all(id)
        .filter((turn) => speakers.has(turn.speaker_id) && turn.body_start < turn.end)
        .map(({ body_start: start, end, word_start: wordStart, word_end: wordEnd }) => ({
          start,
          end,
          wordStart,
          wordEnd,
        })),
    );
    passages.set(id, asked === null ? said : commonPassages(said, asked));
  }
  return { passages, heardIds: speakers === null ? null : heardIds };
}

/** A part of the guide stands for the questions below it too. */
export function withBranches(db: Connection, topicIds: readonly number[]): ReadonlySet<number> {
  const all = transcriptReads(db).topics.all();
  return new Set(topicIds.flatMap((topicId) => topicBranch(all, topicId).map(({ id }) => id)));
}

function topicPassages(
  db: Connection,
  session: ProjectSession,
  document: { readonly id: number; readonly textVersionId: number },
  topicIds: ReadonlySet<number>,
): Passage[] {
  const spans = transcriptReads(db)
    .topicSpans.all(document.id)
    .filter((span) => topicIds.has(span.guide_topic_id));
  // Words are looked up only where a topic is: reading every text would make a filter slow.
  if (spans.length === 0) return [];
  const { words } = session.texts.get(db, document.textVersionId);
  return unitedPassages(
    spans.map(({ start, end }) => {
      const touched = wordsTouching(words, { start, end });
      return { start, end, wordStart: touched.first, wordEnd: touched.end };
    }),
  );
}
