import { describe, expect, test } from 'vitest';
import { splitParagraphs } from '../../../src/text/paragraphs.ts';
import { detectSpeakers } from '../../../src/text/speakers.ts';
import { speakerTemplate } from '../../../src/text/speaker-template.ts';

function found(pattern: string, text: string) {
  const template = speakerTemplate(pattern);
  if ('problem' in template) return template.problem;
  return detectSpeakers(text, splitParagraphs(text), { template }).turns.map(
    ({ label, bodyStart, end, timecodeMs }) => [label, text.slice(bodyStart, end), timecodeMs],
  );
}

describe('a pattern that a person gives', () => {
  test('is written as the text is', () => {
    expect(found('[%NOM%]', '[Anna] Oui.\nsuite\n[B2] Non.')).toEqual([
      ['Anna', 'Oui.\nsuite', null],
      ['B2', 'Non.', null],
    ]);
    expect(found('%NOM% (%HEURE%) :', 'Anna M. (00:01:02) : Oui.\nUne phrase : non.')).toEqual([
      ['Anna M.', 'Oui.\nUne phrase : non.', 62_000],
    ]);
    expect(found('>> %NAME% >', '>> Anna > Oui.')).toEqual([['Anna', 'Oui.', null]]);
  });

  test('may be a regular expression with a group for the name', () => {
    expect(found('/(Q|R\\d):/', 'Q: Oui ?\nR1: Non.\nX: rien')).toEqual([
      ['Q', 'Oui ?', null],
      ['R1', 'Non.\nX: rien', null],
    ]);
  });

  test('is refused when it cannot be read, names nobody or could run for ever', () => {
    expect(found('sans nom :', 'a')).toBe('no-name');
    expect(found('/R\\d:/', 'a')).toBe('no-name');
    expect(found('/(((/', 'a')).toBe('not-a-pattern');
    expect(found('/((a+)+)b/', 'a')).toBe('too-slow');
    expect(found('/(a|a)*b/', 'a')).toBe('too-slow');
    expect(found('/(.*)(.*)(.*)x/', 'a')).toBe('too-slow');
    expect(found('/(a)\\1/', 'a')).toBe('too-slow');
    expect(found(`%NOM%${'x'.repeat(200)}`, 'a')).toBe('too-long');
  });
});
