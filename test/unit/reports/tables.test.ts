import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../../../src/analysis/filter.ts';
import { frequencies } from '../../../src/analysis/frequency.ts';
import type { AnalysisData } from '../../../src/analysis/data.ts';
import type { ReportCodebook } from '../../../src/reports/codebook.ts';
import { frequenciesFile, segmentsFile } from '../../../src/reports/files.ts';
import { FREQUENCY_COLUMNS, frequencyRecords } from '../../../src/reports/frequencies-csv.ts';
import {
  segmentColumns,
  segmentRecords,
  type Segment,
  type SegmentSource,
} from '../../../src/reports/segments-csv.ts';
import { document, people } from '../analysis/project.ts';

const codebook: ReportCodebook = {
  codes: [
    { id: 1, parentId: null, name: 'Entraide', path: 'Entraide', colour: 1, shape: 'round' },
    { id: 2, parentId: 1, name: 'Pairs', path: 'Entraide/Pairs', colour: 2, shape: 'round' },
    { id: 3, parentId: null, name: 'Seul', path: 'Seul', colour: 3, shape: 'round' },
  ],
  hypotheses: [
    {
      id: 1,
      label: 'H1',
      title: 'Objectifs',
      groups: [{ id: 7, guid: '', name: 'Cognitif', position: 0 }],
      mappings: [{ id: 1, codeId: 1, hypothesisGroupId: 7, wholeBranch: true }],
    },
    {
      id: 2,
      label: 'H2',
      title: 'Réseau',
      groups: [],
      mappings: [{ id: 2, codeId: 2, hypothesisGroupId: null, wholeBranch: true }],
    },
  ],
};

const data: AnalysisData = {
  participants: people(1, 2, 3),
  documents: [
    document(10, [{ from: 0, to: 40, who: 1 }], [{ code: 1, from: 0, to: 4 }]),
    document(11, [{ from: 0, to: 60, who: 2 }], [{ code: 2, from: 2, to: 8 }]),
    document(12, [{ from: 0, to: 100, who: 3 }], []),
  ],
  ...codebook,
};

describe('the lines of frequencies', () => {
  const table = frequencies(data, { by: 'hypothesis', filter: NO_FILTER });
  const source = { ...codebook, table };

  it('by code stand under each of their hypotheses, and without one where they have none', () => {
    const lines = frequencyRecords(source, 'code');
    expect(lines.map((line) => [line.hypothesis, line.group, line.code, line.participants_n])).toEqual([
      ['H1', 'Cognitif', 'Entraide', 2],
      ['H1', 'Cognitif', 'Entraide/Pairs', 1],
      ['H2', '', 'Entraide/Pairs', 1],
      ['', '', 'Seul', 0],
    ]);
    expect(lines[0]).toEqual({
      hypothesis: 'H1',
      group: 'Cognitif',
      code: 'Entraide',
      participants_n: 2,
      participants_total: 3,
      percent: 66.7,
      segments: 2,
      words: 10,
      percent_words: 5,
      participants: 'Référent 1;Référent 2',
    });
    expect(Object.keys(lines[0]!)).toEqual([...FREQUENCY_COLUMNS]);
  });

  it('by hypothesis are its own and its groups’, without a code', () => {
    const lines = frequencyRecords(source, 'hypothesis');
    expect(lines.map((line) => [line.hypothesis, line.group, line.code, line.segments])).toEqual([
      ['H1', '', '', 2],
      ['H1', 'Cognitif', '', 2],
      ['H2', '', '', 1],
    ]);
  });

  it('become CSV, JSON and text', () => {
    const file = (format: 'csv' | 'json' | 'text') =>
      frequenciesFile(source, 'code', { format, delimiter: ',', locale: 'fr' });
    expect(file('csv').fileName).toBe('frequences.csv');
    expect(file('csv').content.split('\r\n')[0]).toBe(`\uFEFF${FREQUENCY_COLUMNS.join(',')}`);
    expect(file('csv').content.split('\r\n')[4]).toBe(',,Seul,0,3,0,0,0,0,');
    expect(JSON.parse(file('json').content)).toEqual(frequencyRecords(source, 'code'));
    expect(file('text').content).toContain('2/3');
  });

  it('of a project without participants have no division by zero', () => {
    const empty = frequencies(
      { ...data, participants: [], documents: [] },
      { by: 'hypothesis', filter: NO_FILTER },
    );
    expect(frequencyRecords({ ...codebook, table: empty }, 'code')[0]).toMatchObject({
      percent: 0,
      percent_words: 0,
    });
  });
});

describe('the lines of coded segments', () => {
  const source: SegmentSource = {
    ...codebook,
    participants: people(1, 2),
    variables: [
      { id: 1, name: 'discipline', scope: 'participant' },
      { id: 2, name: 'vague', scope: 'document' },
      { id: 3, name: 'code', scope: 'participant' },
    ],
    valueOf: (variableId, targetId) => (variableId === 1 ? `d${targetId}` : variableId === 2 ? 'mai' : null),
  };
  const segment: Segment = {
    documentId: 10,
    documentName: 'Entretien 1',
    codeId: 2,
    coderName: 'Inès',
    participantIds: [1, 2],
    speakerName: 'Référent 1',
    start: 5,
    end: 9,
    text: '=oui\nnon',
    stance: 'supports',
    weight: null,
    isKey: false,
    memo: null,
    createdAt: '2020-05-18T10:00:00.000Z',
  };

  it('have one column per variable, and no two of the same name', () => {
    expect(segmentColumns(source)).toEqual(
      'document,participant,discipline,vague,code (2),speaker,hypothesis,group,code,stance,weight,key,text,start,end,coder,created_at,memo'.split(
        ',',
      ),
    );
  });

  it('name participants with their values, and all hypotheses of the code', () => {
    expect(segmentRecords([segment], source)[0]).toEqual({
      document: 'Entretien 1',
      participant: 'Référent 1;Référent 2',
      discipline: 'd1;d2',
      vague: 'mai',
      'code (2)': '',
      speaker: 'Référent 1',
      hypothesis: 'H1 ; H2',
      group: 'Cognitif',
      code: 'Entraide/Pairs',
      stance: 'supports',
      weight: '',
      key: '',
      text: '=oui\nnon',
      start: 5,
      end: 9,
      coder: 'Inès',
      created_at: '2020-05-18T10:00:00.000Z',
      memo: '',
    });
  });

  it('are neutralised in CSV and kept in JSON', () => {
    const file = (format: 'csv' | 'json') =>
      segmentsFile([segment], source, { format, delimiter: ';', locale: 'en' });
    expect(file('csv').content).toContain('"\'=oui\nnon"');
    expect(file('json').content).toContain('"=oui\\nnon"');
    expect(file('csv').fileName).toBe('segments.csv');
  });
});
