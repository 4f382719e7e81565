import { describe, expect, it } from '@jest/globals';
import { foldForSearch, toHiragana } from './search-text.js';

describe('search text', () => {
  it.each([
    ['ﾆｾｺ', 'にせこ'],
    ['ニセコ町', 'にせこ町'],
    ['ＳＡＩＪＯ City', 'saijocity'],
    ['茅ヶ崎', '茅け崎'],
    ['茅ケ崎', '茅け崎'],
    [' 呉　市 ', '呉市'],
    ['ヴァイオリン', 'ゔぁいおりん'],
  ])('folds %s', (typed, folded) => {
    expect(foldForSearch(typed)).toBe(folded);
  });

  it('leaves the prolonged sound and the middle dot as they are', () => {
    expect(toHiragana('コーナー・エー')).toBe('こーなー・えー');
  });
});
