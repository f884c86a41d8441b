import { MAX_TOPIC_TITLE } from '../contract/common.ts';
import type { Connection } from '../database/connection.ts';
import type { TextHeading } from '../text/headings.ts';
import type { TextRange } from '../text/range.ts';
import { addTopic, addTopicSpan, transcriptReads } from './store.ts';

/**
 * Each heading opens a topic that lasts to the next heading of its level or above. Topics of one title are one topic; a
 * passage that is there already is left out. Answers how many passages were added.
 */
export function addHeadingTopics(
  db: Connection,
  documentId: number,
  paragraphs: readonly TextRange[],
  headings: readonly TextHeading[],
): number {
  let added = 0;
  for (const [index, heading] of headings.entries()) {
    const start = paragraphs[heading.paragraph]?.start;
    const title = heading.title.trim().slice(0, MAX_TOPIC_TITLE).toWellFormed();
    if (start === undefined || title === '') continue;
    const next = headings.slice(index + 1).find((other) => other.level <= heading.level);
    const last = next === undefined ? paragraphs.at(-1) : paragraphs[next.paragraph - 1];
    if (last === undefined || last.end <= start) continue;
    const topicId =
      transcriptReads(db).topicByTitle.get(title) ??
      addTopic(db, title, Math.min(9, Math.max(1, heading.level)));
    const known = transcriptReads(db)
      .topicSpans.all(documentId)
      .some((span) => span.guide_topic_id === topicId && span.start === start && span.end === last.end);
    if (known) continue;
    addTopicSpan(db, topicId, documentId, start, last.end);
    added += 1;
  }
  return added;
}
