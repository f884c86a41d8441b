import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forgetProject } from '../../../renderer/app/per-project.ts';
import { useMemosView } from '../../../renderer/features/memos/state.ts';
import { useSearch } from '../../../renderer/features/search/state.ts';

const RENDERER = join(import.meta.dirname, '../../../renderer');

/** What is this window's or this machine's, whatever project is open, or goes by the project itself. */
const NOT_OF_ONE_PROJECT = new Set([
  'usePanelMemory',
  'useAsked',
  'useToasts',
  'useBoundKeys',
  'useSaving',
  'useSession',
  'useNavigation',
  'useWindows',
  'useIncoming',
  'usePathQuestion',
  'usePlaces',
  'useHosts',
  'useScreenLoading',
  'useLocaleStore',
  'useBackupsWindow',
  'useDamaged',
  'useLocked',
  'useTour',
  'usePreparing',
  // These keep what they hold with the project it is of.
  'useTree',
  'useCopied',
  'useRecents',
]);

test('every store is said to be of the project, or known not to be', () => {
  const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/u.test(name),
  );
  const unknown = files.flatMap((name) =>
    [...readFileSync(join(RENDERER, name), 'utf8').matchAll(/const (use\w+) = create[<(]/gu)]
      .map(([, store = '']) => store)
      .filter((store) => !NOT_OF_ONE_PROJECT.has(store)),
  );
  expect(unknown).toEqual([]);
});

test('nothing of one project is seen in the next', () => {
  useSearch.setState({ query: 'entraide', filter: { participantIds: [3] }, codeIds: [7], isOpen: true });
  useMemosView.setState({ text: 'doute', author: 'Sam', memoId: 4 });
  forgetProject();
  expect(useSearch.getState()).toEqual(useSearch.getInitialState());
  expect(useSearch.getState()).toMatchObject({ query: '', filter: {}, codeIds: null, isOpen: false });
  expect(useMemosView.getState()).toMatchObject({ text: '', author: null, memoId: null });
});
