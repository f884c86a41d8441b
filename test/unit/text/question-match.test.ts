import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestQuestion, questionScore, utterance } from '../../../src/text/question-match.ts';

const score = (question: string, said: string) => questionScore(utterance(question), utterance(said));

describe('how surely something said asks a question', () => {
  test('the same words ask it, whatever accents, case and marks', () => {
    expect(score('Quels outils utilisez-vous ?', 'QUELS OUTILS, utilisez vous')).toBe(1);
  });

  test('a question in another form, or inside a longer turn, is found again', () => {
    expect(
      score('Quels outils utilisez-vous ?', 'D’accord. Et alors, quel outil utilisiez-vous, à ce moment ?'),
    ).toBeGreaterThan(0.5);
    expect(
      score(
        'Comment avez-vous vécu le confinement ?',
        'Très bien, merci. Je voudrais savoir comment vous avez vécu le confinement, vous et votre équipe.',
      ),
    ).toBeGreaterThan(0.7);
  });

  test('small words alone ask nothing', () => {
    expect(score('Comment avez-vous vécu cela ?', 'Et comment avez-vous fait ?')).toBe(0);
    expect(score('', 'Quoi ?')).toBe(0);
  });

  test('another question of the same theme scores less', () => {
    const questions = ['Quels outils utilisez-vous ?', 'Qui vous a aidé avec ces outils ?'].map(utterance);
    expect(bestQuestion(questions, utterance('Qui vous a aidé, avec les outils ?'), 0.6)?.index).toBe(1);
    expect(bestQuestion(questions, utterance('Bonjour, merci de me recevoir.'), 0.6)).toBeNull();
  });

  test('a score lies from 0 to 1, and repeating a question gives 1', () => {
    const words = fc.array(fc.constantFrom('outil', 'outils', 'vous', 'école', 'le', 'aide', 'comment'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(words, words, (question, said) => {
        const value = score(question.join(' '), said.join(' '));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        if (question.length > 0) expect(score(question.join(' '), question.join(' '))).toBe(1);
      }),
    );
  });
});
