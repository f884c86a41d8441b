import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect as netConnect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { startLoopback, type Loopback } from '../../src/host/loopback.ts';
import { LaunchCodes } from '../../src/host/loopback/launch.ts';
import { FakeCore } from '../helpers/fake-core.ts';

const core = new FakeCore();
let server: Loopback;
let folder: string;

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repere-secure-'));
  const rendererDir = join(folder, 'renderer');
  await mkdir(join(rendererDir, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(
    join(rendererDir, 'index.html'),
    '<!doctype html><html lang="fr"><head><title>R</title></head></html>',
  );
  await writeFile(join(rendererDir, 'assets', 'index-x.js'), 'export {};');
  await writeFile(join(rendererDir, '.hidden.txt'), 'hidden');
  await writeFile(join(rendererDir, 'data.sqlite'), 'unknown kind');
  await symlink(join(folder, 'secret.txt'), join(rendererDir, 'link.txt'));
  server = await startLoopback({ core, port: 0, rendererDir });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** The path goes out exactly as given, which `fetch` would not do. */
function get(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body?: Uint8Array,
): Promise<Got> {
  return new Promise((done, refuse) => {
    const request = httpRequest(
      { host: '127.0.0.1', port: server.port, path, method, headers },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      },
    );
    request.on('error', refuse);
    request.end(body);
  });
}

const origin = () => `http://127.0.0.1:${server.port}`;
const bearer = () => ({ Origin: origin(), Authorization: `Bearer ${server.token}` });

describe('pages', () => {
  test('the token has 256 bits and stands in no address', () => {
    expect(Buffer.from(server.token, 'base64url')).toHaveLength(32);
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/open\?once=[\w-]{43}$/u);
    expect(server.address).not.toContain(server.token);
  });

  test('come with a strict policy and the other headers', async () => {
    const page = await get('/?token=whatever');
    expect(page.status).toBe(200);
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/u);
    expect(page.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
    });
    expect(page.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('carry a fresh nonce for style elements, the one of their policy', async () => {
    const [one, two] = [await get('/'), await get('/')];
    const nonceOf = (page: Got) => /<meta property="csp-nonce" nonce="([^"]+)">/u.exec(page.body)?.[1] ?? '';
    expect(nonceOf(one)).not.toBe('');
    expect(nonceOf(one)).not.toBe(nonceOf(two));
    expect(one.headers['content-security-policy']).toContain(`'nonce-${nonceOf(one)}'`);
  });

  test('scripts have their kind', async () => {
    const script = await get('/assets/index-x.js');
    expect(script).toMatchObject({ status: 200, body: 'export {};' });
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/link.txt',
    '/.hidden.txt',
    '/data.sqlite',
    '/assets',
    '/assets/',
    '/index.html%00.js',
    '/%ff',
    '/nothing.js',
    '//etc/passwd',
  ])('%s leads nowhere', async (path) => {
    const answer = await get(path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).toBe('');
  });

  test('other names for this machine are refused', async () => {
    for (const host of ['evil.example', `evil.example:${server.port}`, '127.0.0.1', '127.0.0.1:1']) {
      expect((await get('/', { Host: host })).status, host).toBe(421);
    }
    expect((await get('/', { Host: `localhost:${server.port}` })).status).toBe(200);
  });

  test('methods that change something are refused', async () => {
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'POST']) {
      expect((await get('/', {}, method)).status, method).toBe(405);
    }
  });
});

describe('files handed over', () => {
  const bytes = new TextEncoder().encode('R1 : bonjour');

  test('reach the core with their plain name', async () => {
    const answer = await get(
      `/stage?name=${encodeURIComponent('C:\\a\\../é l1.docx')}`,
      bearer(),
      'POST',
      bytes,
    );
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { stagedId: 'staged-1' } });
    expect(core.staged.map(({ fileName }) => fileName)).toEqual(['é l1.docx']);
    expect(Buffer.from(core.staged[0]?.bytes ?? [])).toEqual(Buffer.from(bytes));
  });

  test('need the token, our origin and a name', async () => {
    const stage = (path: string, headers: Record<string, string>) => get(path, headers, 'POST', bytes);
    expect((await stage('/stage?name=a.txt', { Origin: origin() })).status).toBe(401);
    expect((await stage('/stage?name=a.txt', { ...bearer(), Authorization: 'Bearer x' })).status).toBe(401);
    expect((await stage('/stage?name=a.txt', { ...bearer(), Origin: 'http://evil.example' })).status).toBe(
      403,
    );
    expect((await stage('/stage?name=a.txt', { ...bearer(), Origin: 'null' })).status).toBe(403);
    expect((await stage('/stage', bearer())).status).toBe(400);
    expect((await stage('/stage?name=..', bearer())).status).toBe(400);
    expect(core.staged).toHaveLength(1);
  });

  test('are refused when they turn out to be too large, and the sender hears it', async () => {
    const part = new Uint8Array(32 * 1024 * 1024);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (sent++ < 7) controller.enqueue(part);
        else controller.close();
      },
    });
    const address = `${origin()}/stage?name=a.txt`;
    const answer = await fetch(address, { method: 'POST', headers: bearer(), body, duplex: 'half' });
    expect(answer.status).toBe(413);
    expect(core.staged).toHaveLength(1);
  });

  test('are refused when they are said to be too large', async () => {
    expect(await statusOfHuge()).toContain('413');
  });

  function statusOfHuge(): Promise<string> {
    return new Promise((done, refuse) => {
      const socket = netConnect(server.port, '127.0.0.1', () => {
        socket.write(
          `POST /stage?name=a.txt HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nOrigin: ${origin()}\r\n` +
            `Authorization: Bearer ${server.token}\r\nContent-Length: ${201 * 1024 * 1024}\r\n\r\n`,
        );
      });
      socket.once('data', (data) => {
        done(String(data).split('\r\n')[0] ?? '');
        socket.destroy();
      });
      socket.once('error', refuse);
    });
  }
});

describe('sockets', () => {
  function statusFor(path: string, protocols: string[], headers: Record<string, string>): Promise<string> {
    return new Promise((done) => {
      const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, protocols, { headers });
      socket.once('open', () => {
        done(`open ${socket.protocol}`);
        socket.close();
      });
      socket.once('error', (error) => done(error.message.replace('Unexpected server response: ', '')));
    });
  }

  test('open with the token as subprotocol, from our own page', async () => {
    const good = `repere.${server.token}`;
    expect(await statusFor('/socket', [good], { Origin: origin() })).toBe(`open ${good}`);
    const local = `http://localhost:${server.port}`;
    expect(await statusFor('/socket', [good], { Origin: local, Host: `localhost:${server.port}` })).toBe(
      `open ${good}`,
    );
  });

  test('are refused without it, from elsewhere, or at another path', async () => {
    const good = [`repere.${server.token}`];
    expect(await statusFor('/socket', [], { Origin: origin() })).toBe('401');
    expect(await statusFor('/socket', ['repere.x'], { Origin: origin() })).toBe('401');
    expect(await statusFor('/socket', [server.token], { Origin: origin() })).toBe('401');
    expect(await statusFor('/socket', good, { Origin: 'http://evil.example' })).toBe('403');
    expect(await statusFor('/socket', good, {})).toBe('403');
    expect(await statusFor('/socket', good, { Origin: origin(), Host: 'evil.example' })).toBe('421');
    expect(await statusFor('/other', good, { Origin: origin() })).toBe('404');
  });
});

describe('the address for starting a browser', () => {
  test('leads to the window once', async () => {
    const path = server.launchAddress().slice(origin().length);
    const first = await get(path);
    expect(first.status).toBe(200);
    expect(first.body).toContain(`<meta name="repere-token" content="${server.token}">`);
    const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 30_000);
    const late = await get(path);
    now.mockRestore();
    expect(late.status).toBe(403);
    expect(late.body).toContain('Relancez Repère');
    expect(late.body).not.toContain(server.token);
    expect((await get('/open')).status).toBe(403);
  });

  test('is good for a minute', () => {
    const codes = new LaunchCodes();
    const code = codes.make(60_000, undefined, 0);
    expect(codes.take(code, 60_001)).toBe(false);
    expect(codes.take(codes.make(60_000, undefined, 0), 59_000)).toBe(true);
  });
});

test('nobody can come in from the network', async () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((found) => found !== undefined && !found.internal && found.family === 'IPv4');
  if (outside === undefined) return;
  const reached = await new Promise<boolean>((done) => {
    const socket = netConnect({ port: server.port, host: outside.address, timeout: 1_000 });
    socket
      .once('connect', () => done(true))
      .once('error', () => done(false))
      .once('timeout', () => done(false));
  });
  expect(reached).toBe(false);
});
