import { connect, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import type { RedisFacts } from './facts.js';

const PATIENCE_MS = 3_000;

/** Null when somebody listens there; else what the system says, such as ECONNREFUSED. */
export function answers(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: PATIENCE_MS });
    const end = (trouble: string | null): void => {
      socket.destroy();
      resolve(trouble);
    };
    socket.once('connect', () => end(null));
    socket.once('timeout', () => end('timeout'));
    socket.once('error', (error: NodeJS.ErrnoException) => end(error.code ?? 'unknown'));
  });
}

/** Three words of the protocol are enough: a client of its own belongs to the queue alone. */
export function askRedis(url: string): Promise<RedisFacts> {
  const { hostname: host, port, protocol, username, password } = new URL(url);
  const away = (trouble: string): RedisFacts => ({
    away: trouble,
    version: '',
    policy: '',
    persistent: false,
  });
  return new Promise((resolve) => {
    const place = { host, port: Number(port || 6379), timeout: PATIENCE_MS };
    const socket: Socket =
      protocol === 'rediss:' ? connectSecurely({ ...place, servername: host }) : connect(place);
    let said = '';
    const end = (facts: RedisFacts): void => {
      socket.destroy();
      resolve(facts);
    };
    const secret = [username, password]
      .filter((part) => part !== '')
      .map((part) => bulk(decodeURIComponent(part)));
    const auth = secret.length > 0 ? `*${secret.length + 1}\r\n${bulk('AUTH')}${secret.join('')}` : '';
    socket.once(protocol === 'rediss:' ? 'secureConnect' : 'connect', () =>
      socket.write(`${auth}*1\r\n${bulk('INFO')}*1\r\n${bulk('PING')}`),
    );
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      const refused = /(?:^|\r\n)-(\w+)/.exec(said)?.[1];
      if (refused) end(away(refused));
      else if (said.includes('+PONG')) end(factsIn(said));
    });
    socket.once('timeout', () => end(away('timeout')));
    socket.once('error', (error: NodeJS.ErrnoException) => end(away(error.code ?? 'unknown')));
    socket.once('close', () => end(away('closed')));
  });
}

const bulk = (word: string): string => `$${Buffer.byteLength(word)}\r\n${word}\r\n`;

function factsIn(info: string): RedisFacts {
  const of = (name: string): string => new RegExp(`\\r\\n${name}:([^\\r]*)`).exec(info)?.[1] ?? '';
  return {
    away: null,
    version: of('redis_version'),
    policy: of('maxmemory_policy'),
    persistent: of('aof_enabled') === '1',
  };
}
