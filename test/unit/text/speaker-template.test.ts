import fc from 'fast-check';
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
    // A line of many letters could be read in 2 to the power of 30 ways.
    expect(found(`/(${'a?'.repeat(30)}${'a'.repeat(30)})/`, 'a')).toBe('too-slow');
    expect(found(`/(x)${'(a|aa)'.repeat(20)}$/`, 'a')).toBe('too-slow');
    expect(found('%NOM%a%NOM%a%NOM%a', 'a')).toBe('too-slow');
    expect(found('%NOM% %HEURE% %HEURE% %HEURE% %HEURE%', 'a')).toBe('too-slow');
    expect(found(`%NOM%${'x'.repeat(200)}`, 'a')).toBe('too-long');
  });
});

describe('whatever a person writes', () => {
  const NAME = fc.stringMatching(/^[A-Z][a-zé]{0,8}( ?\d{1,3})?$/u);
  const MARK = fc.stringMatching(/^[[\](){}<>|*+?.^$/\\~#=§]{1,4}$/u);
  const SPOKEN = fc.stringMatching(/^[A-Z][a-z ,]{0,40}[a-z]$/u);

  test('a template reads back a name that is set off as it says, whatever the marks are', () => {
    fc.assert(
      fc.property(fc.option(MARK, { nil: '' }), MARK, NAME, SPOKEN, (before, after, name, spoken) => {
        fc.pre(!(before.startsWith('/') && after.endsWith('/')));
        const template = speakerTemplate(`${before}%NOM% ${after}`);
        if ('problem' in template) throw new Error(template.problem);
        const line = `${before}${name} ${after} ${spoken}`;
        const read = template.read(line, { start: 0, end: line.length });
        expect([read?.label, line.slice(read?.bodyStart)]).toEqual([name, spoken]);
      }),
    );
  });

  test('is refused when a line could be read in very many ways, so that none takes long', () => {
    const atom = fc.constantFrom('a', '.', '[ab]', '(?:a|aa)', '(?:a)', '(?<x>a)', '(?=a)', '\\w', 'a{3}');
    const often = fc.constantFrom('', '?', '??', '*', '+?', '{1,9}', '{2,}', '{0,40}?');
    const pieces = fc.array(
      fc.tuple(atom, often).map((both) => both.join('')),
      { maxLength: 20 },
    );
    const line = `${'a'.repeat(300)}b`;
    let read = 0;
    fc.assert(
      fc.property(pieces, (inner) => {
        const template = speakerTemplate(`/(x?)${inner.join('')}c/`);
        if ('problem' in template) return;
        read += 1;
        expect(template.read(line, { start: 0, end: line.length })).toBeNull();
      }),
      { numRuns: 300 },
    );
    expect(read).toBeGreaterThan(20);
  });
});
