import { useMemo, useState, type CSSProperties, type ReactNode } from 'react';
import { Autocomplete, Menu, MenuItem, useFilter } from 'react-aria-components';
import type { Code } from '../../../src/codebook/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { SearchField } from '../../ui/field.tsx';
import { Mark } from '../../ui/mark.tsx';

export interface CodePickerProps {
  readonly codes: readonly Code[];
  readonly onPick: (code: Code) => void;
}

/** A list of codes that shrinks while one types; arrows and Enter choose. */
export function CodePicker({ codes, onPick }: CodePickerProps): ReactNode {
  const { t } = useI18n();
  const [query, setQuery] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });
  const depths = useMemo(() => depthsOf(codes), [codes]);
  const found = codes.filter((code) => contains(code.name, query));
  const isSearching = query !== '';
  return (
    <div className="quotes-picker">
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField label={t('quotations.findCode')} value={query} onChange={setQuery} autoFocus />
        <Menu
          className="menu quotes-picker-list"
          aria-label={t('quotations.conditionCodes')}
          items={found}
          renderEmptyState={() => <p className="quotes-picker-none">{t('quotations.noSuchCode')}</p>}
          onAction={(key) => {
            const code = found.find(({ id }) => id === key);
            if (code !== undefined) onPick(code);
          }}
        >
          {(code) => (
            <MenuItem id={code.id} textValue={code.name} className="menu-item">
              <span
                className="quotes-picker-item"
                style={{ '--depth': isSearching ? 0 : (depths.get(code.id) ?? 0) } as CSSProperties}
              >
                <Mark colour={code.colour} shape={code.shape} />
                <span title={code.path}>{code.name}</span>
              </span>
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </div>
  );
}

function depthsOf(codes: readonly Code[]): ReadonlyMap<number, number> {
  const depths = new Map<number, number>();
  for (const { id, parentId } of codes)
    depths.set(id, parentId === null ? 0 : (depths.get(parentId) ?? -1) + 1);
  return depths;
}
