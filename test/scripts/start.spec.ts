import { describe, expect, it } from '@jest/globals';
import { readSettings } from '../../scripts/lib/settings.mjs';
import { columns, signInTable } from '../../scripts/lib/sign-ins.mjs';

describe('settings of a start', () => {
  it('needs none', () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      redisUrl: undefined,
      demo: 'on',
      address: 'http://127.0.0.1:3000',
    });
  });

  it('shows an address that can be opened', () => {
    expect(readSettings({ HOST: '0.0.0.0', PORT: '8080' }).address).toBe('http://127.0.0.1:8080');
    expect(readSettings({ HOST: '::1' }).address).toBe('http://[::1]:3000');
  });

  it.each(['0', '65536', 'abc', '3000.5', '-1', '0x50'])('refuses PORT=%s', (port) => {
    expect(() => readSettings({ PORT: port })).toThrow(/PORT is/);
  });

  it('refuses addresses of another kind without repeating their password', () => {
    expect(() => readSettings({ DATABASE_URL: 'mysql://u:secret@h/x' })).toThrow(
      /^(?!.*secret).*DATABASE_URL/,
    );
    expect(() => readSettings({ REDIS_URL: 'localhost' })).toThrow(/REDIS_URL/);
  });
});

describe('the table of sign-ins', () => {
  it('counts two columns for a Japanese character', () => {
    expect(columns('伴走 hub')).toBe(8);
  });

  it('is aligned', () => {
    const lines = signInTable([
      { label: '県', labelEn: 'Prefecture', loginId: 'a', password: 'p1' },
      { label: '専門人材', labelEn: 'Specialist', loginId: 'longer-id', password: 'p2' },
    ]);
    const starts = lines.slice(2).map((line) => columns(line.slice(0, line.search(/p[12]$/))));
    expect(new Set(starts).size).toBe(1);
  });
});
