import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Footprints } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SearchField } from '../../ui/field.tsx';
import { startTour } from '../tour/tour-store.ts';
import { HelpPage } from './help-page.tsx';
import { findPages, helpPages, SHORTCUTS_PAGE } from './pages.ts';
import { ShortcutPage } from './shortcut-page.tsx';
import './help-dialog.css';

interface HelpDialogProps {
  /** The page to begin with. */
  readonly page?: string;
  readonly onClose: () => void;
}

/** The help by subjects, with every shortcut. */
export function HelpDialog({ page = SHORTCUTS_PAGE, onClose }: HelpDialogProps): ReactNode {
  const { t, locale } = useI18n();
  const [id, setId] = useState(page);
  const [search, setSearch] = useState('');
  const pages = useMemo(() => helpPages(locale, t('help.shortcuts')), [locale, t]);
  const found = findPages(pages, search);
  // What a search leaves in hand is its first page, until another is chosen.
  const shown = found.find((each) => each.id === id) ?? found[0];
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (body.current !== null) body.current.scrollTop = 0;
  }, [shown?.id]);
  return (
    <Dialog title={t('help.title')} isOpen onClose={onClose} size="huge" flush>
      <div className="help">
        <nav className="help-side" aria-label={t('help.subjects')}>
          <SearchField label={t('help.search')} value={search} onChange={setSearch} />
          <ListBox
            className="help-subjects"
            aria-label={t('help.subjects')}
            selectionMode="single"
            selectionBehavior="replace"
            disallowEmptySelection
            selectedKeys={shown === undefined ? [] : [shown.id]}
            onSelectionChange={(keys) => {
              if (keys !== 'all') for (const key of keys) setId(String(key));
            }}
            renderEmptyState={() => <p className="help-none">{t('help.nothing')}</p>}
          >
            {found.map((each) => (
              <ListBoxItem key={each.id} id={each.id} textValue={each.title} className="help-subject">
                {each.title}
              </ListBoxItem>
            ))}
          </ListBox>
          <Button icon={Footprints} onPress={() => void startTour()}>
            {t('tour.start')}
          </Button>
        </nav>
        <div ref={body} className="help-body" tabIndex={0} role="region" aria-label={shown?.title}>
          {shown?.id === SHORTCUTS_PAGE && <ShortcutPage />}
          {shown !== undefined && shown.id !== SHORTCUTS_PAGE && (
            <HelpPage
              text={shown.text}
              onPage={(next) => {
                setSearch('');
                setId(next);
              }}
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}
