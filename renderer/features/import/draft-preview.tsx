import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/use-i18n.ts';
import type { DraftState } from './import-model.ts';
import type { SpeakerChoice } from './speaker-choices.ts';

export interface DraftPreviewProps {
  readonly state: DraftState;
}

/** The beginning of the document as it will be read, with the names and roles chosen so far. */
export function DraftPreview({ state: { draft, choices } }: DraftPreviewProps): ReactNode {
  const { t } = useI18n();
  const speakers = new Map(choices.speakers.map((speaker) => [speaker.label, speaker]));
  const rest = draft.paragraphs - draft.preview.length;
  return (
    <div className="draft-preview" tabIndex={0} role="region" aria-label={t('import.preview')}>
      {draft.preview.map((paragraph, index) => {
        if (paragraph.heading) {
          return (
            <p key={paragraph.number} className="draft-preview-heading">
              {paragraph.text}
            </p>
          );
        }
        const own = paragraph.label === null ? undefined : speakers.get(paragraph.label);
        const speaker = own?.role === 'none' ? undefined : own;
        const current = speaker ?? speakerBefore(draft.preview, index, speakers);
        return (
          <p key={paragraph.number} className="draft-preview-line" data-role={current?.role}>
            <span className="draft-preview-number">{paragraph.number}</span>
            <span className="draft-preview-speaker" title={speaker?.name}>
              {speaker?.name ?? ''}
            </span>
            <span className="draft-preview-text">
              {speaker === undefined ? paragraph.text : paragraph.text.slice(paragraph.labelLength)}
            </span>
          </p>
        );
      })}
      {rest > 0 && <p className="draft-preview-rest">{t('import.previewMore', { count: rest })}</p>}
    </div>
  );
}

/** Whose turn goes on in a paragraph that begins without a name. */
function speakerBefore(
  preview: readonly { readonly label: string | null }[],
  index: number,
  speakers: ReadonlyMap<string, SpeakerChoice>,
): SpeakerChoice | undefined {
  for (let at = index - 1; at >= 0; at -= 1) {
    const label = preview[at]?.label;
    const speaker = label === null || label === undefined ? undefined : speakers.get(label);
    if (speaker !== undefined && speaker.role !== 'none') return speaker;
  }
  return undefined;
}
