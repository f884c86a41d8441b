// Loaded into a process before its program (`node --import`): writes down every attempt to reach anything beyond this
// machine's loopback address, and every name that is looked up.
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

const file = process.env['REPERE_NETWORK_LOG'] ?? '/dev/stderr';
/** @param {string} what */
const note = (what) => appendFileSync(file, `${what}\n`);

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const connect = net.Socket.prototype.connect;
/**
 * @this {net.Socket}
 * @param {any[]} args
 */
net.Socket.prototype.connect = function (...args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const host = typeof first === 'object' ? first.host : second;
  if (typeof host === 'string' && !LOOPBACK.has(host)) note(`connect ${host}`);
  return Reflect.apply(connect, this, args);
};

const lookup = dns.lookup;
// @ts-expect-error the function has properties of its own that nobody here needs
dns.lookup = (/** @type {string} */ host, /** @type {any[]} */ ...rest) => {
  if (!LOOPBACK.has(host)) note(`lookup ${host}`);
  return Reflect.apply(lookup, dns, [host, ...rest]);
};
