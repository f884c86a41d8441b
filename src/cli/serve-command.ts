import { resolve } from 'node:path';
import type { Command } from 'commander';
import { explain, untilEnded } from '../host/run-shell.ts';
import { OpenElsewhere, startBrowserShell } from '../host/browser-shell.ts';
import { findPlaces } from '../host/paths.ts';
import { cliLocale, type CommonOptions } from './context.ts';
import { addCommand } from './define-command.ts';
import { CommandFailed, UsageError } from './failure.ts';

interface ServeOptions extends CommonOptions {
  readonly port?: string;
  readonly open: boolean;
}

/** The window in an ordinary browser: prints one line with the address and its token, then stays. */
export function addServeCommand(program: Command): void {
  addCommand(program, 'serve [file]', 'show the window in a browser of this machine')
    .option('--port <number>', 'port on 127.0.0.1; any free one when absent')
    .option('--no-open', 'do not open the browser')
    .action(serve);
}

async function serve(file: string | undefined, options: ServeOptions): Promise<void> {
  const port = options.port ?? '0';
  if (!/^\d{1,5}$/u.test(port) || Number(port) > 65_535) throw new UsageError('--port 0…65535');
  const places = { ...findPlaces(), ...(options.coder === undefined ? {} : { coderName: options.coder }) };
  const locale = cliLocale(options.lang, places.dataDir);
  let shell;
  try {
    shell = await startBrowserShell({
      port: Number(port),
      open: options.open,
      locale,
      places,
      ...(file === undefined ? {} : { file: resolve(file) }),
    });
  } catch (error) {
    if (error instanceof OpenElsewhere) return printAddress(error.address, options.json === true);
    throw new CommandFailed(explain(error, port, locale), { cause: error });
  }
  printAddress(shell.address, options.json === true);
  await untilEnded(shell);
}

function printAddress(address: string, json: boolean): void {
  process.stdout.write(json ? `${JSON.stringify({ address })}\n` : `${address}\n`);
}
