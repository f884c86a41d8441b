import { FormatError } from '../../../src/formats/parsed-document.ts';
import { readDocument } from '../../../src/formats/read.ts';
import { HOSTILE } from './hostile-files.ts';

/** Reads one hostile file in a process of its own, and says how it ended and how much memory it took. */
const file = HOSTILE[Number(process.argv[2])];
if (file === undefined) throw new Error('no such file');
const bytes = file.make();
const before = process.memoryUsage.rss();
const started = performance.now();
let outcome = 'text';
try {
  await readDocument(bytes, { fileName: file.fileName });
} catch (error) {
  if (!(error instanceof FormatError)) throw error;
  outcome = error.code;
}
const mebibytes = Math.round((process.resourceUsage().maxRSS * 1024 - before) / 1024 / 1024);
console.log(
  JSON.stringify({ name: file.name, outcome, mebibytes, ms: Math.round(performance.now() - started) }),
);
