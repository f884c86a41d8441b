import { useEffect, useState, type ReactNode } from 'react';
import type { Code } from '../../../src/codebook/contract.ts';
import { runCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Mentions } from '../memos/mentions.tsx';

type Fields = Pick<Code, 'briefDefinition' | 'fullDefinition' | 'whenToUse' | 'whenNotToUse' | 'example'>;

const EMPTY: Fields = {
  briefDefinition: '',
  fullDefinition: '',
  whenToUse: '',
  whenNotToUse: '',
  example: '',
};

const ORDER = [
  ['briefDefinition', 'codebook.brief', 1],
  ['fullDefinition', 'codebook.full', 3],
  ['whenToUse', 'codebook.whenToUse', 2],
  ['whenNotToUse', 'codebook.whenNotToUse', 2],
  ['example', 'codebook.example', 2],
] as const;

/** The codebook's fields of a code. */
export function DefinitionDialog({
  code,
  onClose,
}: {
  readonly code: Code | null;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useI18n();
  const [fields, setFields] = useState<Fields>(EMPTY);
  const [name, setName] = useState('');
  const id = code?.id ?? null;
  useEffect(() => {
    if (code === null) return;
    setFields(fieldsOf(code));
    setName(code.name);
    // What is being written is not overwritten when the code changes elsewhere.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id]);
  const save = async (): Promise<void> => {
    if (code === null) return;
    const before = fieldsOf(code);
    const changed = ORDER.filter(([key]) => fields[key] !== before[key]).map(
      ([key]) => [key, fields[key]] as const,
    );
    const newName = name.trim();
    const renamed = newName !== '' && newName !== code.name ? { name: newName } : {};
    if (changed.length > 0 || 'name' in renamed) {
      const done = await runCommand('codes.update', {
        codeId: code.id,
        ...renamed,
        ...Object.fromEntries(changed),
      });
      if (!done.ok) return;
    }
    onClose();
  };
  return (
    <Dialog
      title={t('codebook.definitionOf', { name: code?.name ?? name })}
      size="medium"
      isOpen={code !== null}
      onClose={onClose}
      holds
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" onPress={() => void save()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className="definition-fields">
        <Field label={t('codebook.nameField')} value={name} maxLength={200} onChange={setName} />
        {ORDER.map(([key, label, rows], index) => (
          <Field
            key={key}
            label={t(label)}
            rows={rows}
            value={fields[key]}
            autoFocus={index === 0}
            onChange={(value) => setFields((now) => ({ ...now, [key]: value }))}
          />
        ))}
        {/* Going to a memo keeps what was written here. */}
        {code !== null && <Mentions kind="code" id={code.id} onGo={() => void save()} />}
      </div>
    </Dialog>
  );
}

function fieldsOf(code: Code): Fields {
  const { briefDefinition, fullDefinition, whenToUse, whenNotToUse, example } = code;
  return { briefDefinition, fullDefinition, whenToUse, whenNotToUse, example };
}
