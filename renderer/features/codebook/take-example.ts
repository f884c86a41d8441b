import type { Coding } from '../../../src/codings/contract.ts';
import { undoToast } from '../../app/history.ts';
import { runCommand } from '../../app/use-command.ts';
import { i18nNow } from '../../i18n/use-i18n.ts';
import type { CodingData } from '../coder/use-coding-data.ts';

/** Makes a segment's words the example of its code in the codebook; one that is there stays above it. */
export async function takeExample(data: CodingData, coding: Coding): Promise<void> {
  const code = data.codeOf.get(coding.codeId);
  const text = data.content?.text.slice(coding.start, coding.end).trim();
  if (code === undefined || text === undefined || text === '' || data.content === null) return;
  const { t, quote } = i18nNow();
  const quotation = `${quote(text)} (${data.content.name})`;
  if (code.example.includes(quotation)) return;
  const example = [code.example.trim(), quotation].filter((part) => part !== '').join('\n\n');
  const done = await runCommand('codes.update', { codeId: code.id, example });
  if (done.ok) undoToast(t('codebook.exampleTaken', { name: code.name }));
}
