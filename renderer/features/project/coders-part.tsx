import { Check } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { client } from '../../app/client.ts';
import { useSession } from '../../app/session.ts';
import { useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';

/** Who coded, and under which name one codes now. */
export function CodersPart(): ReactNode {
  const { t, number } = useI18n();
  const coders = useCall('coders.list', {}).data ?? [];
  const current = useSession((state) => state.project?.coderName ?? '');
  const [other, setOther] = useState('');
  const submitOther = async (): Promise<void> => {
    if (other.trim() === '') return;
    await codeAs(other);
    setOther('');
  };
  const names = coders.some(({ name }) => name === current)
    ? coders
    : [...coders, { id: 0, name: current, codings: 0 }];
  return (
    <>
      <table className="coder-table">
        <thead>
          <tr>
            <th scope="col">{t('settings.coderColumn')}</th>
            <th scope="col">{t('settings.segmentsColumn')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {names.map(({ id, name, codings }) => (
            <tr key={id}>
              <td>{id === 0 ? name : <CoderName id={id} name={name} isCurrent={name === current} />}</td>
              <td>{number(codings)}</td>
              <td>
                {name === current ? (
                  <span className="coder-now">
                    <Check size={14} aria-hidden />
                    {t('settings.currentCoder')}
                  </span>
                ) : (
                  <Button
                    size="small"
                    aria-label={t('settings.useNamed', { name })}
                    onPress={() => void codeAs(name)}
                  >
                    {t('settings.use')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="coder-other">
        <Field
          label={t('settings.codeAs')}
          value={other}
          onChange={setOther}
          onSubmit={() => void submitOther()}
        />
        <Button isDisabled={other.trim() === ''} onPress={() => void submitOther()}>
          {t('settings.use')}
        </Button>
      </div>
      <p className="coder-hint">{t('settings.codeAsHint')}</p>
    </>
  );
}

interface CoderNameProps {
  readonly id: number;
  readonly name: string;
  readonly isCurrent: boolean;
}

function CoderName({ id, name, isCurrent }: CoderNameProps): ReactNode {
  const { t } = useI18n();
  const draft = useDraft({
    place: t('settings.coderColumn'),
    value: name,
    required: true,
    onSave: async (text) => {
      const done = await runCommand('coders.rename', { coderId: id, name: text });
      if (done.ok && isCurrent) await codeAs(text);
      return done;
    },
  });
  return (
    <Field
      label={t('settings.coderColumn')}
      hideLabel
      value={draft.shown}
      saves
      onChange={draft.change}
      onBlur={() => void draft.save()}
      onSubmit={() => void draft.save()}
    />
  );
}

async function codeAs(name: string): Promise<void> {
  if (!(await runCommand('coders.setCurrent', { name })).ok) return;
  // This is no change of the project, so no event tells of it.
  useSession.setState({ project: await client.project.current({}) });
}
