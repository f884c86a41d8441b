import { describe, expect, it } from 'vitest';
import { analyseDraft } from '../../../src/imports/draft.ts';
import { readCaptions } from '../../../src/formats/captions.ts';
import { readDocument } from '../../../src/formats/read.ts';
import { bytesOf, failure } from './documents.ts';

async function textOf(fileName: string): Promise<string> {
  return (await readDocument(bytesOf(fileName), { fileName })).text;
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('captions', () => {
  it('of Teams become turns, whole sentences first, without tags, notes and styles', async () => {
    expect(await textOf('teams.vtt')).toBe(
      [
        'Claire Enquêtrice 00:00:03: Bonjour, merci d’être venue. On commence ?',
        'Référent 3 00:00:06: Oui, je pense que c’est important & utile.',
        'Claire Enquêtrice 00:00:08: D’accord.',
        'Référent 3 00:00:16: Voilà tout.',
      ].join('\n'),
    );
  });

  it('name speakers before a colon, and a broken time line costs one caption only', async () => {
    expect(await textOf('zoom.srt')).toBe(
      [
        'Anna Petit 00:00:01: Bonjour, je voulais vous dire : merci.',
        'Paul Roy 00:00:04: De rien.',
        'Anna Petit 00:00:06: Alors on y va.',
        'Paul Roy 00:01:08: Oui.',
      ].join('\n'),
    );
    expect(await textOf('noscribe.vtt')).toBe(
      'S00 00:00:01: Pouvez-vous vous présenter ?\nS01 00:00:04: Je suis référente depuis vingt-trois ans.',
    );
  });

  it('name who speaks only once too, where nearly every caption says who speaks', () => {
    const zoom = [
      'WEBVTT',
      '00:01.000 --> 00:02.000\nAnna Petit: Bonjour.',
      '00:02.000 --> 00:03.000\nCamille Renaud: Bonjour à tous.',
      '00:03.000 --> 00:04.000\nAnna Petit: On commence.',
      '00:04.000 --> 00:05.000\nAnna Petit: Voilà.',
    ].join('\n\n');
    expect(readCaptions(bytes(zoom), 'vtt').text).toContain('Camille Renaud 00:00:02: Bonjour à tous.');
  });

  it('give each line of a dialogue with dashes a line of its own', () => {
    const dialogue =
      '1\n00:00:01,000 --> 00:00:03,000\n- Vous êtes prête ?\n- Oui.\n\n2\n00:00:03,000 --> 00:00:04,000\nAllons-y.\n';
    const { text } = readCaptions(bytes(dialogue), 'srt');
    expect(text.split('\n')).toEqual(['[00:00:01] - Vous êtes prête ?', '[00:00:01] - Oui. Allons-y.']);
  });

  it('without speakers divide at silences', async () => {
    expect(await textOf('whisper.srt')).toBe(
      '[00:00:00] Alors, nous avons commencé avec trois familles.\n[00:00:12] Ensuite, c’était plus simple.',
    );
  });

  it('give their speakers as certain, with time codes, however seldom they speak', async () => {
    const parsed = await readDocument(bytesOf('zoom.srt'), { fileName: 'zoom.srt' });
    const { detection } = analyseDraft(parsed, null);
    expect(detection.labels.map(({ label }) => label)).toEqual(['Anna Petit', 'Paul Roy']);
    expect(detection.turns.map(({ timecodeMs }) => timecodeMs)).toEqual([1_000, 4_000, 6_000, 68_000]);
    const once = readCaptions(bytes('WEBVTT\n\n00:01.000 --> 00:02.000\n<v Zoé: la [1]>Oui'), 'vtt');
    expect(analyseDraft(once, null).detection.labels.map(({ label }) => label)).toEqual(['Zoé la 1']);
  });

  it('that scroll say each line once', () => {
    const rolling = [
      'WEBVTT',
      '00:01.000 --> 00:03.000\nalors on',
      '00:03.000 --> 00:05.000\nalors on\navait commencé',
      '00:05.000 --> 00:07.000\navait commencé\nen mars',
    ].join('\n\n');
    expect(readCaptions(bytes(rolling), 'vtt').text).toBe('[00:00:01] alors on avait commencé en mars');
  });

  it('without a caption are empty', async () => {
    await failure(async () => readCaptions(bytes('WEBVTT\n\nNOTE rien\n'), 'vtt'), 'format.empty');
  });
});
