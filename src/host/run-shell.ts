import { parseArgs } from 'node:util';
import { describeError } from '../errors/describe.ts';
import type { Locale } from '../settings/contract.ts';
import { OpenElsewhere, startBrowserShell, type BrowserShell } from './browser-shell.ts';
import { systemLocale } from './system-locale.ts';

const SENTENCES = {
  fr: {
    address: (address: string) => `Repère est ouvert à l’adresse ${address}`,
    stop: 'Ctrl+C pour arrêter.',
    elsewhere: (address: string) => `Ce projet est déjà ouvert ; sa fenêtre est à l’adresse ${address}`,
    usage: 'Les options sont [FICHIER.repere] [--port N] [--no-open].',
    portTaken: (port: string) => `Le port ${port} est déjà pris. Choisissez-en un autre, ou aucun.`,
    portDenied: (port: string) =>
      `Le port ${port} est réservé au système. Choisissez-en un au-dessus de 1023.`,
  },
  en: {
    address: (address: string) => `Repère is open at ${address}`,
    stop: 'Ctrl+C to stop.',
    elsewhere: (address: string) => `This project is open already; its window is at ${address}`,
    usage: 'The options are [FILE.repere] [--port N] [--no-open].',
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
  const asked = shellArguments(args);
  if (asked === null) {
    process.stderr.write(`${SENTENCES[locale].usage}\n`);
    return 2;
  }
  const { values, file } = asked;
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
    if (error instanceof OpenElsewhere) {
      process.stdout.write(`${SENTENCES[locale].elsewhere(error.address)}\n`);
      return 0;
    }
    process.stderr.write(`${explain(error, values.port, locale)}\n`);
    return 1;
  }
}

interface ShellArguments {
  readonly values: { readonly port: string; readonly 'no-open': boolean; readonly idle?: string | undefined };
  readonly file: string | undefined;
}

/** `null` for what is no way to start the shell. */
function shellArguments(args: readonly string[]): ShellArguments | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        port: { type: 'string', default: '0' },
        'no-open': { type: 'boolean', default: false },
        idle: { type: 'string' },
      },
    });
    const isPort = /^\d{1,5}$/u.test(values.port) && Number(values.port) <= 65_535;
    const fits = positionals.length <= 1 && isPort && !Number.isNaN(Number(values.idle ?? 0));
    return fits ? { values, file: positionals[0] } : null;
  } catch {
    return null;
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Waits for the shell's end; a signal asks for it, a second one does not wait. */
export async function untilEnded(shell: BrowserShell): Promise<void> {
  const stop = () => void shell.close();
  for (const signal of SIGNALS) process.once(signal, stop);
  await shell.ended;
  for (const signal of SIGNALS) process.off(signal, stop);
}

/** The sentence for the person when the shell could not start. */
export function explain(error: unknown, port: string, locale: Locale): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return SENTENCES[locale].portTaken(port);
  if (code === 'EACCES') return SENTENCES[locale].portDenied(port);
  return describeError(error, locale).message;
}
