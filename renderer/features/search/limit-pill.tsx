import { useMemo, type ReactNode } from 'react';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { FilterPill } from '../../ui/filter-pill.tsx';
import { Checklist } from '../frequencies/condition-pill.tsx';
import { SetChoices } from '../sets/set-choices.tsx';
import { useSetChosen } from '../sets/use-set-chosen.ts';
import { ROLES, roleName } from '../speakers/role-name.ts';
import { changeSearch, useSearch } from './state.ts';

/** Limits a search to what people of some roles say. */
export function RolePill(): ReactNode {
  const { t } = useI18n();
  const roles = useSearch((state) => state.roles);
  return (
    <LimitPill
      label={t('documents.role')}
      choices={ROLES.map((id) => ({ id, label: t(roleName(id)) }))}
      chosen={roles}
      onChange={(chosen) =>
        changeSearch({ roles: chosen === null ? null : ROLES.filter((role) => chosen.has(role)) })
      }
    />
  );
}

/** Limits a search to segments of some codes and of their sub-codes. */
export function CodePill(): ReactNode {
  const { t } = useI18n();
  const codeIds = useSearch((state) => state.codeIds);
  const codes = useCall('codes.list', {}).data;
  const choices = useMemo(
    () => (codes ?? []).map(({ id, path }) => ({ id: String(id), label: path })),
    [codes],
  );
  const ids = useMemo(() => (codes ?? []).map(({ id }) => id), [codes]);
  const chosenIds = useMemo(() => (codeIds === null ? null : new Set(codeIds)), [codeIds]);
  const set = useSetChosen('codes', chosenIds, ids, (members) => changeSearch({ codeIds: members }));
  return (
    <LimitPill
      label={t('frequencies.code')}
      choices={choices}
      chosen={codeIds?.map(String) ?? null}
      onChange={(chosen) => changeSearch({ codeIds: chosen === null ? null : [...chosen].map(Number) })}
      name={set?.name}
      head={
        <SetChoices
          kind="codes"
          choices={ids}
          chosen={chosenIds}
          onChoose={(members) => changeSearch({ codeIds: members })}
        />
      }
    />
  );
}

interface LimitPillProps {
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  /** `null`: no limit. */
  readonly chosen: readonly string[] | null;
  readonly onChange: (chosen: ReadonlySet<string> | null) => void;
  /** The name of what is chosen, where it has one. */
  readonly name?: string | undefined;
  readonly head?: ReactNode;
}

function LimitPill({ label, choices, chosen, onChange, name, head }: LimitPillProps): ReactNode {
  const { t } = useI18n();
  const set = useMemo(() => (chosen === null ? null : new Set(chosen)), [chosen]);
  const only = set?.size === 1 ? choices.find(({ id }) => set.has(id)) : undefined;
  const some = (): string =>
    name ?? only?.label ?? t('frequencies.someOf', { n: set?.size ?? 0, total: choices.length });
  return (
    <FilterPill
      label={label}
      value={set === null ? t('frequencies.every') : some()}
      isSet={set !== null}
      onClear={() => onChange(null)}
    >
      <Checklist condition={{ choices, chosen: set }} onChange={onChange} head={head} />
    </FilterPill>
  );
}
