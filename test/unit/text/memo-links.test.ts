import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  LINK_KINDS,
  labelOf,
  linkKey,
  linkText,
  linksOf,
  openLinkAt,
  readableBody,
  replaceLinks,
  toStored,
  toWritten,
  type LinkRef,
} from '../../../src/text/memo-links.ts';

const ref: fc.Arbitrary<LinkRef> = fc.record({
  kind: fc.constantFrom(...LINK_KINDS),
  guid: fc.constantFrom('11111111-aaaa', '22222222-bbbb', '33333333-cccc'),
});
/** Names that meet often, with what a link cannot hold. */
const name = fc.oneof(fc.constantFrom('Entraide', 'R[3]', 'a|b', ' ', 'Entraide (2)'), fc.string());
const piece = fc.oneof(
  fc.string(),
  fc.constantFrom('[[Entraide]]', '[[', ']]', '[', '[[x', '\n', '|'),
  fc.tuple(ref, name).map(([to, called]) => linkText(to, called)),
);
const body = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const refs = (text: string) => linksOf(text).map(linkKey);
/** What is around the links. */
const around = (text: string) => replaceLinks(text, () => '\u0000');

const code = { kind: 'code', guid: '11111111-aaaa' } as const;
const other = { kind: 'code', guid: '22222222-bbbb' } as const;

describe('a link in a memo', () => {
  test('is found again with what it means, whatever the name', () => {
    fc.assert(
      fc.property(ref, name, (to, called) => {
        const text = linkText(to, called);
        expect(linksOf(`a ${text} b`)).toEqual([
          { ...to, label: labelOf(called), start: 2, end: 2 + text.length },
        ]);
      }),
    );
  });

  test('is a name in brackets for a reader, the present one where it is known', () => {
    const text = `Voir ${linkText(code, 'Aide')}.`;
    expect(readableBody(text)).toBe('Voir [[Aide]].');
    expect(readableBody(text, () => 'Entraide')).toBe('Voir [[Entraide]].');
  });

  test('is never cut inside a character', () => {
    expect(labelOf('🙂'.repeat(60)).isWellFormed()).toBe(true);
  });
});

describe('writing on a memo', () => {
  test('shows present names and keeps what they mean', () => {
    const written = toWritten(`Voir ${linkText(code, 'Aide')}`, () => 'Entraide');
    expect(written.text).toBe('Voir [[Entraide]]');
    expect(toStored(`${written.text} et [[Entraide]], [[Rien]]`, written.links)).toBe(
      `Voir ${linkText(code, 'Entraide')} et ${linkText(code, 'Entraide')}, [[Rien]]`,
    );
  });

  test('tells two things of one name apart, and a name that is no link', () => {
    const two = `${linkText(code, 'A')} ${linkText(other, 'A')}`;
    expect(toWritten(two, () => null).text).toBe('[[A]] [[A (2)]]');
    expect(toWritten(`[[A]] ${linkText(code, 'A')}`, () => null).text).toBe('[[A]] [[A (2)]]');
  });

  test('changes neither the links nor anything around them, whatever the things are called by now', () => {
    fc.assert(
      fc.property(
        body,
        fc.dictionary(fc.constantFrom('11111111-aaaa', '22222222-bbbb'), name),
        (text, names) => {
          const written = toWritten(text, ({ guid }) => names[guid] ?? null);
          const stored = toStored(written.text, written.links);
          expect(refs(stored)).toEqual(refs(text));
          expect(around(stored)).toBe(around(text));
        },
      ),
    );
  });

  test('the name of something renamed and named back is what it was', () => {
    fc.assert(
      fc.property(body, name, (text, renamed) => {
        const first = toWritten(text, () => null);
        const then = toWritten(text, () => renamed);
        const back = toWritten(toStored(then.text, then.links), () => null);
        expect(refs(toStored(back.text, back.links))).toEqual(refs(toStored(first.text, first.links)));
      }),
    );
  });
});

describe('completing a link', () => {
  test('begins with two brackets and ends with the line or the link', () => {
    expect(openLinkAt('voir [[ent', 10)).toEqual({ start: 5, typed: 'ent' });
    expect(openLinkAt('voir [[', 7)).toEqual({ start: 5, typed: '' });
    expect(openLinkAt('voir [ent', 9)).toBeNull();
    expect(openLinkAt('[[a]] b', 7)).toBeNull();
    expect(openLinkAt('[[a\nb', 5)).toBeNull();
    expect(openLinkAt('[[ent', 0)).toBeNull();
  });
});
