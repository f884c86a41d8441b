import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Pseudonym } from '../../../src/pseudonyms/contract.ts';
import { undoToast } from '../../app/history.ts';
import { runCommand } from '../../app/use-command.ts';
import { i18nNow, useI18n } from '../../i18n/use-i18n.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextCell } from '../project/text-cell.tsx';
import { ImportTable } from './import-table.tsx';
import { useKinds } from './kinds.ts';
import { NewName } from './new-name.tsx';

interface NameTableProps {
  readonly entries: readonly Pseudonym[];
  readonly readOnly: boolean;
}

/** The table of names: every cell can be written in, names are added below or come from a CSV file. */
export function NameTable({ entries, readOnly }: NameTableProps): ReactNode {
  const { t } = useI18n();
  return (
    <section className="pseudonyms-names" aria-label={t('pseudonyms.table')}>
      <header className="pseudonyms-head">
        <h3>{t('pseudonyms.table')}</h3>
        {!readOnly && <ImportTable />}
      </header>
      {entries.length > 0 && (
        <table className="pseudonyms-table">
          <thead>
            <tr>
              <th scope="col">{t('pseudonyms.name')}</th>
              <th scope="col">{t('pseudonyms.pseudonym')}</th>
              <th scope="col">{t('pseudonyms.kind')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <NameRow key={entry.id} entry={entry} readOnly={readOnly} />
            ))}
          </tbody>
        </table>
      )}
      {!readOnly && <NewName />}
    </section>
  );
}

interface NameRowProps {
  readonly entry: Pseudonym;
  readonly readOnly: boolean;
}

function NameRow({ entry, readOnly }: NameRowProps): ReactNode {
  const { t } = useI18n();
  const kinds = useKinds();
  const { id: pseudonymId, name, replacement, kind } = entry;
  const update = async (change: Partial<Omit<Pseudonym, 'id'>>): Promise<boolean> =>
    (await runCommand('pseudonyms.update', { pseudonymId, ...change })).ok;
  if (readOnly)
    return (
      <tr>
        <th scope="row">{name}</th>
        <td>{replacement}</td>
        <td>{kinds.find(({ id }) => id === kind)?.label}</td>
        <td />
      </tr>
    );
  return (
    <tr>
      <td>
        <TextCell
          label={t('pseudonyms.nameOf', { name })}
          value={name}
          required
          onSave={(text) => update({ name: text })}
        />
      </td>
      <td>
        <TextCell
          label={t('pseudonyms.pseudonymOf', { name })}
          value={replacement}
          required
          onSave={(text) => update({ replacement: text })}
        />
      </td>
      <td>
        <Select
          label={t('pseudonyms.kindOf', { name })}
          hideLabel
          options={kinds}
          value={kind}
          onChange={(chosen) => void update({ kind: chosen })}
        />
      </td>
      <td>
        <IconButton
          icon={Trash2}
          size="small"
          label={t('common.removeNamed', { name })}
          onPress={() => void remove(entry)}
        />
      </td>
    </tr>
  );
}

async function remove({ id, name }: Pseudonym): Promise<void> {
  const done = await runCommand('pseudonyms.remove', { pseudonymIds: [id] });
  if (done.ok) undoToast(i18nNow().t('pseudonyms.removed', { name }));
}
