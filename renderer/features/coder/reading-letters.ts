import { useEffect, useState } from 'react';

const FACES = ['400 17px "Source Serif 4 Variable"', 'italic 400 17px "Source Serif 4 Variable"'];
/** What transcripts are written with, so that these parts of the typeface are fetched. */
const SAMPLE = 'aàéçœ’«»';
const LONGEST_WAIT_MS = 500;

let loaded: Promise<void> | null = null;

/** Fetches the letters of the transcript; kept for the life of the window. */
function load(): Promise<void> {
  const fonts = typeof document === 'undefined' ? undefined : document.fonts;
  if (fonts === undefined) return Promise.resolve();
  loaded ??= Promise.all(FACES.map((face) => fonts.load(face, SAMPLE))).then(
    () => undefined,
    () => undefined,
  );
  return loaded;
}

/** Whether the typeface is there: a long text that is laid out before is laid out twice. Never waits long. */
export function useReadingLetters(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let current = true;
    const done = (): void => {
      if (current) setReady(true);
    };
    const timer = setTimeout(done, LONGEST_WAIT_MS);
    const wait = async (): Promise<void> => {
      await load();
      done();
    };
    void wait();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, []);
  return ready;
}
