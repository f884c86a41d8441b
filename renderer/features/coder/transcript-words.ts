import type { Stance } from '../../../src/contract/common.ts';
import type { I18n } from '../../i18n/use-i18n.ts';
import { LINK_WORDS } from '../codings/segment-links.ts';
import type { TranscriptWords } from '../../transcript/types.ts';

export function stanceName(stance: Stance, { t }: Pick<I18n, 't'>): string {
  switch (stance) {
    case 'supports':
      return t('codings.supports');
    case 'qualifies':
      return t('codings.qualifies');
    case 'contradicts':
      return t('codings.contradicts');
  }
}

/** The transcript's sentences in the language of the window. */
export function transcriptWords(i18n: I18n, documentName: string): TranscriptWords {
  const { t, quote } = i18n;
  return {
    reader: t('coder.readerOf', { name: documentName }),
    margin: t('coder.margin'),
    overview: t('coder.overview'),
    codingsOfParagraph: (paragraph) => t('coder.codingsOfParagraph', { paragraph }),
    codingItem: (coding, quotation) => {
      const stance = coding.stance === null ? '' : `, ${stanceName(coding.stance, i18n)}`;
      const said = t('coder.codingItem', {
        quotation: quote(quotation),
        code: coding.name,
        coder: coding.coderName,
        stance,
      });
      const links = coding.links.map(({ kind, way, name, excerpt }) =>
        t('links.item', { link: t(LINK_WORDS[kind][way]), quotation: quote(excerpt), code: name }),
      );
      return [said, ...links].join('; ');
    },
    stance: (stance) => stanceName(stance, i18n),
    linked: (count) => t('links.count', { count }),
    more: (count) => t('coder.moreCodings', { count }),
    memoAt: (paragraph) => t('coder.memoAt', { paragraph }),
    handle: (end) => t(end === 'start' ? 'coder.handleStart' : 'coder.handleEnd'),
    handleValue: (text) => quote(text.replaceAll(/\s+/gu, ' ').trim()),
  };
}
