import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDom, toDom } from '../../../renderer/transcript/dom-map.ts';
import { clampToShown } from '../../../renderer/transcript/model.ts';
import { rewriteSpeakers, writeTranscript } from '../../../renderer/transcript/write.ts';
import { INTERVIEW, lines, modelOf } from './sample.ts';

function written(model: ReturnType<typeof modelOf>) {
  const host = document.createElement('div');
  return { host, written: writeTranscript(host, model) };
}

describe('the written transcript', () => {
  it('has one element per paragraph and one text node for its words', () => {
    const model = modelOf(INTERVIEW);
    const { host } = written(model);
    expect(host.children.length).toBe(INTERVIEW.length);
    const words = [...host.querySelectorAll('.tr-words')];
    expect(words.map((element) => element.childNodes.length)).toEqual(INTERVIEW.map(() => 1));
    expect(words.map((element) => element.textContent)).toEqual(INTERVIEW.map((line) => line.words));
  });

  it('shows no label in the words, and the name in the speaker column', () => {
    const { host } = written(modelOf(INTERVIEW));
    expect([...host.querySelectorAll('.tr-speaker')].map((element) => element.textContent)).toEqual([
      'Enquêtrice',
      'Référent 3',
      'Enquêtrice',
      'Référent 3',
    ]);
    expect(host.querySelectorAll('.tr-other').length).toBe(2);
  });

  it('maps every offset to the page and back, hidden ones to the nearest shown place', () => {
    fc.assert(
      fc.property(lines, (made) => {
        const model = modelOf(made);
        const { host, written: page } = written(model);
        for (let offset = 0; offset <= model.text.length; offset += 1) {
          const position = toDom(page, offset);
          if (position === null) throw new Error('every offset has a place');
          expect(position.offset).toBeLessThanOrEqual(position.node.length);
          expect(fromDom(page, host, position.node, position.offset)).toBe(clampToShown(model, offset));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('takes positions beside the words for the beginning of their paragraph', () => {
    const model = modelOf(INTERVIEW);
    const { host, written: page } = written(model);
    const number = host.querySelectorAll('.tr-number')[1]?.firstChild;
    if (number === null || number === undefined) throw new Error('a paragraph has a number');
    expect(fromDom(page, host, number, 1)).toBe(model.paragraphs[2]?.wordsStart);
    expect(fromDom(page, host, document.body, 0)).toBeNull();
    expect(fromDom(page, host, host, host.childNodes.length)).toBe(model.text.length);
  });

  it('shows when a turn was said under the name of its speaker, where that is known', () => {
    const model = modelOf([
      { speaker: 'E', words: 'Et ?', timecodeMs: 5_999 },
      { speaker: 'R', words: 'Oui.', timecodeMs: 3_725_000 },
      { words: 'Une suite.' },
      { speaker: 'E', words: 'Et puis ?' },
    ]);
    expect(model.paragraphs.map(({ timecodeMs }) => timecodeMs)).toEqual([5_999, 3_725_000, null, null]);
    const { host, written: page } = written(model);
    const shown = (): unknown[] =>
      [...host.children].map((row) => row.querySelector('.tr-speaker + .tr-time')?.textContent);
    expect(shown()).toEqual(['0:05', '1:02:05', undefined, undefined]);
    const renamed = model.paragraphs.map((p) => (p.speakerName === null ? p : { ...p, speakerName: 'X' }));
    expect(rewriteSpeakers(page, { ...model, paragraphs: renamed })).not.toBeNull();
    expect(shown()).toEqual(['0:05', '1:02:05', undefined, undefined]);
    const later = model.paragraphs.map((p) => ({ ...p, timecodeMs: p.timecodeMs && p.timecodeMs + 1_000 }));
    expect(rewriteSpeakers(page, { ...model, paragraphs: later })).toBeNull();
  });

  it('changes names of speakers without touching the words', () => {
    const model = modelOf(INTERVIEW);
    const { host, written: page } = written(model);
    const node = page.paragraphs[2]?.text;
    const renamed = {
      ...model,
      paragraphs: model.paragraphs.map((p) =>
        p.speakerName === 'Référent 3' ? { ...p, speakerName: 'R3' } : p,
      ),
    };
    const again = rewriteSpeakers(page, renamed);
    expect(again?.model).toBe(renamed);
    expect(host.querySelectorAll('.tr-speaker')[1]?.textContent).toBe('R3');
    expect(again?.paragraphs[2]?.text).toBe(node);
    expect(rewriteSpeakers(page, { ...model, text: `${model.text}!` })).toBeNull();
  });
});
