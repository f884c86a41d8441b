import { isBlank, splitParagraphs } from '../text/paragraphs.ts';
import type { TextHeading } from '../text/headings.ts';
import type { TextRange } from '../text/range.ts';

export interface AnsweredQuestion {
  readonly question: string;
  readonly answer: string;
}

/** One respondent's answers as a text. */
export interface SurveyText {
  readonly text: string;
  readonly paragraphs: readonly TextRange[];
  /** The questions. */
  readonly headings: readonly TextHeading[];
  /** The answers without their questions, in order. */
  readonly answers: readonly TextRange[];
}

/**
 * Each question on a line, the lines of its answer below, a blank line between. Questions without an answer must be left
 * out before. Blank lines within answers go; a question is one line.
 */
export function surveyText(answered: readonly AnsweredQuestion[]): SurveyText {
  const blocks = answered.map(({ question, answer }) => ({
    question: question.replaceAll(/\s+/gu, ' ').trim(),
    answer: answer
      .split('\n')
      .map((line) => line.trimEnd())
      .filter((line) => !isBlank(line))
      .join('\n'),
  }));
  const text = `${blocks.map(({ question, answer }) => `${question}\n${answer}`).join('\n\n')}\n`;
  const headings: TextHeading[] = [];
  const answers: TextRange[] = [];
  let offset = 0;
  let paragraph = 0;
  for (const { question, answer } of blocks) {
    headings.push({ paragraph, title: question, level: 1 });
    const start = offset + question.length + 1;
    answers.push({ start, end: start + answer.length });
    offset = start + answer.length + 2;
    paragraph += 1 + answer.split('\n').length;
  }
  return { text, paragraphs: splitParagraphs(text), headings, answers };
}
