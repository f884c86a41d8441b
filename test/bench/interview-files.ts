import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { dice, sentence } from './seeded-project.ts';

/** Turns of one interview: what makes a file of about 60 kB, some 20,000 words. */
const TURNS = 360;

/**
 * Writes Word transcripts of about 60 kB each, all different: two speakers with bold labels, a heading now and then.
 * Answers their paths.
 */
export async function writeInterviews(folder: string, count: number): Promise<readonly string[]> {
  const paths: string[] = [];
  for (let index = 1; index <= count; index += 1) {
    const path = join(folder, `Interview ${index}.docx`);
    writeFileSync(path, await interview(index));
    paths.push(path);
  }
  return paths;
}

function interview(number: number): Promise<Buffer> {
  const roll = dice(number);
  const children: Paragraph[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    if (turn % 40 === 0)
      children.push(new Paragraph({ text: sentence(roll, 4), heading: HeadingLevel.HEADING_1 }));
    const asks = turn % 2 === 0;
    const label = new TextRun({ text: asks ? 'ENQ\u00a0: ' : `R${number}\u00a0: `, bold: true });
    const words = sentence(roll, (asks ? 10 : 90) + roll(20));
    children.push(new Paragraph({ children: [label, new TextRun(words)] }));
  }
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}
