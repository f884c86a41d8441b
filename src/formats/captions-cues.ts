/** One caption as the file has it: its lines still carry tags. Times are milliseconds from the start. */
export interface Cue {
  readonly startMs: number;
  readonly endMs: number;
  readonly lines: readonly string[];
}

const CLOCK = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?`;
/** Spaces around the arrow, the comma for the point and missing fractions occur in the wild and are taken. */
const TIME_LINE = new RegExp(String.raw`^\s*${CLOCK}\s*-{1,2}>\s*${CLOCK}(?:\s.*)?$`, 'u');
const BLOCK_START = /^(?:WEBVTT|NOTE|STYLE|REGION)(?:[\s:]|$)/u;

/**
 * The cues of a WebVTT or SubRip text, by start (those of one start in the file's order). Blocks of notes, styles and
 * regions are skipped, and so is a cue whose time line cannot be read, without harm to the others.
 */
export function parseCues(text: string): Cue[] {
  const cues: Cue[] = [];
  let current: { startMs: number; endMs: number; lines: string[] } | null = null;
  let isSkipping = false;
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    const times = line.includes('>') ? TIME_LINE.exec(line) : null;
    if (times !== null) {
      dropNumber(current, lines[at - 1]);
      const startMs = milliseconds(times, 1);
      current = { startMs, endMs: Math.max(startMs, milliseconds(times, 5)), lines: [] };
      cues.push(current);
      isSkipping = false;
    } else if (line.trim() === '') {
      // A blank line ends a block; what stands behind it until the next time line is a number or a name.
      isSkipping = false;
      if (current !== null && current.lines.length > 0) current = null;
    } else if (current === null && BLOCK_START.test(line)) {
      isSkipping = true;
    } else if (line.includes('-->')) {
      current = null;
    } else if (current !== null && !isSkipping) {
      current.lines.push(line);
    }
  }
  return cues.filter((cue) => cue.lines.length > 0).sort((a, b) => a.startMs - b.startMs);
}

/** Where the blank line between two cues is missing, the number of the second was taken for words of the first. */
function dropNumber(current: { lines: string[] } | null, before: string | undefined): void {
  if (current === null || before === undefined || !/^\s*\d+\s*$/u.test(before)) return;
  if (current.lines.length > 1 && current.lines.at(-1) === before) current.lines.pop();
}

function milliseconds(times: RegExpExecArray, from: number): number {
  const [hours, minutes, seconds] = [0, 1, 2].map((at) => Number(times[from + at] ?? 0));
  const fraction = Number((times[from + 3] ?? '').padEnd(3, '0'));
  return (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000 + fraction;
}
