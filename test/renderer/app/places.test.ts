import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leaving, stepped, type Places, type Spot } from '../../../renderer/app/places.ts';

const at = (documentId: number, start = 0): Spot => ({ documentId, start });
const nowhere: Places = { back: [], forward: [] };

describe('places visited', () => {
  test('go back in the order in which they were left, and forward again', () => {
    const places = leaving(leaving(nowhere, at(1)), at(2));
    const first = stepped(places, -1, at(3))!;
    expect(first.to).toEqual(at(2));
    const second = stepped(first.places, -1, first.to)!;
    expect(second.to).toEqual(at(1));
    expect(stepped(second.places, -1, second.to)).toBeNull();
    expect(stepped(second.places, 1, second.to)!.to).toEqual(at(2));
  });

  test('forget what lay ahead when another way is taken, and hold one place once', () => {
    const back = stepped(leaving(nowhere, at(1)), -1, at(2))!;
    expect(leaving(back.places, at(1, 5))).toEqual({ back: [at(1, 5)], forward: [] });
    expect(leaving(leaving(nowhere, at(1)), at(1)).back).toEqual([at(1)]);
  });

  test('are all there again after any steps back and as many forward', () => {
    const spots = fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(spots, fc.nat(30), (ids, steps) => {
        const here = at(5000);
        const start = ids.reduce((places, id) => leaving(places, at(id)), nowhere);
        let [places, spot, taken] = [start, here, 0];
        for (; taken < steps; taken += 1) {
          const step = stepped(places, -1, spot);
          if (step === null) break;
          [places, spot] = [step.places, step.to];
        }
        for (; taken > 0; taken -= 1) {
          const step = stepped(places, 1, spot)!;
          [places, spot] = [step.places, step.to];
        }
        expect(spot).toEqual(here);
        expect(places).toEqual(start);
      }),
    );
  });
});
