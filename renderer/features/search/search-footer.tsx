import { WandSparkles } from 'lucide-react';
import { useId, useRef, useState, type ReactNode } from 'react';
import type { SearchUnit } from '../../../src/search/contract.ts';
import { openAutoCode } from '../../app/windows.ts';
import { useCall } from '../../app/use-call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { START } from '../auto-coding/draft.ts';
import { codeHits } from './code-hits.ts';
import { SearchProgress } from './search-progress.tsx';
import { useSearch, type Reached } from './state.ts';
import { inputOf } from './use-search.ts';

const UNITS: readonly SearchUnit[] = ['match', 'sentence', 'paragraph', 'turn'];

/** Codes the ticked hits, or all of them, by what stands around each. */
export function SearchFooter({
  documentId,
  total,
  isWhole,
}: {
  readonly documentId: number | null;
  readonly total: number;
  /** Whether the total is that of all texts. */
  readonly isWhole: boolean;
}): ReactNode {
  const { t } = useI18n();
  const { unit, ticked } = useSearch();
  const codes = useCall('codes.list', {}).data ?? [];
  const [path, setPath] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [reached, setReached] = useState<Reached | null>(null);
  const stopping = useRef(new AbortController());
  const listId = useId();
  const count = ticked.size === 0 ? total : ticked.size;
  const isReady = count > 0 && path.trim() !== '' && !isBusy;
  const apply = (): void => {
    if (!isReady) return;
    setBusy(true);
    setReached(null);
    stopping.current = new AbortController();
    const onProgress = (done: number, of: number): void => setReached({ done, of });
    void codeHits(path.trim(), documentId, { signal: stopping.current.signal, onProgress }).then((done) => {
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
          {ticked.size === 0 && !isWhole
            ? t('search.codeEvery')
            : t(ticked.size === 0 ? 'search.codeAll' : 'search.codeTicked', { count })}
        </Button>
      </div>
      <Button
        size="small"
        icon={WandSparkles}
        isDisabled={total === 0}
        onPress={() => lookFirst(documentId, path.trim())}
      >
        {t('search.lookFirst')}
      </Button>
      {isBusy && reached !== null && (
        <SearchProgress reached={reached} onStop={() => stopping.current.abort()} />
      )}
    </footer>
  );
}

/** Shows all hits of the search before any is coded, in the window for that. */
function lookFirst(documentId: number | null, codePath: string): void {
  const state = useSearch.getState();
  const { documentIds, within, text, respectAccents = false, ...search } = inputOf(state, documentId);
  openAutoCode({
    kind: 'search',
    codePath,
    query: text,
    search,
    respectAccents,
    limits: {
      ...(documentIds === undefined ? {} : { documentIds }),
      ...(within === undefined ? {} : { within }),
    },
    units: { ...START.units, search: state.unit },
  });
}
