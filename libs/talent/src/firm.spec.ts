import { describe, expect, it } from '@jest/globals';
import { firmKey, isCorporateNumber } from './firm.js';

describe('firmKey', () => {
  it.each([
    ['株式会社せとデータ', '㈱セトデータ'.replace('セト', 'せと')],
    ['株式会社 ＡＢＣシステムズ', 'abcシステムズ（株）'],
    ['有限会社うみ・かぜ', 'うみかぜ'],
    ['Kure Data Co., Ltd.', 'KURE DATA'],
    ['ｱﾙﾌｧ株式会社', 'アルファ'],
  ])('takes %s and %s for one firm', (one, other) => expect(firmKey(one)).toBe(firmKey(other)));

  it('keeps different firms apart, and a name that is nothing but its form', () => {
    expect(firmKey('せとデータ')).not.toBe(firmKey('せとデータ広島'));
    expect(firmKey('株式会社')).toBe('株式会社');
  });
});

describe('isCorporateNumber', () => {
  it('takes thirteen digits whose first fits the others', () => {
    expect(isCorporateNumber('7000012050002')).toBe(true);
    expect(isCorporateNumber('7000012050003')).toBe(false);
    expect(isCorporateNumber('700001205000')).toBe(false);
    expect(isCorporateNumber('x000012050002')).toBe(false);
  });
});
