import { Ellipsis, Search } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { Autocomplete, Dialog, Input, Menu, Popover, SearchField } from 'react-aria-components';
import { useI18n } from '../i18n/use-i18n.ts';
import { Kbd } from '../ui/kbd.tsx';
import { MenuItem, MenuSection } from '../ui/menu.tsx';
import { isShortcut, keysOf } from './shortcut-list.ts';
import { useShortcut } from './shortcuts.ts';
import { useOmniboxSections, type OmniboxItem } from './use-omnibox-sections.tsx';
import './omnibox.css';

/** Items shown of each kind at first, and when all are asked for. */
const SHOWN = 6;
const MOST_SHOWN = 400;

/** One field for everything that has a name: things of the project, commands, words of the texts. */
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
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const sections = useOmniboxSections(query);
  const field = useRef<HTMLInputElement>(null);
  const isBeside = useRef(false);
  const act = ({ run, beside }: OmniboxItem, isAside: boolean): void => {
    onDone();
    (isAside ? (beside ?? run) : run)();
  };
  /** The item in hand: the field keeps the focus and names it. Before it does so, the first. */
  const inHand = (): OmniboxItem | undefined => {
    const active = document.getElementById(field.current?.getAttribute('aria-activedescendant') ?? '');
    const key = active?.dataset['key'];
    const items = sections.flatMap((section) => section.items);
    return key === undefined ? items[0] : items.find((item) => item.key === key);
  };
  return (
    <div
      className="omnibox-list"
      onPointerDownCapture={(event) => {
        isBeside.current = event.ctrlKey || event.metaKey;
      }}
      onKeyDownCapture={(event) => {
        isBeside.current = false;
        const item = isShortcut(event, 'list.openBeside') ? inHand() : undefined;
        if (item === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        act(item, true);
      }}
    >
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField className="omnibox-field" aria-label={t('app.omnibox')} autoFocus>
          <Search size={15} aria-hidden />
          <Input ref={field} placeholder={t('app.omniboxHint')} />
          <Kbd keys="Escape" />
        </SearchField>
        {/* The field keeps the focus; whoever leaves it by Tab can scroll the list. */}
        <div className="omnibox-scroll" tabIndex={0} role="group" aria-label={t('app.omnibox')}>
          <Menu
            className="menu omnibox-menu"
            aria-label={t('app.omnibox')}
            renderEmptyState={() => <p className="omnibox-nothing">{t('app.omniboxNothing')}</p>}
          >
            {sections.map((section) => (
              <MenuSection key={section.id} title={section.title}>
                {section.items.slice(0, whole.has(section.id) ? MOST_SHOWN : SHOWN).map((item) => (
                  <MenuItem
                    key={item.key}
                    id={item.key}
                    label={item.label}
                    onAction={() => act(item, isBeside.current)}
                    {...(item.icon === undefined ? {} : { icon: item.icon })}
                    {...(item.lead === undefined ? {} : { lead: item.lead })}
                    {...(item.hint === undefined ? {} : { hint: item.hint })}
                    {...(item.shortcut === undefined ? {} : { shortcut: item.shortcut })}
                  />
                ))}
                {section.items.length > SHOWN && !whole.has(section.id) && (
                  <MenuItem
                    id={`all:${section.id}`}
                    icon={Ellipsis}
                    label={t('app.omniboxAll', { count: section.items.length })}
                    onAction={() => setWhole(new Set([...whole, section.id]))}
                  />
                )}
                {section.rest !== undefined && (
                  <MenuItem
                    id={`rest:${section.id}`}
                    icon={Ellipsis}
                    label={t('app.omniboxAll', { count: section.rest.total })}
                    onAction={() => {
                      onDone();
                      section.rest?.show();
                    }}
                  />
                )}
              </MenuSection>
            ))}
          </Menu>
        </div>
      </Autocomplete>
    </div>
  );
}
