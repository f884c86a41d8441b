import { useId, useState, type ReactNode } from 'react';
import type { SearchUnit } from '../../../src/search/contract.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { codeHits } from './code-hits.ts';
import { useSearch } from './state.ts';

const UNITS: readonly SearchUnit[] = ['match', 'sentence', 'paragraph', 'turn'];

/** Codes the ticked hits, or all of them, by what stands around each. */
export function SearchFooter({
  documentId,
  total,
}: {
  readonly documentId: number | null;
  readonly total: number;
}): ReactNode {
  const { t } = useI18n();
  const { unit, ticked } = useSearch();
  const codes = useCall('codes.list', {}).data ?? [];
  const [path, setPath] = useState('');
  const [isBusy, setBusy] = useState(false);
  const listId = useId();
  const count = ticked.size === 0 ? total : ticked.size;
  const isReady = count > 0 && path.trim() !== '' && !isBusy;
  const apply = (): void => {
    if (!isReady) return;
    setBusy(true);
    void codeHits(path.trim(), documentId).then((done) => {
      setBusy(false);
      if (done) useSearch.setState({ ticked: new Set() });
    });
  };
  return (
    <footer className="search-foot">
      <Segmented
        label={t('search.unit')}
        fill
        value={unit}
        options={UNITS.map((id) => ({ id, label: t(`search.${id}`) }))}
        onChange={(value) => {
          if (value !== null) useSearch.setState({ unit: value });
        }}
      />
      <div className="search-apply">
        <input
          className="field-input"
          aria-label={t('search.code')}
          placeholder={t('search.codePlaceholder')}
          list={listId}
          value={path}
          maxLength={2_000}
          onChange={(event) => setPath(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) apply();
          }}
        />
        <datalist id={listId}>
          {codes
            .filter((code) => !code.isFolder)
            .map((code) => (
              <option key={code.id} value={code.path} />
            ))}
        </datalist>
        <Button variant="primary" isDisabled={!isReady} onPress={apply}>
          {t(ticked.size === 0 ? 'search.codeAll' : 'search.codeTicked', { count })}
        </Button>
      </div>
    </footer>
  );
}
