import { capitalised } from '../../../src/charts/participant-noun.ts';
import { i18nNow, type I18n } from '../../i18n/use-i18n.ts';
import { toast } from '../../ui/toasts.ts';
import type { FrequencyData } from './use-frequencies.ts';

/** Puts the rows as they stand on the screen on the clipboard: a table for a text, tabs for a spreadsheet. */
export async function copyTable(data: FrequencyData): Promise<void> {
  const i18n = i18nNow();
  const lines = tableLines(data, i18n);
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([asText(lines)], { type: 'text/plain' }),
        'text/html': new Blob([asHtml(lines)], { type: 'text/html' }),
      }),
    ]);
    toast({ kind: 'ok', text: i18n.t('frequencies.copied') });
  } catch {
    toast({ kind: 'error', text: i18n.t('frequencies.copyFailed') });
  }
}

/** Names of the columns, the shown rows, the total; figures as the language writes them. */
export function tableLines({ table, rows, noun }: FrequencyData, i18n: I18n): readonly (readonly string[])[] {
  const { t, number, percent } = i18n;
  const total = table.participants.length;
  const names = new Map(table.participants.map(({ id, name }) => [id, name]));
  const figures = (
    row: FrequencyData['table']['total'] | FrequencyData['rows'][number]['figures'],
  ): string[] => [
    `${row.participantIds.length}/${total}`,
    percent(total === 0 ? 0 : row.participantIds.length / total),
    number(row.segments),
    number(row.words),
    percent(row.wordShare, 1, true),
    row.participantIds.map((id) => names.get(id) ?? '').join(', '),
  ];
  return [
    [
      t('frequencies.code'),
      t('frequencies.nOver', { noun: capitalised(noun.many), total }),
      '%',
      t('frequencies.segments'),
      t('frequencies.words'),
      t('frequencies.wordShare'),
      capitalised(noun.many),
    ],
    ...rows.map((row) => [named(row), ...figures(row.figures)]),
    [t('frequencies.total', { count: table.total.codes }), ...figures(table.total)],
  ];
}

function named({ level, label, name }: FrequencyData['rows'][number]): string {
  return '\u00a0\u00a0'.repeat(level) + (label === '' ? name : `${label} ${name}`);
}

function asText(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => line.map((cell) => cell.replaceAll(/[\t\r\n]+/gu, ' ')).join('\t')).join('\r\n');
}

function asHtml(lines: readonly (readonly string[])[]): string {
  const [head = [], ...body] = lines;
  const row = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${row(head, 'th')}</thead><tbody>${body.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
