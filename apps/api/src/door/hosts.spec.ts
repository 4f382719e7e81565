import { describe, expect, it } from '@jest/globals';
import { readConfig } from '@banso/platform';
import { answersTo, hostNameOf } from './hosts.js';

const config = (settings: Record<string, string> = {}) =>
  readConfig({ DATABASE_URL: 'postgres://nowhere', ...settings });

describe('hostNameOf', () => {
  it.each([
    ['localhost:3000', 'localhost'],
    ['Banso.Example.LG.jp', 'banso.example.lg.jp'],
    ['banso.example.jp.', 'banso.example.jp'],
    ['192.168.1.5:3000', '192.168.1.5'],
    ['[::1]:3000', '[::1]'],
  ])('reads %s', (host, name) => expect(hostNameOf(host)).toBe(name));

  it.each([
    '',
    'a b',
    'a/b',
    'a@b',
    'a:b',
    'a:3000:1',
    '[',
    'a\tb',
    'あ',
    '-a',
    'a'.repeat(256),
    '<x>',
    'a,b',
  ])('takes %j for no name', (host) => expect(hostNameOf(host)).toBeNull());
});

describe('answersTo', () => {
  const local = ['localhost', '127.0.0.1', '[::1]'];
  const lan = ['192.168.1.5', '10.0.0.7', '[fe80::1]', 'server1', 'banso.local', 'banso.home.arpa'];
  const foreign = ['evil.example', 'banso.example.lg.jp', '127.0.0.1.nip.io', 'localhost.evil.example'];

  it('answers on this machine and in the local network when nothing is set, and to no public name', () => {
    for (const name of [...local, ...lan]) expect([name, answersTo(name, config())]).toEqual([name, true]);
    for (const name of foreign) expect([name, answersTo(name, config())]).toEqual([name, false]);
  });

  it('leaves the choice to a proxy', () => {
    const proxied = config({ BANSO_PROXY_HOPS: '1' });
    for (const name of [...local, ...lan, ...foreign]) expect(answersTo(name, proxied)).toBe(true);
  });

  it('answers to the names that are set, and on this machine', () => {
    const named = config({ BANSO_ALLOWED_HOSTS: 'Banso.example.lg.jp, 10.0.0.7', BANSO_PROXY_HOPS: '1' });
    for (const name of [...local, 'banso.example.lg.jp', '10.0.0.7'])
      expect([name, answersTo(name, named)]).toEqual([name, true]);
    for (const name of ['evil.example', 'server1', '192.168.1.5']) expect(answersTo(name, named)).toBe(false);
    expect(() => config({ BANSO_ALLOWED_HOSTS: 'https://banso.example' })).toThrow('BANSO_ALLOWED_HOSTS');
  });
});
