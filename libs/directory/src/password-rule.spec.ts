import { describe, expect, it } from '@jest/globals';
import { passwordFault } from './password-rule.js';

const CONTEXT = ['kure-soumu01', '阿賀 まい', 'Mai Aga', '呉市', 'くれし', 'Kure'];
const ruleOf = (password: string) => passwordFault(password, CONTEXT)?.rule ?? null;

describe('passwordFault', () => {
  it('asks for fifteen characters and takes up to 128', () => {
    expect(ruleOf('tulip-on-a-roo')).toBe('password-short');
    expect(ruleOf('tulip-on-a-roof')).toBeNull();
    expect(ruleOf('tulip roof '.repeat(11))).toBeNull();
    expect(ruleOf('tulip roof '.repeat(12))).toBe('too-long');
  });

  it('asks for no kinds of characters', () => {
    for (const password of [
      'wooden boats carry rice',
      'ゆうがたのみなとでつりをする',
      'seto-inland-sea',
      '583920174836251',
    ])
      expect([password, passwordFault(password.padEnd(15, '橋'), [])]).toEqual([password, null]);
  });

  it.each([
    'password12345678',
    'P@ssw0rd P@ssw0rd',
    'PASSWORDPASSWORD',
    'ｐａｓｓｗｏｒｄ１２３４５６７８',
    'qwertyuiopasdfghjkl',
    '1qaz2wsx3edc4rfv5tgb',
    'aaaaaaaaaaaaaaaaaaaa',
    'xyzxyzxyzxyzxyzxyz',
    '123456789012345',
    '98765432109876543',
    'sakura-sakura-2026',
    'iloveyou-forever!!',
    'correct horse battery staple',
    'パスワードパスワード令和２０２６',
  ])('refuses what everybody has: %s', (password) => {
    expect(ruleOf(password)).toBe('password-common');
  });

  it.each(['kure-soumu01-2026', 'banso-banso-banso', '呉市の阿賀まい阿賀まい呉市呉市', 'Mai.Aga.Kure.1234'])(
    'refuses what belongs to the person: %s',
    (password) => {
      expect(ruleOf(password)).toBe('password-personal');
    },
  );

  it('lets a sentence name the town', () => {
    expect(ruleOf('kure makes very fine ships')).toBeNull();
  });
});
