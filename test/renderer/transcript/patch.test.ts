import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitParagraphs } from '../../../src/text/paragraphs.ts';
import { turnsForLabels } from '../../../src/text/speakers.ts';
import { buildModel, type TranscriptModel } from '../../../renderer/transcript/model.ts';
import { patchTranscript } from '../../../renderer/transcript/patch.ts';
import { writeTranscript } from '../../../renderer/transcript/write.ts';

function modelOf(text: string): TranscriptModel {
  const paragraphs = splitParagraphs(text);
  const labels = ['ENQ', 'R1'];
  const speakers = labels.map((label, index) => ({
    id: index + 1,
    documentId: 7,
    label,
    name: label,
    role: index === 0 ? ('interviewer' as const) : ('participant' as const),
    participantId: null,
  }));
  const turns = turnsForLabels(text, paragraphs, labels).map((turn, index) => ({
    ...turn,
    id: index + 1,
    speakerId: labels.indexOf(turn.label) + 1,
  }));
  return buildModel({
    id: 7,
    text,
    paragraphs: paragraphs.map((range) => ({ ...range, heading: false })),
    turns,
    speakers,
  });
}

const lines = fc.array(
  fc.constantFrom(
    'ENQ : Et ?',
    'R1 : Oui.',
    'Une suite.',
    'R1 : Non 😀.',
    '[00:12] R1 : Oui.',
    '[00:13] R1 : Oui.',
    'Autre.',
  ),
  {
    minLength: 1,
    maxLength: 12,
  },
);
const texts = lines.map((list) => list.join('\n'));

describe('a corrected text in the page', () => {
  it('stands as if it had been written anew, whatever was corrected', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const [host, fresh] = [document.createElement('div'), document.createElement('div')];
        const written = writeTranscript(host, modelOf(before));
        const patched = patchTranscript(host, written, modelOf(after), null);
        const expected = writeTranscript(fresh, modelOf(after));
        if (patched === null) return;
        expect(host.innerHTML).toBe(fresh.innerHTML);
        expect(patched.paragraphs.map(({ text }) => text.data)).toEqual(
          expected.paragraphs.map(({ text }) => text.data),
        );
        for (const [index, { text, row }] of patched.paragraphs.entries()) {
          expect(patched.indexOf.get(text)).toBe(index);
          expect(row.parentNode).toBe(host);
        }
      }),
    );
  });

  it('keeps the elements of everything that did not change, and of what is typed in', () => {
    const host = document.createElement('div');
    const written = writeTranscript(host, modelOf('Un.\nDeux.\nTrois.'));
    const [first, second, third] = written.paragraphs;
    if (second === undefined) throw new Error('there are three');
    second.text.data = 'Deux et plus encore.';
    const patched = patchTranscript(host, written, modelOf('Un.\nDeux et plus.\nTrois.'), second);
    expect(patched!.paragraphs).toEqual([first, second, third]);
    expect(second.text.data).toBe('Deux et plus encore.');
  });

  it('brings a corrected time of a turn whose words stayed', () => {
    const host = document.createElement('div');
    const written = writeTranscript(host, modelOf('Un.\n[00:12] R1 : Oui.\n[00:14] R1 : Non.'));
    const patched = patchTranscript(
      host,
      written,
      modelOf('Un.\n[00:13] R1 : Oui.\n[00:14] R1 : Non.'),
      null,
    );
    expect([...host.querySelectorAll('.tr-time')].map(({ textContent }) => textContent)).toEqual([
      '0:13',
      '0:14',
    ]);
    expect(patched?.paragraphs[0]).toBe(written.paragraphs[0]);
  });

  it('is not patched together for another document', () => {
    const host = document.createElement('div');
    const written = writeTranscript(host, modelOf('Un.'));
    expect(patchTranscript(host, written, { ...modelOf('Un.'), documentId: 8 }, null)).toBeNull();
  });
});
