import { parseArgs } from 'node:util';
import { describeError } from '../errors/describe.ts';
import type { Locale } from '../settings/contract.ts';
import { startBrowserShell, type BrowserShell } from './browser-shell.ts';
import { systemLocale } from './system-locale.ts';

const SENTENCES = {
  fr: {
    address: (address: string) => `Repère est ouvert à l’adresse ${address}`,
    stop: 'Ctrl+C pour arrêter.',
    portTaken: (port: string) => `Le port ${port} est déjà pris. Choisissez-en un autre, ou aucun.`,
    portDenied: (port: string) =>
      `Le port ${port} est réservé au système. Choisissez-en un au-dessus de 1023.`,
  },
  en: {
    address: (address: string) => `Repère is open at ${address}`,
    stop: 'Ctrl+C to stop.',
    portTaken: (port: string) => `Port ${port} is already taken. Choose another, or none.`,
    portDenied: (port: string) => `Port ${port} is reserved for the system. Choose one above 1023.`,
  },
} as const;

/**
 * Runs the browser shell until it is stopped or left: `[FILE] [--port N] [--no-open] [--idle SECONDS]`.
 * Prints one line with the address on stdout. Answers the exit code.
 */
export async function runShell(args: readonly string[]): Promise<number> {
  const locale = systemLocale();
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
      idle: { type: 'string' },
    },
  });
  const [file] = positionals;
  try {
    const shell = await startBrowserShell({
      ...(file === undefined ? {} : { file }),
      port: Number(values.port),
      open: !values['no-open'],
      ...(values.idle === undefined ? {} : { idleMs: Number(values.idle) * 1000 }),
      locale,
    });
    process.stdout.write(`${SENTENCES[locale].address(shell.address)}\n`);
    if (process.stdout.isTTY) process.stderr.write(`${SENTENCES[locale].stop}\n`);
    await untilEnded(shell);
    return 0;
  } catch (error) {
    process.stderr.write(`${explain(error, values.port, locale)}\n`);
    return 1;
  }
}

/** Waits for the shell's end; a signal asks for it, a second one does not wait. */
export async function untilEnded(shell: BrowserShell): Promise<void> {
  const stop = () => void shell.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await shell.ended;
  process.off('SIGINT', stop);
  process.off('SIGTERM', stop);
}

/** The sentence for the person when the shell could not start. */
export function explain(error: unknown, port: string, locale: Locale): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return SENTENCES[locale].portTaken(port);
  if (code === 'EACCES') return SENTENCES[locale].portDenied(port);
  return describeError(error, locale).message;
}
