import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { SecretBox } from './secret-box.js';

describe('SecretBox', () => {
  const folder = mkdtempSync(join(tmpdir(), 'banso-key-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const given = new SecretBox({ key: 'a long text that nobody guesses' });

  it('opens what it sealed, and never seals the same twice alike', () => {
    const [one, two] = [given.seal('ひみつ', 'mai'), given.seal('ひみつ', 'mai')];
    expect([given.open(one, 'mai'), given.open(two, 'mai')]).toEqual(['ひみつ', 'ひみつ']);
    expect(one.equals(two)).toBe(false);
    expect(one.includes(Buffer.from('ひみつ'))).toBe(false);
  });

  it('opens nothing in the row of somebody else, and nothing that was changed', () => {
    const box = given.seal('ひみつ', 'mai');
    expect(() => given.open(box, 'ken')).toThrow();
    for (const at of [8, 20, box.length - 1]) {
      const changed = Buffer.from(box);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => given.open(changed, 'mai')).toThrow();
    }
  });

  it('knows what another key sealed', () => {
    expect(
      new SecretBox({ key: 'another text that nobody guesses' }).open(given.seal('x', 'mai'), 'mai'),
    ).toBeNull();
  });

  it('makes its key file once, for its owner alone, and all who share the folder read it', () => {
    const run = join(folder, 'run');
    const box = new SecretBox({ folder: run }).seal('x', 'mai');
    expect(new SecretBox({ folder: run }).open(box, 'mai')).toBe('x');
    expect(readdirSync(run)).toEqual(['secret-key']);
    expect(statSync(join(run, 'secret-key')).mode & 0o777).toBe(0o600);
  });

  it('seals nothing without a key', () => {
    expect(() => new SecretBox().seal('x', 'mai')).toThrow('BANSO_SECRET_KEY');
  });
});
