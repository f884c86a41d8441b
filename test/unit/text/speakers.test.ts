import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitParagraphs } from '../../../src/text/paragraphs.ts';
import {
  cleanLabel,
  detectSpeakers,
  labelKey,
  turnsForLabels,
  type SpeakerDetection,
  type SpeakerOptions,
} from '../../../src/text/speakers.ts';
import { findTimecodes, timecodeMs } from '../../../src/text/timecodes.ts';
import { text } from './arbitraries.ts';

function detect(value: string, options?: SpeakerOptions): SpeakerDetection {
  return detectSpeakers(value, splitParagraphs(value), options);
}

function labelsOf(value: string): string[] {
  return detect(value).labels.map(({ label, turns, roleGuess }) => `${label} ${turns} ${roleGuess}`);
}

describe('speakers', () => {
  it.each([
    [
      'colon',
      'Enquêtrice : Bonjour ?\nRéférent 3 : Bonjour.',
      ['Enquêtrice 1 interviewer', 'Référent 3 1 participant'],
    ],
    ['colon', 'ENQ: Bonjour ?\nR3: Bonjour.\nENQ:Et puis ?', ['ENQ 2 interviewer', 'R3 1 participant']],
    ['colon', 'ENQ\u00A0: Bonjour ?\nr5\u202F: Oui.\nR5 : Non.', ['ENQ 1 interviewer', 'r5 2 participant']],
    ['bracket', '[id1] Bonjour.\n[id2] Oui.', ['id1 1 participant', 'id2 1 participant']],
    [
      'dash',
      'Enquêtrice — Bonjour.\nÉtudiante — Oui.',
      ['Enquêtrice 1 interviewer', 'Étudiante 1 participant'],
    ],
    [
      'timecode',
      'Anna Roy 00:03:40\nBonjour.\nPaul Ly 00:03:44\nOui.\nAnna Roy 00:04:00\nBien.\nPaul Ly 00:05:00\nOui.',
      ['Anna Roy 2 participant', 'Paul Ly 2 participant'],
    ],
    ['voice', '<v Anna>Bonjour.</v>\n<v.loud Paul Ly>Oui.', ['Anna 1 participant', 'Paul Ly 1 participant']],
    ['tab', 'Enquêteur\tBonjour.\nR2\tOui.\nR2\tEt encore.', ['Enquêteur 1 interviewer', 'R2 2 participant']],
    [
      'colon',
      '[00:00:12] Marie : Oui.\n[00:00:15] Paul : Non.\n[00:00:20] Marie : Si.\nPaul : Bon.',
      ['Marie 2 participant', 'Paul 2 participant'],
    ],
    ['colon', 'Q : Qui ?\nR : Moi.', ['Q 1 interviewer', 'R 1 participant']],
    ['colon', 'I : Qui ?\nE : Moi.', ['I 1 interviewer', 'E 1 participant']],
    ['colon', 'Chercheur·e : Qui ?\nE3 : Moi.', ['Chercheur·e 1 interviewer', 'E3 1 participant']],
    [
      'colon',
      'L’enquêtrice : Qui ?\nM. Dupont : Moi.\nL’enquêtrice : Où ?\nM. Dupont : Ici.',
      ['L’enquêtrice 2 interviewer', 'M. Dupont 2 participant'],
    ],
    ['colon', 'C : Bon.\nL : Oui.\nC : Non.', ['C 2 participant', 'L 1 participant']],
  ])('are found by their %s: « %s »', (pattern, value, labels) => {
    const found = detect(value);
    expect(found.pattern).toBe(pattern);
    expect(labelsOf(value)).toEqual(labels);
    expect(found.confidence).toBeGreaterThan(0.6);
  });
  it.each([
    'Il faut dire une chose : on n’était pas prêts.\nEt puis voilà.',
    'Donc : oui.\nDonc : non.\nDonc : peut-être.',
    'Il m’a dit : oui.\nIl m’a dit : non.\nIl m’a dit : bon.',
    'Moodle : une plateforme.\nZoom : des visios.\nSlack : rien.',
    'Date : 12 mai 2020\nLieu : Lyon\nDurée : 52 min',
    'On a commencé à 10:30 ce jour-là.\nVoir http://exemple.fr : c’est là.',
    'Thème 1 : les débuts\nThème 2 : la suite',
    '[rires] Oui.\n[rires] Non.\n[silence]',
    'Super :)\nSuper :)\nSuper :)',
    `${'Nom '.repeat(17)}: Oui.\n${'Nom '.repeat(17)}: Non.`,
    '',
  ])('are not seen in « %s »', (value) => {
    expect(detect(value)).toMatchObject({ pattern: null, confidence: 0, labels: [], turns: [] });
  });
  it('take labels of up to 63 characters, and no more', () => {
    const long = `Référente ${'n'.repeat(53)}`;
    expect(long).toHaveLength(63);
    expect(detect(`${long} : Oui.\n${long} : Non.`).labels[0]?.label).toBe(long);
    expect(detect(`${long}n : Oui.\n${long}n : Non.`).labels).toEqual([]);
  });
  it('count a voice without a name beside the others, and propose what did not count', () => {
    const value = 'ENQ : Qui ?\nR5 : Moi.\n[une voix] Et moi.\nMarie : Non.\nENQ : Bien.';
    expect(labelsOf(value)).toEqual(['ENQ 2 interviewer', 'R5 1 participant', 'une voix 1 other']);
    expect(detect(value).rejected.map(({ label, sample }) => [label, sample])).toEqual([['Marie', 'Non.']]);
  });
  it('show a sample on one line, without the label', () => {
    const sample = detect(`ENQ : Oui.\nR5 : ${'encore et '.repeat(40)}`).labels[1]?.sample ?? '';
    expect(sample.startsWith('encore et encore')).toBe(true);
    expect(sample.length).toBeLessThanOrEqual(120);
  });
});

describe('turns', () => {
  const value =
    'Entretien\n\nENQ : Bonjour ?\nR3 : Oui.\n\nEt encore.\nPartie 2\nsuite sans voix\nR3 [00:01:02] :\nFin.';
  const paragraphs = splitParagraphs(value);
  it('go from the labelled paragraph to just before the next label or heading', () => {
    const { turns } = detect(value, { headings: [0, 4] });
    expect(
      turns.map(({ start, bodyStart, end }) => [value.slice(start, end), value.slice(bodyStart, end)]),
    ).toEqual([
      ['ENQ : Bonjour ?', 'Bonjour ?'],
      ['R3 : Oui.\n\nEt encore.', 'Oui.\n\nEt encore.'],
      ['R3 [00:01:02] :\nFin.', 'Fin.'],
    ]);
    expect(turns.map(({ label, paragraph, timecodeMs: time }) => [label, paragraph, time])).toEqual([
      ['ENQ', 1, null],
      ['R3', 2, null],
      ['R3', 6, 62_000],
    ]);
  });
  it('say nothing when a label stands alone at the end', () => {
    const alone = 'ENQ : Oui ?\nR3 :';
    expect(detect(alone).turns[1]).toMatchObject({ start: 12, bodyStart: 16, end: 16 });
  });
  it('are counted again from the labels that a person accepts', () => {
    const turns = turnsForLabels(value, paragraphs, ['r3'], { headings: [0, 4] });
    expect(turns.map(({ label, start, end }) => [label, value.slice(start, end)])).toEqual([
      ['r3', 'R3 : Oui.\n\nEt encore.'],
      ['r3', 'R3 [00:01:02] :\nFin.'],
    ]);
    expect(turnsForLabels(value, paragraphs, [])).toEqual([]);
  });
  it('cover whole paragraphs, in order, apart, each beginning where its label does', () => {
    const lines = fc.constantFrom(
      'R1 : ',
      'ENQ : ',
      'Marie — ',
      '[id1] ',
      '',
      'Paul 00:01:02 ',
      '<v Zoé>',
      'Note : ',
    );
    const transcript = fc
      .array(fc.tuple(lines, text), { maxLength: 12 })
      .map((parts) => parts.map(([label, said]) => `${label}${said}`).join('\n'));
    fc.assert(
      fc.property(transcript, fc.array(fc.nat(10), { maxLength: 3 }), (value, headings) => {
        const paragraphs = splitParagraphs(value);
        const { turns, labels, confidence } = detectSpeakers(value, paragraphs, { headings });
        let reached = 0;
        for (const { label, paragraph, start, bodyStart, end } of turns) {
          expect(start).toBe(paragraphs[paragraph]!.start);
          expect(paragraphs.some((one) => one.end === end)).toBe(true);
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(bodyStart).toBeGreaterThan(start);
          expect(bodyStart).toBeLessThanOrEqual(end);
          expect(labels.some((one) => one.label === label)).toBe(true);
          expect(
            headings.some(
              (one) =>
                paragraphs[one] !== undefined &&
                start <= paragraphs[one].start &&
                paragraphs[one].start < end,
            ),
          ).toBe(false);
          reached = end;
        }
        expect(labels.reduce((sum, one) => sum + one.turns, 0)).toBe(turns.length);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(
          turnsForLabels(
            value,
            paragraphs,
            labels.map(({ label }) => label),
            { headings },
          ),
        ).toEqual(turns);
      }),
      { numRuns: 300 },
    );
  });
});

describe('labels', () => {
  it.each([
    ['R3:', 'R3'],
    [' Référent\u00A03 : ', 'Référent 3'],
    ['[id1]', 'id1'],
    ['[id1] :', 'id1'],
    ['Enquêtrice —', 'Enquêtrice'],
    ['Anna 00:03:40', 'Anna'],
    ['Anna (00:03:40) :', 'Anna'],
    ['<v Anna>', 'Anna'],
    ['Référent 3 (F, 45 ans) :', 'Référent 3 (F, 45 ans)'],
  ])('are shown clean: « %s » as « %s »', (raw, clean) => {
    expect(cleanLabel(raw)).toBe(clean);
  });
  it('are the same speaker whatever the case, the accents and the spaces', () => {
    expect(labelKey('RÉFÉRENT\u00A03 :')).toBe(labelKey('Referent 3'));
  });
});

describe('time codes', () => {
  it.each([
    ['00:03:40', 220_000],
    ['[03:40]', 220_000],
    ['#00:03:40-5#', 220_000],
    ['1:00:00.25', 3_600_250],
    ['00:03:99', null],
    ['midi', null],
  ])('« %s » is %s ms', (written, expected) => {
    expect(timecodeMs(written)).toBe(expected);
  });
  it('are found in running text, where a bare hour stays a hour', () => {
    const value = 'à 10:30 [00:03:40] oui 00:03:41 non (3:42)';
    const found = findTimecodes(value, { start: 0, end: value.length });
    expect(found.map(({ start, end }) => value.slice(start, end))).toEqual([
      '[00:03:40]',
      '00:03:41',
      '(3:42)',
    ]);
  });
});
