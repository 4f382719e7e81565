import { describe, expect, it } from '@jest/globals';
import { dictionary } from '@zxcvbn-ts/language-common';
import { MIN_CHOSEN_PASSWORD, passwordFault } from './password-rule.js';

const CONTEXT = ['kure-soumu01', '阿賀 まい', 'Mai Aga', '呉市', 'くれし', 'Kure'];
const ruleOf = async (password: string) => (await passwordFault(password, CONTEXT))?.rule ?? null;

describe('passwordFault', () => {
  it('asks for fifteen characters and takes up to 128', async () => {
    expect(await ruleOf('tulip-on-a-roo')).toBe('password-short');
    expect(await ruleOf('tulip-on-a-roof')).toBeNull();
    expect(await ruleOf('tulip roof '.repeat(11))).toBeNull();
    expect(await ruleOf('tulip roof '.repeat(12))).toBe('too-long');
  });

  it('asks for no kinds of characters', async () => {
    for (const password of [
      'wooden boats carry rice',
      'ゆうがたのみなとでつりをする',
      'seto-inland-sea',
      '583920174836251',
    ])
      expect([password, await passwordFault(password.padEnd(15, '橋'), [])]).toEqual([password, null]);
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
    'iloveyou-forever',
    'correct horse battery staple',
    'パスワードパスワード令和２０２６',
  ])('refuses what everybody has: %s', async (password) => {
    expect(await ruleOf(password)).toBe('password-common');
  });

  it('refuses whatever stands in the public list of leaked passwords, and what people make of it', async () => {
    const leaked = dictionary['passwords-common'];
    expect(leaked.length).toBeGreaterThan(49_000);
    const long = leaked.filter((word) => word.length >= MIN_CHOSEN_PASSWORD);
    expect(long.length).toBeGreaterThan(40);
    const some = leaked.filter((_, i) => i % 1997 === 0);
    for (const password of [
      ...long,
      ...some.map((word) => word.repeat(Math.ceil(MIN_CHOSEN_PASSWORD / word.length))),
      ...some.map((word) => `${word}12345678901234`.slice(0, Math.max(MIN_CHOSEN_PASSWORD, word.length))),
    ])
      expect([password, await ruleOf(password)]).toEqual([password, 'password-common']);
  });

  it.each(['kure-soumu01-2026', 'banso-banso-banso', '呉市の阿賀まい阿賀まい呉市呉市', 'Mai.Aga.Kure.1234'])(
    'refuses what belongs to the person: %s',
    async (password) => {
      expect(await ruleOf(password)).toBe('password-personal');
    },
  );

  it('lets a sentence name the town', async () => {
    expect(await ruleOf('kure makes very fine ships')).toBeNull();
  });
});
