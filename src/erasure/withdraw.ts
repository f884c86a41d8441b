import type { Connection } from '../database/connection.ts';
import { removalImpact } from '../documents/impact.ts';
import { found } from '../errors/lookup.ts';
import { participantReads } from '../participants/store.ts';
import type { ProjectSession } from '../project/session.ts';
import { occurrences } from '../pseudonyms/occurrences.ts';
import { toOccurrence } from '../pseudonyms/preview.ts';
import type { Locale } from '../settings/contract.ts';
import { nameFinder, type NameFinder } from '../text/name-finder.ts';
import { quoteFinder, shortQuoteFinder } from '../text/quotes.ts';
import type { Withdrawal, WithdrawalReport } from './contract.ts';
import { emptyTurns, ownWords } from './empty-turns.ts';
import { erase, type ErasurePlace } from './erase.ts';
import { stepsClosedBy } from './erase-documents.ts';
import { sealSteps } from './history-store.ts';
import { emptyOriginalsOf, otherTexts, removeDocuments, tracesOf, type Scope } from './scope-store.ts';
import { scrubberOf, scrubProject } from './scrub.ts';
import { quotedStill } from './short-quotes.ts';
import { removeUnusedOriginals, removeUnusedTexts } from './store.ts';
import {
  countValues,
  documentsOf,
  memosOf,
  namesOf,
  openSteps,
  removeParticipant,
  type SpokenDocument,
} from './withdrawal-store.ts';

interface Plan {
  readonly name: string;
  readonly names: readonly string[];
  readonly finder: NameFinder;
  readonly whole: readonly SpokenDocument[];
  readonly shared: readonly SpokenDocument[];
  readonly scope: Scope;
  /** Memos that go. */
  readonly goneMemos: ReadonlySet<number>;
  readonly figures: Omit<Withdrawal, 'mentions'>;
}

/** What a withdrawal of consent would take away, and what would still mention the person. */
export function planWithdrawal(db: Connection, session: ProjectSession, participantId: number): Withdrawal {
  const { figures, finder, whole, shared, scope, goneMemos } = planOf(db, session, participantId);
  const gone = new Set(whole.map(({ id }) => id));
  const own = shared.map(({ id }) => ({ id, ...ownWords(db, session, participantId, id) }));
  const emptied = new Map(own.map(({ id, turns }) => [id, turns]));
  const stays = ({ place, id }: { readonly place: string; readonly id: number }): boolean =>
    !place.startsWith('memo.') || !goneMemos.has(id);
  const mentions = [...occurrences(db, session, finder)].filter(({ place, id, hit }) => {
    if (!stays({ place, id })) return false;
    if (place.startsWith('participant.')) return id !== participantId;
    if (place.startsWith('speaker.')) return false;
    if (place !== 'text' && !place.startsWith('document.')) return true;
    if (gone.has(id)) return false;
    return (
      place !== 'text' || !emptied.get(id)?.some(({ start, end }) => start <= hit.start && hit.end <= end)
    );
  });
  const said = [
    ...tracesOf(db, { ...scope, documents: [...gone] }).texts,
    ...own.flatMap(({ texts }) => texts),
  ];
  const others = (): readonly string[] => [
    ...otherTexts(db, scope.documents),
    ...own.flatMap(({ rest }) => rest),
  ];
  const taken = quoteFinder(said, () => otherTexts(db, scope.documents));
  const quoted = quotedStill(db, shortQuoteFinder(said, others), taken).filter(stays);
  return { ...figures, mentions: [...mentions.map(toOccurrence), ...quoted] };
}

/** Takes a participant out of the project, its history and its backups. For good. */
export function withdrawParticipant(
  db: Connection,
  session: ProjectSession,
  participantId: number,
  options: {
    readonly place: ErasurePlace;
    readonly locale: Locale;
    readonly now: string;
    readonly onRemoved: () => void;
  },
): WithdrawalReport {
  const { locale, now, place, onRemoved } = options;
  const { figures, finder, names, whole, shared, scope } = planOf(db, session, participantId);
  const sources: string[] = [];
  const { done, finished } = erase(
    db,
    place,
    () => {
      const traces = tracesOf(db, scope);
      const said = shared.flatMap(({ id }) => ownWords(db, session, participantId, id).texts);
      const own = tracesOf(db, { ...scope, documents: whole.map(({ id }) => id) });
      // Only what goes whole, and the person, is called by a name that goes: the shared documents keep theirs.
      const known = { ...own, guids: own.guids, names: [...new Set([...own.names, ...names])] };
      sources.push(...own.texts, ...said);
      const scrubber = scrubberOf(db, known, scope.documents, sources);
      const originals = emptyOriginalsOf(db, scope.documents);
      for (const { id } of shared) emptyTurns(db, session, participantId, id, { locale, now });
      removeDocuments(
        db,
        whole.map(({ id }) => id),
        own.guids,
      );
      removeParticipant(db, participantId, scope.pseudonyms);
      const steps = sealSteps(db, traces.steps);
      const quotations = scrubProject(db, scrubber);
      removeUnusedTexts(db);
      removeUnusedOriginals(db);
      return { steps, quotations, originals };
    },
    onRemoved,
  );
  const named = [...occurrences(db, session, finder)].map(toOccurrence);
  const quoted = quotedStill(
    db,
    shortQuoteFinder(sources, () => otherTexts(db, [])),
  );
  return { ...figures, ...done, ...finished, mentions: [...named, ...quoted] };
}

/** A document goes whole when nobody else who takes part speaks in it, and it is nobody else's. */
function isWhole({ otherTurns, isOthers }: SpokenDocument): boolean {
  return otherTurns === 0 && isOthers === 0;
}

/** « Référent 3 » is no first name and surname: it is looked for as a whole. */
function kindOf(name: string): 'person' | 'other' {
  return /\p{N}/u.test(name) ? 'other' : 'person';
}

function planOf(db: Connection, session: ProjectSession, participantId: number): Plan {
  const participant = found(participantReads(db).byId.get(participantId), 'participant', participantId);
  const documents = documentsOf(db, participantId);
  const [whole, shared] = [documents.filter(isWhole), documents.filter((each) => !isWhole(each))];
  const { names, pseudonyms } = namesOf(db, participantId);
  const ids = whole.map(({ id }) => id);
  const scope = {
    documents: documents.map(({ id }) => id),
    participants: [participantId],
    pseudonyms,
  };
  const own = shared.map(({ id }) => ownWords(db, session, participantId, id));
  const codings = own.flatMap((words) => words.codings);
  const goneMemos = new Set([
    ...memosOf(db, participantId, ids, codings),
    ...own.flatMap(({ memos }) => memos),
  ]);
  return {
    name: participant.name,
    names,
    finder: nameFinder(
      names.map((name, index) => ({ id: index + 1, kind: kindOf(name), name, replacement: name })),
    ),
    whole,
    shared,
    scope,
    goneMemos,
    figures: {
      name: participant.name,
      documents: documents.map((document) => ({
        id: document.id,
        name: document.name,
        whole: isWhole(document),
        turns: document.turns,
      })),
      codings: removalImpact(db, ids).codings + codings.length,
      memos: goneMemos.size,
      values: countValues(db, participantId),
      pseudonyms: pseudonyms.length,
      steps: stepsClosedBy(db, scope, openSteps(db)),
    },
  };
}
