import { describe, expect, it } from '@jest/globals';
import { NOTICE_KIND_NAMES } from '../notice-kinds.js';
import { LANGUAGES, titleOf, toDoOf } from '../notice-words.js';
import { widthOf, wrapped } from './display-width.js';
import { actionMail, codeMail, COLUMNS, digestMail, idOfShort, type MailItem, shortId } from './mail-text.js';

const ID = '3f2c1f60-8f51-4f3a-9a47-0c1d2e3f4a5b';
const FACTS = {
  number: 'R8-0231',
  place: '阿蘇市役所 3階 会議室A',
  startsAt: '2026-12-01T01:00:00Z',
  endsAt: '2026-12-01T06:00:00Z',
  wasAt: '2026-11-30T01:00:00Z',
  person: '髙﨑 德瀨',
  dueOn: '2026-11-27',
  note: '雨天のときはオンラインに切り替えることがあります。'.repeat(4),
};
const item = (more: Partial<MailItem> = {}): MailItem => ({
  id: ID,
  kind: 'VISIT_MOVED',
  facts: FACTS,
  ...more,
});
const READER = { language: 'ja', baseUrl: 'https://banso.pref.kumamoto.lgwan.jp' } as const;

describe('a mail', () => {
  it('is complete in itself', () => {
    const { subject, text } = actionMail(item(), READER);
    expect(subject).toBe('【要対応】阿蘇市役所 3階 会議室A 12月1日 訪問の日時が変わりました R8-0231');
    expect(text).toContain('訪問の日時が変わりました。\n行うこと: 新しい日時を確かめてください。\n');
    expect(text).toContain(
      '番号: R8-0231\n日時: 令和8年12月1日（火） 10:00〜15:00\n変更前: 令和8年11月30日（月） 10:00\n',
    );
    expect(text).toContain('場所: 阿蘇市役所 3階 会議室A\n相手: 髙﨑 德瀨\n期限: 令和8年11月27日（金）\n');
    expect(text).toContain(`https://banso.pref.kumamoto.lgwan.jp/notices/${shortId(ID)}\n`);
    expect(text).toContain('https://banso.pref.kumamoto.lgwan.jp/notices/settings\n');
  });

  it('is in English for whoever reads English', () => {
    const { subject, text } = actionMail(item(), { ...READER, language: 'en' });
    expect(subject).toMatch(/^\[Action\] .* R8-0231$/);
    expect(text).toContain('When: Tuesday, 1 December 2026 10:00–15:00\n');
    expect(text).toContain('To do: Please check the new time.\n');
    expect(text).not.toMatch(/行うこと|日時|期限/);
  });

  it.each(LANGUAGES)('has no line beyond 75 columns, whatever it says (%s)', (language) => {
    const long = { ...FACTS, place: 'あ'.repeat(200), person: 'x'.repeat(200), number: 'R8-0231' };
    const lines = Array.from({ length: 60 }, (_, i) => ({
      ...FACTS,
      change: 'MOVED' as const,
      number: `R8-${i}`,
    }));
    for (const baseUrl of [READER.baseUrl, null]) {
      const reader = { language, baseUrl };
      const mails = [
        ...NOTICE_KIND_NAMES.map((kind) => actionMail(item({ kind, facts: { ...long, lines } }), reader)),
        digestMail(
          { items: NOTICE_KIND_NAMES.map((kind) => item({ kind })), day: '2026-11-24', stillOpen: 3 },
          reader,
        ),
        codeMail('01234567', reader),
      ];
      for (const { subject, text } of mails) {
        expect(widthOf(subject)).toBeLessThanOrEqual(75);
        expect(text.split('\n').filter((line) => widthOf(line) > COLUMNS)).toEqual([]);
      }
    }
  });

  it('cannot be broken open by what it says', () => {
    const facts = { number: 'R8\r\nBcc: a@example.jp', place: '呉市\nX: y\u2028z' };
    const { subject, text } = actionMail(item({ facts }), READER);
    expect(subject).not.toMatch(/[\r\n\u2028]/);
    expect(text).not.toMatch(/^(Bcc|X):/m);
  });

  it('keeps Japanese lines whole: no line begins with what ends a phrase', () => {
    const lines = wrapped('「確かめて、ください。」'.repeat(20), 40);
    for (const line of lines) expect(line).not.toMatch(/^[、。」]|「$/);
    expect(lines.join('')).toBe('「確かめて、ください。」'.repeat(20));
  });

  it('has words for every kind in both languages: a subject without a full stop, a sentence of what to do', () => {
    for (const kind of NOTICE_KIND_NAMES) {
      for (const language of LANGUAGES) expect(titleOf(kind, language)).not.toMatch(/[。.]$/);
      expect(toDoOf(kind, 'ja')).toMatch(/。$/);
      expect(toDoOf(kind, 'en')).toMatch(/\.$/);
    }
  });
});

it('a link carries an id in 22 characters, and back', () => {
  expect(shortId(ID)).toHaveLength(22);
  expect(idOfShort(shortId(ID))).toBe(ID);
  for (const wrong of ['', 'x', `${shortId(ID)}x`, '../../../../etc/passwd'])
    expect(idOfShort(wrong)).toBeNull();
});
