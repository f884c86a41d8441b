import { lazy, Suspense, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { isShortcut } from '../../app/shortcut-list.ts';
import { forgetTyped, onItsWay, typed } from '../../app/typed.ts';
import { leaveWords, writeWords } from '../../app/unsaved.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { MemoText } from './memo-text.tsx';
import './memo-field.css';

/** Reading Markdown is loaded when a memo is read so for the first time. */
const MemoPreview = lazy(async () => ({ default: (await import('./memo-preview.tsx')).MemoPreview }));

const PAUSE_MS = 400;

/** The last request that was followed: a field that opens because of one still gets the caret. */
let followed = 0;

function isNewRequest(request: number): boolean {
  const isNew = request > followed;
  followed = request;
  return isNew;
}

/** What is being typed, and the texts it came from: what the field showed, and what was saved of it on the way. */
interface Draft {
  readonly text: string;
  readonly known: readonly string[];
}

export interface MemoFieldProps {
  /** Another owner is another field: what was being written for the last one is saved first. */
  readonly owner: string;
  readonly label: string;
  /** Where the memo belongs, for words of it that wait to be written; absent: the label says it. */
  readonly place?: string;
  readonly value: string;
  /** Another number puts the caret into the field. */
  readonly focusRequest: number;
  readonly isReadOnly?: boolean;
  readonly onSave: (body: string) => Promise<boolean>;
}

/** A memo that grows with its text and saves itself when the person pauses, leaves, or goes to another thing. */
export function MemoField(props: MemoFieldProps): ReactNode {
  return <OwnedField key={props.owner} {...props} />;
}

function OwnedField(props: MemoFieldProps): ReactNode {
  const { label, value, focusRequest, isReadOnly = false, onSave } = props;
  const { t } = useI18n();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  /** What another window had written when this one wrote over it. */
  const [overwritten, setOverwritten] = useState<string | null>(null);
  const pending = useRef<Draft | null>(null);
  const place = props.place === undefined ? label : t('unsaved.memoOf', { label, name: props.place });
  const latest = useRef({ save: onSave, value, place });
  useEffect(() => {
    latest.current = { save: onSave, value, place };
  });
  const flush = useRef((): Promise<void> => {
    const waiting = pending.current;
    forgetTyped(pending);
    if (waiting === null) return Promise.resolve();
    pending.current = null;
    const { text, known } = waiting;
    const other = latest.current.value;
    if (other !== text && !known.includes(other)) setOverwritten(other);
    const next = { text, known: [...known, other, text] };
    setDraft((now) => (now === null ? null : { ...now, known: next.known }));
    const words = { place: latest.current.place, text };
    const save = (): Promise<boolean> => latest.current.save(text);
    return writeWords(pending, words, save, flush.current).then((done) => {
      // What was refused is tried again when the field is left; what the core keeps shows again, unless the person
      // went on writing.
      if (!done) pending.current ??= next;
      else if (pending.current === null) setDraft(null);
    });
  });
  const write = (text: string): void => {
    const written = { text, known: draft?.known ?? [value] };
    setDraft(written);
    pending.current = written;
    typed(pending, () => flush.current(), PAUSE_MS);
  };
  useEffect(() => {
    const leave = flush.current;
    return () => {
      void onItsWay(leave()).finally(() => leaveWords(pending));
    };
  }, []);
  const [isPreview, setPreview] = useState(false);
  const [asked, setAsked] = useState(focusRequest);
  if (asked !== focusRequest) {
    // Who asks for the field wants to write.
    setAsked(focusRequest);
    setPreview(false);
  }
  const wantsFocus = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    // The keys go on where the person is: in the text, or on the switch that leads back to it.
    (field.current ?? box.current?.querySelector<HTMLElement>('[aria-checked="true"]'))?.focus();
  }, [isPreview]);
  useEffect(() => {
    if (!isNewRequest(focusRequest)) return;
    const element = field.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, [focusRequest]);
  const shown = draft?.text ?? value;
  return (
    <div
      ref={box}
      className="memo-field"
      onKeyDown={(event) => {
        if (!isShortcut(event.nativeEvent, 'memo.preview')) return;
        event.preventDefault();
        event.stopPropagation();
        void flush.current();
        setPreview(!isPreview);
        wantsFocus.current = true;
      }}
    >
      <div className="memo-label">
        {isPreview ? <span>{label}</span> : <label htmlFor={id}>{label}</label>}
        <Segmented
          label={t('memos.view')}
          options={[
            { id: 'write', label: t('memos.write') },
            { id: 'preview', label: t('memos.preview') },
          ]}
          value={isPreview ? 'preview' : 'write'}
          onChange={(view) => setPreview(view === 'preview')}
        />
      </div>
      {isPreview ? (
        <Suspense fallback={<div className="memo-preview" />}>
          <MemoPreview body={shown} />
        </Suspense>
      ) : (
        <MemoText
          id={id}
          field={field}
          value={shown}
          onChange={write}
          isReadOnly={isReadOnly}
          onBlur={() => void flush.current()}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            focusText();
          }}
        />
      )}
      {overwritten !== null && (
        <div className="memo-other" role="status">
          <p>{t('memos.overwritten')}</p>
          <Button
            size="small"
            onPress={() => {
              setOverwritten(null);
              write(overwritten);
              void flush.current();
            }}
          >
            {t('memos.takeOther')}
          </Button>
          <Button size="small" variant="quiet" onPress={() => setOverwritten(null)}>
            {t('memos.keepMine')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The keyboard goes back to the text, of the reader in hand where there are two. */
function focusText(): void {
  const text =
    document.querySelector<HTMLElement>('[data-active] .tr-scroll') ??
    document.querySelector<HTMLElement>('.tr-scroll');
  text?.focus({ preventScroll: true });
}
