import { describe, expect, it } from '@jest/globals';
import { isForeign, type Sender } from './origin.js';

const cookie = 'banso_session=x';
const json = 'application/json';
const sent = (headers: Sender['headers'], host = 'banso.example:3000') => isForeign({ host, headers });

describe('isForeign', () => {
  it.each<[string, Sender['headers'], string?]>([
    ['a page of its own', { cookie, origin: 'http://banso.example:3000' }],
    ['its own over HTTPS behind a proxy', { cookie, origin: 'https://banso.example' }, 'banso.example'],
    ['its own with the usual port said', { cookie, origin: 'https://banso.example' }, 'banso.example:443'],
    [
      'a modern browser behind a proxy that hides the name',
      { 'sec-fetch-site': 'same-origin', origin: 'https://banso.example', cookie },
      '10.0.0.7:3000',
    ],
    ['an address that somebody has typed', { 'sec-fetch-site': 'none', cookie }],
    ['a program without cookies', { 'content-type': 'text/plain' }],
    ['a program with a cookie and JSON', { cookie, 'content-type': `${json}; charset=utf-8` }],
  ])('lets %s through', (...[, headers, host]) => expect(sent(headers, host)).toBe(false));

  it.each<[string, Sender['headers']]>([
    ['another site', { cookie, origin: 'https://evil.example', 'content-type': json }],
    ['another port', { cookie, origin: 'http://banso.example:8080', 'content-type': json }],
    ['a name that only begins alike', { cookie, origin: 'http://banso.example:3000.evil.example' }],
    ['no place', { cookie, origin: 'null', 'content-type': json }],
    ['nonsense', { cookie, origin: 'banso.example:3000', 'content-type': json }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site', 'content-type': json }],
    ['a neighbour of the domain', { 'sec-fetch-site': 'same-site', origin: 'http://banso.example:3000' }],
    ['a form without an origin', { cookie, 'content-type': 'application/x-www-form-urlencoded' }],
    ['a file without an origin', { cookie, 'content-type': 'Multipart/Form-Data; boundary=x' }],
    ['a text without an origin', { cookie, 'content-type': 'text/plain;charset=utf-8' }],
    ['nothing but a cookie', { cookie }],
  ])('refuses %s', (_, headers) => expect(sent(headers)).toBe(true));

  it('takes the names that are set for its own, where a proxy hides them', () => {
    const behind = (origin: string) =>
      isForeign({ host: '10.0.0.7:3000', headers: { cookie, origin } }, ['banso.lan']);
    expect(behind('http://banso.lan:8080')).toBe(false);
    expect(behind('http://banso.lan.evil.example')).toBe(true);
  });
});
