import { useState, type ReactNode } from 'react';
import { useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import type { ProjectInfo } from '../../../src/project/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Field } from '../../ui/field.tsx';
import { DeletedDocuments } from './deleted-documents.tsx';
import { Originals } from './originals.tsx';
import { Overlaps } from './overlaps.tsx';

/** Name, description, response rate; each is saved when it is left. */
export function ProjectPart(): ReactNode {
  const { data } = useCall('project.info', {});
  // A new state of the project (undo, another window) starts the form afresh.
  return data === undefined ? null : (
    <ProjectForm key={`${data.name}|${data.description}|${data.contacted ?? ''}`} info={data} />
  );
}

function ProjectForm({ info }: { readonly info: ProjectInfo }): ReactNode {
  const { t } = useI18n();
  const [name, setName] = useState(info.name);
  const [description, setDescription] = useState(info.description);
  const saveName = async (): Promise<void> => {
    if (name.trim() === info.name) return;
    if (!(await runCommand('project.update', { name })).ok) setName(info.name);
  };
  const saveDescription = (): void => {
    if (description !== info.description) void runCommand('project.update', { description });
  };
  return (
    <div className="project-part-form">
      <Field
        label={t('settings.projectName')}
        value={name}
        isReadOnly={info.readOnly}
        onChange={setName}
        onBlur={() => void saveName()}
        onSubmit={() => void saveName()}
      />
      <Field
        label={t('settings.projectDescription')}
        value={description}
        rows={5}
        isReadOnly={info.readOnly}
        onChange={setDescription}
        onBlur={saveDescription}
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
  const [text, setText] = useState(info.contacted === null ? '' : String(info.contacted));
  const value = text.trim() === '' ? null : Number(text);
  const valid = value === null || (Number.isInteger(value) && value >= 0 && value <= 1_000_000);
  const save = (): void => {
    if (valid && value !== info.contacted) void runCommand('project.update', { contacted: value });
  };
  const { participants } = info.counts;
  const hint =
    value === null || !valid || value === 0
      ? t('settings.contactedHintEmpty')
      : t('settings.contactedHint', {
          n: participants,
          total: number(value),
          percent: percent(participants / value, 0),
        });
  return (
    <Field
      label={t('settings.contacted')}
      value={text}
      description={hint}
      error={valid ? null : t('settings.contactedError')}
      isReadOnly={info.readOnly}
      onChange={setText}
      onBlur={save}
      onSubmit={save}
    />
  );
}
