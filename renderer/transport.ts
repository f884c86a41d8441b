import type { Transport } from '../src/contract/client.ts';
import { DesktopTransport } from './app/desktop-transport.ts';
import { useSession, type Connection } from './app/session.ts';
import { browserShell } from './app/shell-browser.ts';
import { desktopShell } from './app/shell-desktop.ts';
import type { Shell } from './app/shell.ts';
import { SocketTransport } from './app/socket-transport.ts';
import { takeToken } from './app/token.ts';
import { currentLocale } from './i18n/use-i18n.ts';

export interface Doors {
  readonly transport: Transport;
  readonly shell: Shell;
}

/** The bridge of the desktop where there is one, else a WebSocket to the page's own origin. */
export function openDoors(): Doors {
  const bridge = window.repere;
  if (bridge !== undefined) {
    setConnection('connected');
    return { transport: new DesktopTransport(bridge, currentLocale), shell: desktopShell(bridge) };
  }
  const token = takeToken();
  const transport = new SocketTransport({
    connect: () => new WebSocket(socketAddress(), [`repere.${token}`]),
    locale: currentLocale,
    onConnection: setConnection,
    probe: serverAnswers,
  });
  return { transport, shell: browserShell(token) };
}

function setConnection(connection: Connection): void {
  useSession.setState({ connection });
}

function socketAddress(): string {
  const address = new URL('/socket', location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return address.href;
}

async function serverAnswers(): Promise<boolean> {
  try {
    return (await fetch('./', { method: 'HEAD', cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
