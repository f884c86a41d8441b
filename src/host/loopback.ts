import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { MAX_MESSAGE_BYTES } from '../contract/wire.ts';
import type { Core } from './core.ts';
import { Connection } from './loopback/connection.ts';
import { Guard } from './loopback/guard.ts';
import { IdleWatch } from './loopback/idle.ts';
import { LaunchCodes } from './loopback/launch.ts';
import { Pages } from './loopback/pages.ts';

export interface LoopbackOptions {
  readonly core: Core;
  /** 0 takes any free port. */
  readonly port: number;
  /** Holds the built window; nothing else is served. */
  readonly rendererDir: string;
  /** How long nobody must have been there, after somebody was, for `onIdle` to be called; absent: never. */
  readonly idleMs?: number;
  readonly onIdle?: () => void;
  /** Shows the window in the browser, when another start of the program by the same person asks for it. */
  readonly onShow?: () => void;
}

export interface Loopback {
  /** For the person at the terminal: it lets one browser in, whenever that is. */
  readonly address: string;
  readonly port: number;
  readonly token: string;
  /** An address for starting a browser with: it works once, and only for a minute. */
  launchAddress(onUse?: () => void): string;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
/** The WebSocket code for « going away ». */
const GOING_AWAY = 1001;
const CLOSE_WITHIN_MS = 500;
const LAUNCH_MS = 60_000;

/**
 * Serves the window and carries its calls, on this machine's loopback address only. Rejects with the system's error
 * (`EADDRINUSE`, `EACCES`) when the port cannot be had.
 */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const server = createServer({ maxHeaderSize: 16 * 1024 });
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  const guard = new Guard(port);
  const launches = new LaunchCodes();
  const addressFor = (validMs: number, onUse?: () => void): string =>
    `http://${LOOPBACK}:${port}/open?once=${launches.make(validMs, onUse)}`;
  const launchAddress = (onUse?: () => void): string => addressFor(LAUNCH_MS, onUse);
  const pages = new Pages({
    guard,
    launches,
    core: options.core,
    rendererDir: options.rendererDir,
    port,
    launchAddress: () => launchAddress(),
    show: () => options.onShow?.(),
  });
  const idle = new IdleWatch(options.idleMs, () => options.onIdle?.());
  const sockets = acceptSockets(server, guard, options.core, idle);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void pages.answer(request, response);
  });
  return {
    address: addressFor(Infinity),
    port,
    token: guard.token,
    launchAddress,
    close: async () => {
      idle.stop();
      await sockets.close();
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, refuse) => {
    server.once('error', refuse);
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      server.off('error', refuse);
      done();
    });
  });
}

/** Lets windows in that show the token, and passes the core's events on to all of them. */
function acceptSockets(
  server: Server,
  guard: Guard,
  core: Core,
  idle: IdleWatch,
): { close(): Promise<void> } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: (_offered, request) => guard.protocolOf(request) ?? false,
  });
  const windows = new Set<Connection>();
  const unsubscribe = core.subscribe((event) => {
    // Progress belongs to one call and so to one window; the core tells it to that call.
    if (event.type === 'progress') return;
    for (const window of windows) window.send(event);
  });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy());
    const refused = refusalOf(request, guard);
    if (refused !== null) {
      stream.end(`HTTP/1.1 ${refused}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      const window = new Connection(socket, core);
      windows.add(window);
      idle.joined();
      socket.on('close', () => {
        windows.delete(window);
        idle.left();
      });
    });
  });
  return {
    close: async () => {
      await Promise.all([...windows].map((window) => window.askToWrite()));
      unsubscribe();
      await closeSockets(sockets);
    },
  };
}

function refusalOf(request: IncomingMessage, guard: Guard): string | null {
  if (!guard.hasOurHost(request)) return '421 Misdirected Request';
  if (!guard.hasOurOrigin(request)) return '403 Forbidden';
  if (request.url !== '/socket') return '404 Not Found';
  return guard.protocolOf(request) === null ? '401 Unauthorized' : null;
}

/** Says goodbye to every window, and does not wait long for theirs. */
async function closeSockets(sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.close(GOING_AWAY);
  const timer = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate();
  }, CLOSE_WITHIN_MS);
  await new Promise<void>((done) => sockets.close(() => done()));
  clearTimeout(timer);
}
