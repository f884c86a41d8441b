import { describe, expect, it } from 'vitest';
import codings from '../../../fixtures/sample-study/codings.json';
import study from '../../../fixtures/sample-study/study.json';
import { SAMPLE_CODES, SAMPLE_N } from '../../../renderer/features/home/sample-preview.ts';

const curly = (name: string): string => name.replaceAll("'", '’').replaceAll('\u00a0', ' ');

describe('the card of the sample study', () => {
  it.each(SAMPLE_CODES)(
    'tells who speaks of « $name » as the study does',
    ({ name, colour, shape, referents }) => {
      const code = study.codes.find((other) => curly(other.name) === curly(name));
      const shapes = ['round', 'square', 'diamond'];
      expect(code?.colour).toBe(colour);
      expect((code as { shape?: string } | undefined)?.shape ?? shapes[Math.floor((colour - 1) / 8)]).toBe(
        shape,
      );
      const documents = codings
        .filter((coding) => coding.code === code?.name)
        .map((coding) => coding.document);
      const found = [...new Set(documents)].map((document) => Number(document.replace('Référent ', '')));
      expect(found.toSorted((a, b) => a - b)).toEqual(referents);
    },
  );

  it('has as many referents as the study has participants', () => {
    expect(study.participants).toHaveLength(SAMPLE_N);
  });
});
