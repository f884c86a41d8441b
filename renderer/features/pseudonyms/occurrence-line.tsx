import type { ReactNode } from 'react';
import type { Occurrence } from '../../../src/pseudonyms/contract.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import { useI18n } from '../../i18n/use-i18n.ts';

/** What the fields of a table belong to. */
const PLACES: Readonly<Record<string, MessageKey>> = {
  project: 'pseudonyms.inProject',
  document: 'pseudonyms.inDocument',
  participant: 'pseudonyms.inParticipant',
  speaker: 'pseudonyms.inSpeaker',
  guide_topic: 'pseudonyms.inGuide',
  variable: 'pseudonyms.inVariable',
  variable_value: 'pseudonyms.inVariable',
  code: 'pseudonyms.inCode',
  hypothesis: 'pseudonyms.inHypothesis',
  hypothesis_group: 'pseudonyms.inHypothesis',
  memo: 'pseudonyms.inMemo',
  coder: 'pseudonyms.inCoder',
  history_step: 'pseudonyms.inHistory',
};

/** A name in its context, with where it stands. */
export function OccurrenceLine({ occurrence }: { readonly occurrence: Occurrence }): ReactNode {
  const { t } = useI18n();
  const { place, title, paragraph, snippet, snippetStart, snippetEnd } = occurrence;
  const field = PLACES[place.split('.')[0] ?? ''];
  return (
    <li className="pseudonyms-line">
      <span className="pseudonyms-where">
        {field === undefined ? title : t(field)}
        {paragraph !== null && ` § ${paragraph}`}
      </span>
      <span className="pseudonyms-snippet">
        {snippet.slice(0, snippetStart)}
        <mark>{snippet.slice(snippetStart, snippetEnd)}</mark>
        {snippet.slice(snippetEnd)}
      </span>
    </li>
  );
}
