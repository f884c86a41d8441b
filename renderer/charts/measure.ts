import { useEffect, useState } from 'react';
import type { Measure } from '../../src/charts/wrap.ts';

let context: CanvasRenderingContext2D | null | undefined;

/** Widths of texts as the window's canvases draw them. */
export const measure: Measure = (text, font) => {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 7;
  context.font = font;
  return context.measureText(text).width;
};

/** Draws again when the fonts of the window are there: a canvas does not by itself. */
export function useFontsReady(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let shown = true;
    // A canvas does not ask for a face either, so both weights are asked for here.
    const faces = ['400 13px "Inter Variable"', '600 13px "Inter Variable"'];
    const loading = document.fonts === undefined ? [] : faces.map((face) => document.fonts.load(face));
    void Promise.allSettled(loading).then(() => {
      if (shown) setReady(true);
    });
    return () => {
      shown = false;
    };
  }, []);
  return ready;
}
