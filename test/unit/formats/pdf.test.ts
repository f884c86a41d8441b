import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/formats/pdf.ts';
import { joinLine, vocabularyOf } from '../../../src/formats/pdf-hyphens.ts';
import { readDocument } from '../../../src/formats/read.ts';
import { bytesOf, failure } from './documents.ts';
import { pdfWithPageTree } from './pdf-builder.ts';

const SAID = [
  'Enquêtrice : Et aujourd’hui ?',
  'Référent 1 : La communication interprofessionnelle, principalement. Chaque participant présente maintenant ses observations, et nous construisons collectivement une interprétation satisfaisante. C’est une transformation extraordinairement encourageante pour toutes les personnes qui s’investissent dans ces expérimentations.',
];

describe('a PDF', () => {
  it('gives paragraphs without headers, page numbers and cut words; notes stand after the text', async () => {
    const { text, headings, properties, warnings } = await readPdf(bytesOf('une-colonne.pdf'));
    const lines = text.split('\n');
    expect(lines).toHaveLength(21);
    expect(lines).toEqual(expect.arrayContaining(SAID));
    expect(text).not.toMatch(/Étude inventée|Page \d/u);
    expect(text).toContain('vingt-trois familles de la commune[1], et peut-être que');
    expect(lines.at(-1)).toBe('[2] Les communes sont désignées par une lettre dans l’enquête (B).');
    expect(headings).toEqual([{ paragraph: 0, level: 1, title: 'Premier thème' }]);
    expect(properties.title).toBe('Entretien inventé');
    expect(warnings.map(({ code }) => code)).toEqual(['layout-rebuilt']);
  });

  it('is read one column after the other', async () => {
    const { text } = await readPdf(bytesOf('deux-colonnes.pdf'));
    const lines = text.split('\n');
    expect(lines).toEqual(expect.arrayContaining(SAID));
    expect(text).not.toContain('\t');
    expect(lines.filter((line) => line === SAID[1])).toHaveLength(4);
  });

  it('that holds pictures of pages asks for character recognition; a few such pages are counted', async () => {
    await failure(readPdf(bytesOf('scan.pdf')), 'format.scanned');
    const mixed = await readPdf(bytesOf('scan-et-texte.pdf'));
    expect(mixed.text).toContain('Référent 1 : Je réponds après la page numérisée.');
    expect(mixed.warnings).toContainEqual({ code: 'pages-scanned', details: { count: 1 } });
  });

  it('behind a password, cut short or damaged ends in a sentence', async () => {
    await failure(readPdf(bytesOf('encrypted.pdf')), 'format.encrypted');
    const whole = bytesOf('une-colonne.pdf');
    for (const length of [9, 500, 3000]) {
      await failure(readPdf(whole.slice(0, length)), 'format.unreadable');
    }
  });

  it('without pages is empty, whatever number of them it claims, and is no picture', async () => {
    await failure(readPdf(pdfWithPageTree('', 1_000_000_000)), 'format.empty');
  });

  it('reports its pages, stops when asked, and leaves the bytes as they were', async () => {
    const bytes = new Uint8Array(bytesOf('une-colonne.pdf'));
    const shares: number[] = [];
    await readDocument(bytes, { fileName: 'a.pdf', onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(2);
    expect(shares.at(-1)).toBe(1);
    expect(bytes.byteLength).toBe(bytesOf('une-colonne.pdf').byteLength);
    const stop = new AbortController();
    await failure(
      readPdf(bytes, { signal: stop.signal, onProgress: () => stop.abort() }),
      'format.cancelled',
    );
  });
});

describe('a word that a line end cuts', () => {
  it.each([
    ['des informa-', 'tions utiles', 'des informations utiles'],
    ['et peut-', 'être que', 'et peut-être que'],
    ['vingt-', 'trois familles', 'vingt-trois familles'],
    ['à Saint-', 'Denis', 'à Saint-Denis'],
    ['des infor\u00AD', 'mations', 'des informations'],
    ['la fin', 'du mot', 'la fin du mot'],
  ])('%s + %s', (before, line, joined) => {
    expect(joinLine(before, line, new Set())).toBe(joined);
  });

  it('is joined as the document writes it elsewhere', () => {
    const vocabulary = vocabularyOf(['on dit porte-monnaie souvent']);
    expect(joinLine('un porte-', 'monnaie', vocabulary)).toBe('un porte-monnaie');
    expect(joinLine('un porte-', 'monnaie', new Set())).toBe('un portemonnaie');
  });
});
