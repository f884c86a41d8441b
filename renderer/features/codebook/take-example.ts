import type { Code } from '../../../src/codebook/contract.ts';
import type { Coding } from '../../../src/codings/contract.ts';
import { undoToast } from '../../app/history.ts';
import { runCommand } from '../../app/use-command.ts';
import { i18nNow } from '../../i18n/use-i18n.ts';
import type { CodingData } from '../coder/use-coding-data.ts';

/** Makes a segment's words the example of its code in the codebook; one that is there stays above it. */
export async function takeExample(data: CodingData, coding: Coding): Promise<void> {
  const code = data.codeOf.get(coding.codeId);
  if (code === undefined || data.content === null) return;
  await addExample(code, data.content.text.slice(coding.start, coding.end), data.content.name);
}

/** Adds words of a document to the example of a code; those that stand there already are not added again. */
export async function addExample(code: Code, words: string, documentName: string): Promise<void> {
  const text = words.trim();
  if (text === '') return;
  const { t, quote } = i18nNow();
  const quotation = `${quote(text)} (${documentName})`;
  if (code.example.includes(quotation)) return;
  const example = [code.example.trim(), quotation].filter((part) => part !== '').join('\n\n');
  const done = await runCommand('codes.update', { codeId: code.id, example });
  if (done.ok) undoToast(t('codebook.exampleTaken', { name: code.name }));
}
