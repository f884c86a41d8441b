import { FileText, Search, Terminal, TextSearch } from 'lucide-react';
import { useDeferredValue, useRef, useState, type ReactNode } from 'react';
import { Autocomplete, Dialog, Input, Menu, Popover, SearchField } from 'react-aria-components';
import { goToHit, openSearch } from '../features/search/state.ts';
import { useI18n } from '../i18n/use-i18n.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Mark } from '../ui/mark.tsx';
import { MenuItem, MenuSection } from '../ui/menu.tsx';
import { useNavigation } from './navigation.ts';
import { OMNIBOX_COMMANDS } from './omnibox-commands.ts';
import { matching } from './omnibox-items.ts';
import { keysOf } from './shortcut-list.ts';
import { useShortcut } from './shortcuts.ts';
import { useCall } from './use-call.ts';
import './omnibox.css';

/** Hits in the texts that are offered. */
const TEXT_HITS = 5;
const SHORTEST_WORD = 3;
/** Characters shown before a hit. */
const BEFORE_HIT = 20;

/** One field for everything that has a name: documents, codes, commands. */
export function Omnibox(): ReactNode {
  const { t } = useI18n();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  useShortcut('app.omnibox', () => setOpen(true));
  return (
    <>
      <button
        ref={button}
        type="button"
        className="omnibox"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Search size={15} aria-hidden />
        <span>{t('app.omnibox')}</span>
        <Kbd keys={keysOf('app.omnibox')} />
      </button>
      <Popover
        className="omnibox-popover"
        triggerRef={button}
        placement="bottom end"
        offset={-32}
        isOpen={isOpen}
        onOpenChange={setOpen}
      >
        <Dialog className="omnibox-dialog" aria-label={t('app.omnibox')}>
          <div
            className="omnibox-panel"
            onKeyDownCapture={(event) => {
              // Escape would first only empty the field.
              if (event.key === 'Escape') setOpen(false);
            }}
          >
            <OmniboxPanel onDone={() => setOpen(false)} />
          </div>
        </Dialog>
      </Popover>
    </>
  );
}

function OmniboxPanel({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { t } = useI18n();
  const [query, setQuery] = useState('');
  const openDocument = useNavigation((state) => state.openDocument);
  const openQuotations = useNavigation((state) => state.openQuotations);
  const documents = matching(useCall('documents.list', {}).data ?? [], query);
  const codes = matching(useCall('codes.list', {}).data ?? [], query);
  const commands = matching(
    OMNIBOX_COMMANDS.map((command) => ({ ...command, name: t(command.label) })),
    query,
  );
  const words = useDeferredValue(query.trim());
  const texts = useCall(
    'search.find',
    { text: words === '' ? ' ' : words, limit: TEXT_HITS, quick: true },
    { enabled: words.length >= SHORTEST_WORD, keepPrevious: true },
  ).data;
  const hits = words.length >= SHORTEST_WORD ? (texts?.hits ?? []) : [];
  const then = (act: () => void) => (): void => {
    onDone();
    act();
  };
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <SearchField className="omnibox-field" aria-label={t('app.omnibox')} autoFocus>
        <Search size={15} aria-hidden />
        <Input placeholder={t('app.omniboxHint')} />
        <Kbd keys="Escape" />
      </SearchField>
      <Menu
        className="menu omnibox-menu"
        aria-label={t('app.omnibox')}
        renderEmptyState={() => <p className="omnibox-nothing">{t('app.omniboxNothing')}</p>}
      >
        {documents.length > 0 && (
          <MenuSection title={t('app.omniboxDocuments')}>
            {documents.map((document) => (
              <MenuItem
                key={document.id}
                icon={FileText}
                label={document.name}
                hint={t('common.segments', { count: document.codings })}
                onAction={then(() => openDocument(document.id))}
              />
            ))}
          </MenuSection>
        )}
        {codes.length > 0 && (
          <MenuSection title={t('app.omniboxCodes')}>
            {codes.map((code) => (
              <MenuItem
                key={code.id}
                lead={<Mark colour={code.colour} shape={code.shape} />}
                label={code.name}
                onAction={then(() => openQuotations({ codeIds: [code.id] }))}
              />
            ))}
          </MenuSection>
        )}
        {commands.length > 0 && (
          <MenuSection title={t('app.omniboxCommands')}>
            {commands.map(({ id, name, keys, run }) => (
              <MenuItem
                key={id}
                icon={Terminal}
                label={name}
                onAction={then(run)}
                {...(keys === undefined ? {} : { shortcut: keys })}
              />
            ))}
          </MenuSection>
        )}
        {words !== '' && (
          <MenuSection title={t('search.inTexts')}>
            {hits.map((hit) => (
              <MenuItem
                key={`${hit.documentId}:${hit.start}`}
                icon={TextSearch}
                label={hit.snippet.slice(Math.max(0, hit.snippetStart - BEFORE_HIT))}
                hint={hit.documentName}
                onAction={then(() => {
                  openSearch(false, words);
                  goToHit(hit);
                })}
              />
            ))}
            <MenuItem
              key="search"
              icon={Search}
              label={t('search.inAllTexts', { query: words })}
              shortcut={keysOf('search.all')}
              onAction={then(() => openSearch(false, words))}
            />
          </MenuSection>
        )}
      </Menu>
    </Autocomplete>
  );
}
