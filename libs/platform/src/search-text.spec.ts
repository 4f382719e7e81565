import { describe, expect, it } from '@jest/globals';
import { foldForSearch, gramsOf, placeOf, toHiragana } from './search-text.js';

describe('search text', () => {
  it.each([
    ['ﾆｾｺ', 'にせこ'],
    ['ニセコ町', 'にせこ町'],
    ['ＳＡＩＪＯ City', 'saijocity'],
    ['茅ヶ崎', '茅が崎'],
    ['茅ケ崎', '茅が崎'],
    ['茅ｹ', '茅が'],
    ['ケーブル', 'けぶる'],
    ['髙﨑 德瀨', '高崎徳瀬'],
    ['齋藤', '斉藤'],
    ['𠮷野', '吉野'],
    ['Ｒ８ー０２３１', 'r80231'],
    ['葛\u{e0100}城', '葛城'],
    [' 呉　市 ', '呉市'],
    ['ヴァイオリン', 'ゔぁいおりん'],
  ])('folds %s', (typed, folded) => {
    expect(foldForSearch(typed)).toBe(folded);
  });

  it('leaves the prolonged sound and the middle dot as they are', () => {
    expect(toHiragana('コーナー・エー')).toBe('こーなー・えー');
  });

  it.each([
    ['県立ｱｿ高等学校', 'あそ', 'ｱｿ'],
    ['ｶﾞｽ管', 'がす', 'ｶﾞｽ'],
    ['髙 橋さん', '高橋', '髙 橋'],
    ['茅ケ崎市', '茅が崎', '茅ケ崎'],
    ['コーナーへ', 'こな', 'コーナー'],
    ['無い', '在', null],
    ['x', '', null],
  ])('finds in %s where %s stands', (text, folded, hit) => {
    const place = placeOf(text, folded);
    expect(place && text.slice(...place)).toBe(hit);
  });

  it('looks a word up by its pairs, and a single character by itself', () => {
    expect(gramsOf('窓口の窓口')).toEqual(['窓口', '口の', 'の窓']);
    expect(gramsOf('窓')).toEqual(['窓']);
    expect(gramsOf('')).toEqual([]);
  });
});
