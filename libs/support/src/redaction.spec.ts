import { describe, expect, it } from '@jest/globals';
import { BLACKED_OUT, insideWords, redact } from './redaction.js';

const NAMES = ['湊 あおい', '呉市', 'Minato Aoi', '架空システム株式会社', '林'];

describe('redact', () => {
  it.each([
    ['湊あおいに聞いた', `${BLACKED_OUT}に聞いた`],
    ['湊　あおい と 湊 あおい', `${BLACKED_OUT} と ${BLACKED_OUT}`],
    ['asked minato aoi', `asked ${BLACKED_OUT}`],
    ['呉市の窓口', `${BLACKED_OUT}の窓口`],
    ['架空システム株式会社の見積', `${BLACKED_OUT}の見積`],
    ['田中さんが休むと止まる', `${BLACKED_OUT}さんが休むと止まる`],
    ['佐々木 様へ', `${BLACKED_OUT} 様へ`],
    ['電話 0823-25-1234 まで', `電話 ${BLACKED_OUT} まで`],
    ['電話０９０－１２３４－５６７８', `電話${BLACKED_OUT}`],
    ['09012345678', BLACKED_OUT],
    ['(0823) 25-1234', `(${BLACKED_OUT}`],
    ['soumu@example.lg.jp へ', `${BLACKED_OUT} へ`],
    ['〒737-8501 呉市', `${BLACKED_OUT} ${BLACKED_OUT}`],
    ['https://example.lg.jp/a?b=1 を見る', `${BLACKED_OUT} を見る`],
  ])('%s', (text, expected) => {
    expect(redact(text, NAMES).text).toBe(expected);
  });

  it.each([
    '皆様の声を集めたい',
    '令和8年11月20日から30分、1回2時間',
    '予算は 1200000 円、2026-11-20 まで',
    '林業の記録をデジタルにしたい',
    '様式の数が多い',
    '氏名を何度も書く',
    '090 は市外局番ではない',
  ])('leaves %s', (text) => {
    expect(redact(text, NAMES)).toEqual({ text, passages: 0, cuts: [] });
  });

  it('counts what it took out, and a name with signs breaks nothing', () => {
    expect(redact('A+B (株) と A+B (株)', ['A+B (株)']).passages).toBe(2);
    expect(redact('何もない', [])).toEqual({ text: '何もない', passages: 0, cuts: [] });
  });

  it.each([
    ['表 [[内]] 裏', `表 ${BLACKED_OUT} 裏`],
    ['表 ［［内］］ 裏', `表 ${BLACKED_OUT} 裏`],
    ['表 [[内 [[深い]] まだ内]] 裏', `表 ${BLACKED_OUT} 裏`],
    ['表 [[閉じていない', `表 ${BLACKED_OUT}`],
    ['開いていない]] 裏', `${BLACKED_OUT} 裏`],
    ['一 [[二]] 三]] 四', `${BLACKED_OUT} 四`],
    ['印のない文', '印のない文'],
  ])('keeps inside what is marked: %s', (text, expected) => {
    expect(redact(text, []).text).toBe(expected);
  });

  it('says what it took out and why, for whoever decides', () => {
    expect(redact('[[予算は未定]]呉市の 090-1234-5678', NAMES).cuts).toEqual([
      { kind: 'INTERNAL', text: '予算は未定' },
      { kind: 'NAME', text: '呉市' },
      { kind: 'CONTACT', text: '090-1234-5678' },
    ]);
    expect(insideWords('予算は[[未定]]です')).toBe('予算は〔内部：未定〕です');
  });

  it('finds a name in old letters and in new ones', () => {
    expect(redact('高橋健と髙橋 健', ['髙橋 健']).text).toBe(`${BLACKED_OUT}と${BLACKED_OUT}`);
  });

  it('lets no canary out, wherever it stands', () => {
    const letters = ['あ', '[[', ']]', ' ', '［［', '］］', '呉市', '。', '\n'];
    let seed = 7;
    const next = (n: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % n;
    for (let round = 0; round < 2_000; round++) {
      const noise = () => Array.from({ length: next(6) }, () => letters[next(letters.length)]).join('');
      const told = redact(`${noise()}[[内緒の鳥]]${noise()}秘密 太郎${noise()}`, ['秘密 太郎', '呉市']).text;
      expect(told).not.toMatch(/内緒の鳥|秘密 太郎|呉市/);
    }
  });
});
