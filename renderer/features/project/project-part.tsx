import type { ReactNode } from 'react';
import { useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { useDraft } from '../../app/use-draft.ts';
import type { ProjectInfo } from '../../../src/project/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Field } from '../../ui/field.tsx';
import { DeletedDocuments } from './deleted-documents.tsx';
import { Originals } from './originals.tsx';
import { Overlaps } from './overlaps.tsx';

/** Name, description, response rate; each is saved when it is left, the description while one types too. */
export function ProjectPart(): ReactNode {
  const { data } = useCall('project.info', {});
  return data === undefined ? null : <ProjectForm info={data} />;
}

function ProjectForm({ info }: { readonly info: ProjectInfo }): ReactNode {
  const { t } = useI18n();
  const name = useDraft({
    place: t('settings.projectName'),
    value: info.name,
    required: true,
    onSave: (text) => runCommand('project.update', { name: text }),
  });
  const description = useDraft({
    place: t('settings.projectDescription'),
    value: info.description,
    whileTyping: true,
    onSave: (text) => runCommand('project.update', { description: text }),
  });
  return (
    <div className="project-part-form">
      <Field
        label={t('settings.projectName')}
        value={name.shown}
        isReadOnly={info.readOnly}
        saves
        onChange={name.change}
        onBlur={() => void name.save()}
        onSubmit={() => void name.save()}
      />
      <Field
        label={t('settings.projectDescription')}
        value={description.shown}
        rows={5}
        isReadOnly={info.readOnly}
        saves
        onChange={description.change}
        onBlur={() => void description.save()}
      />
      <Contacted info={info} />
      <Overlaps isReadOnly={info.readOnly} />
      <div className="project-file">
        <span className="field-label">{t('settings.file')}</span>
        <span>{info.path}</span>
      </div>
      <Originals />
      <DeletedDocuments />
    </div>
  );
}

function Contacted({ info }: { readonly info: ProjectInfo }): ReactNode {
  const { t, percent, number } = useI18n();
  const draft = useDraft({
    place: t('settings.contacted'),
    value: info.contacted === null ? '' : String(info.contacted),
    onSave: async (text) => {
      const contacted = contactedOf(text);
      // What is no number stays in its field, with a word about it.
      return contacted !== undefined && (await runCommand('project.update', { contacted })).ok;
    },
  });
  const value = contactedOf(draft.shown);
  const { participants } = info.counts;
  const hint =
    value === null || value === undefined || value === 0
      ? t('settings.contactedHintEmpty')
      : t('settings.contactedHint', {
          n: participants,
          total: number(value),
          percent: percent(participants / value, 0),
        });
  return (
    <Field
      label={t('settings.contacted')}
      value={draft.shown}
      description={hint}
      error={value === undefined ? t('settings.contactedError') : null}
      isReadOnly={info.readOnly}
      saves
      onChange={draft.change}
      onBlur={() => void draft.save()}
      onSubmit={() => void draft.save()}
    />
  );
}

/** How many were contacted, `null` for nothing said, `undefined` for what is no such number. */
function contactedOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const value = Number(text);
  return Number.isInteger(value) && value >= 0 && value <= 1_000_000 ? value : undefined;
}
