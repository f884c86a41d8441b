import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { runCommand } from '../../app/use-command.ts';
import type { VariableType } from '../../../src/participants/contract.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Select } from '../../ui/select.tsx';

export const TYPE_LABELS = {
  category: 'settings.typeCategory',
  text: 'settings.typeText',
  integer: 'settings.typeInteger',
  float: 'settings.typeFloat',
  boolean: 'settings.typeBoolean',
  date: 'settings.typeDate',
} as const satisfies Record<VariableType, MessageKey>;

const TYPES = Object.keys(TYPE_LABELS) as readonly VariableType[];

export function NewVariable({ scope }: { readonly scope: 'participant' | 'document' }): ReactNode {
  const { t } = useI18n();
  return (
    <Popover
      label={t('settings.newVariable')}
      placement="bottom end"
      trigger={<Button icon={Plus}>{t('settings.addVariable')}</Button>}
    >
      {(close) => <Form scope={scope} onDone={close} />}
    </Popover>
  );
}

interface FormProps {
  readonly scope: 'participant' | 'document';
  readonly onDone: () => void;
}

function Form({ scope, onDone }: FormProps): ReactNode {
  const { t } = useI18n();
  const [name, setName] = useState('');
  const [type, setType] = useState<VariableType>('category');
  const [error, setError] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    const made = await runCommand('variables.create', { name, scope, type }, { silent: true });
    if (made.ok) onDone();
    else setError(made.error.message);
  };
  return (
    <div className="new-variable">
      <Field
        label={t('settings.variableName')}
        value={name}
        autoFocus
        error={error}
        onChange={(value) => {
          setName(value);
          setError(null);
        }}
        onSubmit={() => void submit()}
      />
      <Select
        label={t('settings.variableType')}
        options={TYPES.map((id) => ({ id, label: t(TYPE_LABELS[id]) }))}
        value={type}
        onChange={setType}
      />
      <Button variant="primary" isDisabled={name.trim() === ''} onPress={() => void submit()}>
        {t('common.add')}
      </Button>
    </div>
  );
}
