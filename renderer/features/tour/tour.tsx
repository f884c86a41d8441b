import { Check, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useNavigation } from '../../app/navigation.ts';
import { Region } from '../../app/region.tsx';
import { useSession } from '../../app/session.ts';
import { RichText } from '../../i18n/rich-text.tsx';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { keyWords } from './key-words.ts';
import { placeCallout, type Box } from './place-callout.ts';
import { TOUR, type TourStep } from './steps.ts';
import { goToStep, leaveTour, useTour } from './tour-store.ts';
import { useTourState } from './use-tour-state.ts';
import './tour.css';

const CALLOUT = { width: 328, height: 210 };
/** How long the tick of a gesture that was made is seen before the next step. */
const SEEN_MS = 900;
/** How often the callout looks where its target is: lists come in, panels open, the window changes. */
const LOOK_MS = 200;

/** The guided tour: a callout beside what it speaks of. The program stays free to be used. */
export function Tour(): ReactNode {
  const isRunning = useTour((state) => state.isRunning);
  const at = useTour((state) => state.at);
  const isOpen = useSession((state) => state.project !== null);
  const step = TOUR[at];
  if (!isRunning || !isOpen || step === undefined) return null;
  return <Callout step={step} at={at} />;
}

function Callout({ step, at }: { readonly step: TourStep; readonly at: number }): ReactNode {
  const { t, locale } = useI18n();
  const element = useRef<HTMLElement>(null);
  const { target, left, top } = usePlaceBeside(step, element);
  useShow(step);
  const isLast = at === TOUR.length - 1;
  return (
    <>
      {target !== null && <div className="tour-ring" style={target} aria-hidden />}
      <Region
        ref={element}
        name={t('tour.title')}
        className="tour"
        style={{ left, top, width: CALLOUT.width }}
        data-own-keys
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          leaveTour();
        }}
      >
        <header className="tour-head">
          <span className="tour-step">{t('tour.step', { at: at + 1, total: TOUR.length })}</span>
          <IconButton label={t('tour.leave')} icon={X} onPress={leaveTour} />
        </header>
        <div role="status">
          <h2>{t(step.title)}</h2>
          <p>
            <RichText text={t(step.text, keyWords(locale))} />
          </p>
          <Gesture key={step.id} step={step} at={at} />
        </div>
        <footer className="tour-foot">
          <Button size="small" isDisabled={at === 0} onPress={() => goToStep(at - 1)}>
            {t('tour.back')}
          </Button>
          <Button size="small" variant="primary" onPress={() => goToStep(at + 1)}>
            {t(isLast ? 'tour.end' : step.isDone === undefined ? 'tour.next' : 'tour.skip')}
          </Button>
        </footer>
      </Region>
    </>
  );
}

/** Watches for the gesture of one step, says that it was made, and goes on. */
function Gesture({ step, at }: { readonly step: TourStep; readonly at: number }): ReactNode {
  const { t } = useI18n();
  const isDone = useIsDone(step);
  useEffect(() => {
    if (!isDone) return undefined;
    const timer = setTimeout(() => goToStep(at + 1), SEEN_MS);
    return () => clearTimeout(timer);
  }, [isDone, at]);
  if (!isDone) return null;
  return (
    <p className="tour-done">
      <Check size={15} aria-hidden /> {t('tour.done')}
    </p>
  );
}

/** Shows the screen that a step is about, once. */
function useShow({ screen }: TourStep): void {
  useEffect(() => {
    if (screen !== undefined) useNavigation.getState().show(screen);
  }, [screen]);
}

/** Whether the gesture of the step was made since it began. */
function useIsDone({ isDone }: TourStep): boolean {
  const now = useTourState();
  const [start, setStart] = useState(now);
  if (start === null && now !== null) setStart(now);
  return isDone !== undefined && now !== null && start !== null && isDone(now, start);
}

interface Placed {
  readonly target: Box | null;
  readonly left: number;
  readonly top: number;
}

function usePlaceBeside(
  { target: selectors }: TourStep,
  element: { readonly current: HTMLElement | null },
): Placed {
  const [placed, setPlaced] = useState<Placed>({ target: null, left: 0, top: 0 });
  useLayoutEffect(() => {
    const look = (): void => {
      const target = boxOfFirst(selectors);
      const view = { width: window.innerWidth, height: window.innerHeight };
      const height = element.current?.offsetHeight ?? CALLOUT.height;
      const now = { target, ...placeCallout(target, { width: CALLOUT.width, height }, view) };
      setPlaced((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    window.addEventListener('resize', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('resize', look);
    };
  }, [selectors, element]);
  return placed;
}

/** The first element that is seen, as far as it is in the window. */
function boxOfFirst(selectors: readonly string[]): Box | null {
  for (const selector of selectors)
    for (const element of document.querySelectorAll(selector)) {
      const box = seenBox(element);
      if (box.width > 0 && box.height > 0) return box;
    }
  return null;
}

/** The part of an element that is not cut off by what it scrolls in. */
function seenBox(element: Element): Box {
  let { left, top, right, bottom } = element.getBoundingClientRect();
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    if (around !== document.documentElement && getComputedStyle(around).overflowY === 'visible') continue;
    const frame = around.getBoundingClientRect();
    left = Math.max(left, frame.left);
    top = Math.max(top, frame.top);
    right = Math.min(right, frame.right);
    bottom = Math.min(bottom, frame.bottom);
  }
  return { left, top, width: right - left, height: bottom - top };
}
