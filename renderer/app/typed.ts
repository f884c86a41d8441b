/** What is typed is written at the latest this long after its first key, in milliseconds. */
export const LONGEST_WAIT_MS = 2_000;
/** How long whoever closes the program waits for what is typed, in milliseconds. */
const CLOSING_WAIT_MS = 2_000;

/** Writes what is typed in one place; resolves when the core has it, or has refused it. */
type Write = () => Promise<unknown>;

interface Waiting {
  readonly write: Write;
  readonly pause: ReturnType<typeof setTimeout>;
  readonly latest: ReturnType<typeof setTimeout>;
}

const waiting = new Map<object, Waiting>();
const running = new Set<Promise<unknown>>();

/**
 * Says that something was typed in the place `owner`: it is written when the keys rest for `pauseMs`, at the latest
 * {@link LONGEST_WAIT_MS} after the first of them, and before anything that could lose it.
 */
export function typed(owner: object, write: Write, pauseMs: number): void {
  const before = waiting.get(owner);
  if (before !== undefined) clearTimeout(before.pause);
  waiting.set(owner, {
    write,
    pause: setTimeout(() => void writeTyped(owner), pauseMs),
    latest: before?.latest ?? setTimeout(() => void writeTyped(owner), LONGEST_WAIT_MS),
  });
}

/** Writes what waits in one place now. */
export function writeTyped(owner: object): Promise<unknown> {
  const entry = forgetTyped(owner);
  return entry === undefined ? Promise.resolve() : onItsWay(entry.write()).catch(() => undefined);
}

/** What waits in one place is taken back, or was written otherwise. */
export function forgetTyped(owner: object): Waiting | undefined {
  const entry = waiting.get(owner);
  if (entry === undefined) return undefined;
  clearTimeout(entry.pause);
  clearTimeout(entry.latest);
  waiting.delete(owner);
  return entry;
}

/** Keeps in mind that something is on its way to the core: whoever closes the program waits for it. */
export function onItsWay<T>(work: Promise<T>): Promise<T> {
  running.add(work);
  const gone = (): void => void running.delete(work);
  work.then(gone, gone);
  return work;
}

/**
 * Writes everything that is typed anywhere in this window; resolves when the core has answered all of it, or after two
 * seconds. Fields that are written when they are left are left for a moment.
 */
export async function writeAllTyped(): Promise<void> {
  leaveField();
  for (const owner of waiting.keys()) void writeTyped(owner);
  const late = new Promise((done) => setTimeout(done, CLOSING_WAIT_MS));
  // What is written may lead to more: a text that waits for the one before it.
  while (running.size > 0) {
    const all = Promise.allSettled(running).then(() => 'done');
    if ((await Promise.race([all, late])) !== 'done') return;
  }
}

/** Whether anything typed has not been answered yet. */
export function hasTyped(): boolean {
  return waiting.size > 0 || running.size > 0;
}

/** A field that keeps its words until it is left gives them up, and gets the caret back. */
function leaveField(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  const { selectionStart, selectionEnd } = field;
  field.blur();
  if (document.visibilityState !== 'visible' || !field.isConnected) return;
  field.focus({ preventScroll: true });
  if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd);
}

/** Writes what is typed whenever the page may go: closed, reloaded, put away, or asked to by the program that ends. */
export function watchLeaving(): () => void {
  const leave = (): void => void writeAllTyped();
  const hide = (): void => {
    if (document.visibilityState === 'hidden') leave();
  };
  const ask = (event: BeforeUnloadEvent): void => {
    leave();
    // While an answer is missing the browser asks, and the answer comes meanwhile.
    if (hasTyped()) event.preventDefault();
  };
  window.addEventListener('pagehide', leave);
  window.addEventListener('beforeunload', ask);
  document.addEventListener('visibilitychange', hide);
  return () => {
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('beforeunload', ask);
    document.removeEventListener('visibilitychange', hide);
  };
}
