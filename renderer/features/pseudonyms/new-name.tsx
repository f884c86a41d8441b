import { Plus } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import type { Pseudonym } from '../../../src/pseudonyms/contract.ts';
import { runCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { useKinds } from './kinds.ts';

/** Name, pseudonym and kind of a new row; Enter adds it and goes on with the next. */
export function NewName(): ReactNode {
  const { t } = useI18n();
  const kinds = useKinds();
  const first = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [replacement, setReplacement] = useState('');
  const [kind, setKind] = useState<Pseudonym['kind']>('person');
  const isReady = name.trim() !== '' && replacement.trim() !== '';
  const add = async (): Promise<void> => {
    if (!isReady) return;
    const entry = { name: name.trim(), replacement: replacement.trim(), kind };
    if (!(await runCommand('pseudonyms.add', entry)).ok) return;
    setName('');
    setReplacement('');
    first.current?.focus();
  };
  return (
    <div className="pseudonyms-new" role="group" aria-label={t('pseudonyms.new')}>
      <Field
        label={t('pseudonyms.name')}
        value={name}
        onChange={setName}
        onSubmit={() => void add()}
        maxLength={200}
        inputRef={first}
      />
      <Field
        label={t('pseudonyms.pseudonym')}
        value={replacement}
        onChange={setReplacement}
        onSubmit={() => void add()}
        maxLength={200}
      />
      <Select label={t('pseudonyms.kind')} options={kinds} value={kind} onChange={setKind} />
      <Button icon={Plus} isDisabled={!isReady} onPress={() => void add()}>
        {t('common.add')}
      </Button>
    </div>
  );
}
