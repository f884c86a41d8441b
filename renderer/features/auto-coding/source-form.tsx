import type { ReactNode } from 'react';
import type { Speaker } from '../../../src/documents/contract.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Checkbox } from '../../ui/choices.tsx';
import { Field } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { ROLES, roleName } from '../speakers/role-name.ts';
import { ROLE_PREFIX, speakerKey, UNITS, type Draft, type SourceKind, type Unit } from './draft.ts';

interface SourceFormProps {
  readonly draft: Draft;
  readonly speakers: readonly Speaker[];
  readonly error: string | null;
  readonly onChange: (change: Partial<Draft>) => void;
}

const KINDS: readonly SourceKind[] = ['search', 'topic', 'speaker', 'pattern'];

/** Where the passages come from, and what of the text is coded there. */
export function SourceForm({ draft, speakers, error, onChange }: SourceFormProps): ReactNode {
  const { t } = useI18n();
  const { kind } = draft;
  return (
    <div className="auto-source">
      <Segmented<SourceKind>
        label={t('autoCoding.source')}
        fill
        value={kind}
        options={KINDS.map((id) => ({ id, label: t(`autoCoding.${id}`) }))}
        onChange={(value) => {
          if (value !== null) onChange({ kind: value });
        }}
      />
      <WhatIsSought draft={draft} speakers={speakers} error={error} onChange={onChange} />
      <div className="auto-unit">
        <Segmented<Unit>
          label={t('autoCoding.unit')}
          value={draft.units[kind]}
          options={UNITS[kind].map((id) => ({ id, label: t(`autoCoding.${id}Unit`) }))}
          onChange={(value) => {
            if (value !== null) onChange({ units: { ...draft.units, [kind]: value } });
          }}
        />
        {(kind === 'search' || kind === 'pattern') && (
          <Checkbox
            isSelected={draft.respectAccents}
            onChange={(respectAccents) => onChange({ respectAccents })}
          >
            {t('autoCoding.accents')}
          </Checkbox>
        )}
      </div>
    </div>
  );
}

function WhatIsSought({ draft, speakers, error, onChange }: SourceFormProps): ReactNode {
  const { t } = useI18n();
  const topics = useCall('guide.list', {}).data ?? [];
  switch (draft.kind) {
    case 'search':
      return (
        <Field
          label={t('autoCoding.query')}
          value={draft.query}
          maxLength={1_000}
          error={error}
          description={t('autoCoding.queryHint')}
          onChange={(query) => onChange({ query })}
        />
      );
    case 'pattern':
      return (
        <Field
          label={t('autoCoding.patternField')}
          value={draft.pattern}
          maxLength={500}
          error={error}
          description={t('autoCoding.patternHint')}
          onChange={(pattern) => onChange({ pattern })}
        />
      );
    case 'topic':
      return (
        <Select
          label={t('autoCoding.topicField')}
          placeholder={t(topics.length === 0 ? 'autoCoding.noTopic' : 'autoCoding.choose')}
          value={draft.topicId === null ? null : String(draft.topicId)}
          options={topics.map(({ id, title }) => ({ id: String(id), label: title }))}
          isDisabled={topics.length === 0}
          onChange={(id) => onChange({ topicId: Number(id) })}
        />
      );
    case 'speaker':
      return (
        <Select
          label={t('autoCoding.speakerField')}
          placeholder={t(speakers.length === 0 ? 'autoCoding.noSpeaker' : 'autoCoding.choose')}
          value={draft.speaker}
          options={[
            ...ROLES.map((role) => ({
              id: `${ROLE_PREFIX}${role}`,
              label: t('autoCoding.role', { role: t(roleName(role)) }),
            })),
            ...[...new Map(speakers.map((each) => [speakerKey(each), each.name]))].map(([id, label]) => ({
              id,
              label,
            })),
          ]}
          isDisabled={speakers.length === 0}
          onChange={(speaker) => onChange({ speaker })}
        />
      );
  }
}
