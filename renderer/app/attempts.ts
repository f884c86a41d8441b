/** A command that was to write what somebody typed. */
export interface Call {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** What became of the writing of something typed: which command it led to, and why it was refused. */
export interface Attempt {
  call: Call | null;
  /** Of the last refusal; `null`: none. */
  code: string | null;
}

let current: Attempt | null = null;

/** Runs `write` and notes the command that it begins with, so that the same can be tried again later. */
export function noting<T>(attempt: Attempt, write: () => T): T {
  const outer = current;
  current = attempt;
  try {
    return write();
  } finally {
    current = outer;
  }
}

/** To be called by whatever begins a command; answers where to note why it was refused. */
export function noteCall(name: string, input: unknown): Attempt | null {
  if (current !== null && current.call === null && typeof input === 'object' && input !== null)
    current.call = { name, input: { ...input } };
  return current;
}
