import { create } from 'zustand';
import type { TextRange } from '../../../src/text/range.ts';
import { overlaps } from '../../../src/text/range.ts';
import { undoToast } from '../../app/history.ts';
import { useSession } from '../../app/session.ts';
import { runCommand } from '../../app/use-command.ts';
import { i18nNow } from '../../i18n/use-i18n.ts';
import { toast } from '../../ui/toasts.ts';
import type { CodingData } from '../coder/use-coding-data.ts';

interface Copied {
  /** The guid of the project it stands in. */
  readonly project: string;
  readonly documentId: number;
  readonly range: TextRange;
}

/** The passage whose codes were copied last; it is remembered while other screens are shown. */
const useCopied = create<{ readonly copied: Copied | null }>(() => ({ copied: null }));

const projectNow = (): string | null => useSession.getState().project?.guid ?? null;

/** Whether there is a passage whose codes can be put on another. */
export function useHasCopied(): boolean {
  const project = useSession((state) => state.project?.guid ?? null);
  return useCopied(({ copied }) => copied !== null && copied.project === project);
}

/** Takes the codes of a passage along: those of all segments that touch it. */
export function copyCodes(data: CodingData, range: TextRange): void {
  const project = projectNow();
  const { t, list } = i18nNow();
  const codeIds = data.codings.filter((coding) => overlaps(coding, range)).map(({ codeId }) => codeId);
  const names = [...new Set(codeIds)].flatMap((id) => data.codeOf.get(id)?.name ?? []);
  if (project === null || data.documentId === null || names.length === 0) {
    toast({ text: t('codings.none') });
    return;
  }
  useCopied.setState({ copied: { project, documentId: data.documentId, range } });
  toast({ text: t('codings.codesCopied', { codes: list(names) }) });
}

/** Puts the codes taken along on a passage; those that are there already stay as they are. */
export async function pasteCodes(documentId: number, range: TextRange): Promise<void> {
  const { t } = i18nNow();
  const { copied } = useCopied.getState();
  if (copied === null || copied.project !== projectNow()) {
    toast({ text: t('codings.nothingCopied') });
    return;
  }
  const done = await runCommand('codings.copyCodes', {
    from: { documentId: copied.documentId, start: copied.range.start, end: copied.range.end },
    to: { documentId, start: range.start, end: range.end },
  });
  if (!done.ok) return;
  const { codingIds, alreadyThere } = done.value;
  if (codingIds.length === 0) toast({ text: t('codings.codesThere') });
  else {
    const also = alreadyThere === 0 ? '' : ` ${t('codings.codesAlready', { count: alreadyThere })}`;
    undoToast(t('codings.codesPasted', { count: codingIds.length }) + also);
  }
}
