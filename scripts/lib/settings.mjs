/** What the environment says about how to start, checked before anything slow happens. */
import { connect } from 'node:net';
import { errorCode } from './errors.mjs';
import { Problem } from './messages.mjs';
import { portTrouble } from './ports.mjs';
import { waitUntil } from './processes.mjs';

/** Milliseconds. */
const CONNECT_TIMEOUT = 5000;

/**
 * @typedef {{ port: number, host: string, databaseUrl: string | undefined, redisUrl: string | undefined, demo: 'on' | 'off', address: string }} Settings
 *   address: what a person opens in a browser
 */

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Settings}
 */
export function readSettings(env) {
  const portText = env.PORT?.trim() || '3000';
  const port = Number(portText);
  if (!/^\d+$/.test(portText) || port < 1 || port > 65_535) {
    throw new Problem(
      `PORT の値「${portText}」は使えません。1 から 65535 の数にしてください。例: PORT=3001 npm start`,
      `PORT is "${portText}". It must be a number from 1 to 65535, for example: PORT=3001 npm start`,
    );
  }
  const host = env.HOST?.trim() || '127.0.0.1';
  const local = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return {
    port,
    host,
    databaseUrl: serviceUrl(env.DATABASE_URL, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    redisUrl: serviceUrl(env.REDIS_URL, 'REDIS_URL', ['redis:', 'rediss:']),
    demo: onOrOff(env.BANSO_DEMO),
    address: `http://${local.includes(':') ? `[${local}]` : local}:${port}`,
  };
}

/** @param {string | undefined} value of BANSO_DEMO */
function onOrOff(value) {
  const text = value?.trim() || 'on';
  if (text === 'on' || text === 'off') return text;
  throw new Problem(
    `BANSO_DEMO の値「${text}」は使えません。on か off にしてください。`,
    `BANSO_DEMO is "${text}". It must be on or off.`,
  );
}

/**
 * @param {string | undefined} value
 * @param {string} name
 * @param {string[]} protocols
 */
function serviceUrl(value, name, protocols) {
  const text = value?.trim();
  if (!text) return undefined;
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
  throw new Problem(
    `${name} の書き方が正しくありません。例: ${protocols[0]}//user:password@host:port/name`,
    `${name} is not a valid address. Example: ${protocols[0]}//user:password@host:port/name`,
  );
}

/**
 * @param {Settings} settings
 * @param {{ grace: number }} options grace: milliseconds to wait for a previous server that is still closing
 */
export async function requireFreePort({ port, host }, { grace }) {
  let trouble;
  const free = await waitUntil(async () => !(trouble = await portTrouble(port, host)), grace, 250);
  if (free) return;
  const other = port === 3000 ? 3001 : 3000;
  if (trouble === 'EADDRINUSE') {
    throw new Problem(
      `ポート ${port} は別のプログラムが使っています。別のポートで起動してください: PORT=${other} npm start`,
      `Port ${port} is in use by another program. Choose another one: PORT=${other} npm start`,
    );
  }
  if (trouble === 'EACCES') {
    throw new Problem(
      `ポート ${port} を開く権限がありません (1024 未満は管理者専用です)。例: PORT=3001 npm start`,
      `Not allowed to open port ${port} (below 1024 is for the administrator). For example: PORT=3001 npm start`,
    );
  }
  throw new Problem(
    `HOST「${host}」では待ち受けできません (${trouble})。HOST を外すか 127.0.0.1 か 0.0.0.0 にしてください。`,
    `Cannot listen on HOST "${host}" (${trouble}). Leave HOST out, or use 127.0.0.1 or 0.0.0.0.`,
  );
}

/**
 * @param {string | undefined} url
 * @param {string} name of the environment variable
 */
export async function requireReachable(url, name) {
  if (!url) return;
  const { hostname, port, protocol } = new URL(url);
  if (!hostname || hostname.startsWith('%2F')) return; // a Unix socket
  const number = Number(port) || (protocol.startsWith('postgres') ? 5432 : 6379);
  const trouble = await connectTrouble(hostname.replace(/^\[|\]$/g, ''), number);
  if (!trouble) return;
  throw new Problem(
    `${name} のサーバー ${hostname}:${number} につながりません (${trouble})。サーバーが動いているか、宛先が正しいかを確かめてください。`,
    `The server of ${name}, ${hostname}:${number}, cannot be reached (${trouble}). Check that it runs and that the address is right.`,
  );
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<string | undefined>}
 */
function connectTrouble(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: CONNECT_TIMEOUT });
    const finish = (/** @type {string | undefined} */ trouble) => {
      socket.destroy();
      resolve(trouble);
    };
    socket.once('connect', () => finish(undefined));
    socket.once('timeout', () => finish('timeout'));
    socket.once('error', (error) => finish(errorCode(error) ?? error.message));
  });
}
