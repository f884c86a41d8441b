import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/formats/table.ts';
import { tableBytes } from './tables.ts';

const read = (fileName: string) => readTable(tableBytes(fileName), { fileName });

const PARTICIPANTS = [
  ['Nom', 'Âge', 'Discipline', 'Date de l’entretien', 'Titulaire', 'Part du numérique', 'Heures par semaine', 'Remarque'],
  ['Référent 1', '34', 'Sciences', '2020-05-18', 'true', '0.25', '12.5', 'Ancien élève ; « très » motivé\nsur deux lignes'],
  ['Référent 2', '51', 'Lettres', '2020-05-19', 'false', '0.5', '7'],
  ['Référent 3', '29', 'Sciences', '2020-06-02', 'true', '1', '18', 'Un mot gras'],
  ['Référent 4', '47', 'Droit', '2020-06-03', 'false', '', '0.5'],
  ['Référent 5', '', 'Lettres', '2020-06-04', 'true', '0.1', '19.5', '=1+1 écrit en toutes lettres'],
  ['Référent 6', '38', 'Droit', '1999-12-31', 'true', '0.75'],
  ['Référent 9', '60', 'Sciences', '2020-06-09', 'true', '0.75', '3', '😀 “fin”'],
]; // prettier-ignore

describe('tables that LibreOffice wrote', () => {
  it.each(['participants.xlsx', 'participants.ods'])(
    '%s: every sheet, with its values as they were saved',
    async (name) => {
      const { sheets, encoding, delimiter, warnings } = await read(name);
      expect({ encoding, delimiter, warnings }).toEqual({ encoding: null, delimiter: null, warnings: [] });
      expect(sheets).toEqual([
        { name: 'Participants', isHidden: false, rows: PARTICIPANTS },
        { name: 'Heures', isHidden: false, rows: [[], ['', '', '14:30', '36:00']] },
        { name: 'Brouillon', isHidden: true, rows: [['ne pas lire']] },
      ]);
    },
  );
  it('participants.csv: the same as French spreadsheets write it', async () => {
    const { sheets, encoding, delimiter } = await read('participants.csv');
    expect(encoding).toMatchObject({ name: 'windows-1252' });
    expect(delimiter).toBe(';');
    expect(sheets[0]?.rows[0]).toEqual(PARTICIPANTS[0]);
    expect(sheets[0]?.rows[1]).toEqual(
      ['Référent 1', '34', 'Sciences', '18/05/2020', 'VRAI', '25%', '12,5', PARTICIPANTS[1]?.[7]], // prettier-ignore
    );
    expect(sheets[0]?.rows[6]).toEqual(['Référent 6', '38', 'Droit', '31/12/1999', 'VRAI', '75%']);
    expect(sheets[0]?.rows).toHaveLength(8);
  });
  it('the questionnaire reads alike from each, merged cells filled downwards where the format says so', async () => {
    const [xlsx, ods, csv] = await Promise.all(
      ['xlsx', 'ods', 'csv'].map((end) => read(`questionnaire.${end}`)),
    );
    expect(xlsx?.sheets).toEqual(ods?.sheets);
    const [title, blank, header, anna, boris, , driss] = xlsx?.sheets[0]?.rows ?? [];
    expect([title, blank]).toEqual([['Questionnaire 2020'], []]);
    expect(header?.slice(0, 3)).toEqual(['Répondant', 'Groupe', 'Rempli le']);
    expect(anna?.slice(0, 3)).toEqual(['Anna', 'Enseignants', '2020-06-12 14:30']);
    expect(anna?.[3]).toContain('caméra.\nLe soir');
    expect(boris?.slice(0, 3)).toEqual(['Boris', 'Enseignants', '2020-06-13']);
    expect(driss).toEqual(['Driss', 'Administration']);
    expect(csv?.delimiter).toBe(',');
    expect(csv?.sheets[0]?.rows.map((row) => row.slice(3))).toEqual(
      xlsx?.sheets[0]?.rows.map((row) => row.slice(3)),
    );
  });
});
