import { useEffect, useState } from 'react';
import type { Measure } from '../../src/charts/wrap.ts';

let context: CanvasRenderingContext2D | null | undefined;

/** Widths of texts as the window's canvases draw them now. */
export const measure: Measure = (text, font) => {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 7;
  context.font = font;
  return context.measureText(text).width;
};

/** {@link measure}, as another function once the fonts are there: who drew with the first one draws again. */
export function useMeasure(): Measure {
  const [current, setCurrent] = useState<{ readonly measure: Measure }>({ measure });
  useEffect(() => {
    let isShown = true;
    // A canvas does not ask for a face by itself, so both weights are asked for here.
    const faces = ['400 13px "Inter Variable"', '600 13px "Inter Variable"'];
    const loading = document.fonts === undefined ? [] : faces.map((face) => document.fonts.load(face));
    void Promise.allSettled(loading).then(() => {
      if (isShown) setCurrent({ measure: (text, font) => measure(text, font) });
    });
    return () => {
      isShown = false;
    };
  }, []);
  return current.measure;
}
