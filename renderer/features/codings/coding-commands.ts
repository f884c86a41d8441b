import type { Coding } from '../../../src/codings/contract.ts';
import type { Stance } from '../../../src/contract/common.ts';
import type { TextRange } from '../../../src/text/range.ts';
import { runCommand } from '../../app/use-command.ts';
import type { CodePlace } from '../coder/state.ts';
import { noteRecent } from '../coder/recents.ts';
import { cachedCodings, changedCoding, patchCodings, withCodings, withoutCodings } from './codings-cache.ts';

export interface Passage {
  readonly documentId: number;
  readonly range: TextRange;
  readonly stance: Stance | null;
}

let draftId = 0;

/** Shown until the core has answered with the real one; negative, so that no real id is ever met. */
function draft(passage: Passage, codeId: number, coderId: number): Coding {
  draftId -= 1;
  const now = new Date().toISOString();
  return {
    id: draftId,
    guid: '',
    documentId: passage.documentId,
    codeId,
    coderId,
    start: passage.range.start,
    end: passage.range.end,
    stance: passage.stance,
    weight: null,
    isKey: false,
    memoId: null,
    memo: null,
    createdAt: now,
    modifiedAt: now,
  };
}

/**
 * Applies a code to a passage. It is seen at once; where the core refuses, it goes again.
 * Answers the id of the coding, or of the same coding that was there already, or `null`.
 */
export function applyCode(passage: Passage, codeId: number, coderId: number): Promise<number | null> {
  return applyCodes(passage, [codeId], coderId);
}

/** Applies several codes as {@link applyCode} does one, in one step. Answers the id of the last one's coding. */
export async function applyCodes(
  passage: Passage,
  codeIds: readonly number[],
  coderId: number,
): Promise<number | null> {
  const { documentId, range, stance } = passage;
  const there = cachedCodings(documentId).filter(
    (coding) => coding.coderId === coderId && coding.start === range.start && coding.end === range.end,
  );
  const wanted = codeIds.filter((codeId) => !there.some((coding) => coding.codeId === codeId));
  if (wanted.length === 0) return there.find((coding) => coding.codeId === codeIds.at(-1))?.id ?? null;
  const shown = wanted.map((codeId) => draft(passage, codeId, coderId));
  patchCodings(documentId, (codings) => withCodings(codings, shown));
  const made = await runCommand('codings.create', { documentId, ...range, codeIds: wanted, stance });
  const ids = made.ok ? made.value.codingIds : [];
  patchCodings(documentId, (codings) => {
    const rest = withoutCodings(
      codings,
      shown.map(({ id }) => id),
    );
    // Where some were there already, the core's own list tells which; it is on its way.
    if (ids.length !== shown.length) return rest;
    const real = shown.flatMap((each, index) => {
      const id = ids[index];
      return id === undefined || rest.some((coding) => coding.id === id) ? [] : [{ ...each, id }];
    });
    return real.length === 0 ? rest : withCodings(rest, real);
  });
  if (made.ok) for (const codeId of wanted) noteRecent(codeId);
  return ids.at(-1) ?? null;
}

/** Makes a code where the person is working and applies it, in one step. */
export async function applyNewCode(passage: Passage, name: string, place: CodePlace): Promise<number | null> {
  const made = await runCommand('codings.createWithNewCode', {
    documentId: passage.documentId,
    ...passage.range,
    name,
    parentId: place.parentId,
    ...(place.hypothesisId === null ? {} : { hypothesisId: place.hypothesisId }),
    ...(place.groupId === null ? {} : { hypothesisGroupId: place.groupId }),
    stance: passage.stance,
  });
  if (!made.ok) return null;
  noteRecent(made.value.codeId);
  return made.value.codingId;
}

export async function resizeCoding(coding: Coding, range: TextRange): Promise<boolean> {
  patchCodings(coding.documentId, (codings) => changedCoding(codings, coding.id, range));
  const done = await runCommand('codings.resize', { codingId: coding.id, ...range });
  if (!done.ok) {
    const { start, end } = coding;
    patchCodings(coding.documentId, (codings) => changedCoding(codings, coding.id, { start, end }));
  }
  return done.ok;
}

export function setStance(coding: Coding, stance: Stance | null): Promise<boolean> {
  return shownAtOnce(coding, { stance }, { stance: coding.stance }, () =>
    runCommand('codings.setStance', { codingIds: [coding.id], stance }),
  );
}

export function setWeight(coding: Coding, weight: number | null): Promise<boolean> {
  return shownAtOnce(coding, { weight }, { weight: coding.weight }, () =>
    runCommand('codings.setWeight', { codingIds: [coding.id], weight }),
  );
}

export function setKey(coding: Coding, isKey: boolean): Promise<boolean> {
  return shownAtOnce(coding, { isKey }, { isKey: coding.isKey }, () =>
    runCommand('codings.setKey', { codingIds: [coding.id], isKey }),
  );
}

/** Shows a change before the core has made it; where the core refuses, what was there shows again. */
async function shownAtOnce(
  coding: Coding,
  changes: Partial<Coding>,
  before: Partial<Coding>,
  run: () => Promise<{ readonly ok: boolean }>,
): Promise<boolean> {
  patchCodings(coding.documentId, (codings) => changedCoding(codings, coding.id, changes));
  const { ok } = await run();
  if (!ok) patchCodings(coding.documentId, (codings) => changedCoding(codings, coding.id, before));
  return ok;
}

export async function removeCoding(coding: Coding): Promise<boolean> {
  patchCodings(coding.documentId, (codings) => withoutCodings(codings, [coding.id]));
  const done = await runCommand('codings.remove', { codingIds: [coding.id] });
  if (!done.ok) patchCodings(coding.documentId, (codings) => withCodings(codings, [coding]));
  return done.ok;
}
