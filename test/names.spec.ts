import { describe, expect, it } from '@jest/globals';
import { piecesOf } from '../apps/web/src/ui/readings.js';
import { foldForSearch } from '../libs/platform/src/search-text.js';

const hard = (name: string, kana: string) =>
  piecesOf(name, kana, foldForSearch).map(({ text, reading }) =>
    reading === null ? text : `${text}(${reading})`,
  );

describe('names on the screens', () => {
  it('carry a reading where it is not plain, and only there', () => {
    expect(hard('五木村', 'いつきむら')).toEqual(['五木村(いつきむら)']);
    expect(hard('高森町', 'たかもりまち')).toEqual(['高森町']);
    expect(hard('髙橋 健一', 'たかはし けんいち')).toEqual(['髙橋', '健一']);
    expect(hard('小山市', 'おやまし')).toEqual(['小山市']);
    expect(hard('山鹿市', 'やまがし')).toEqual(['山鹿市(やまがし)']);
    expect(hard('さいたま市', 'さいたまし')).toEqual(['さいたま市']);
    expect(hard('東海林 翔', 'しょうじ かける')).toEqual(['東海林(しょうじ)', '翔(かける)']);
    expect(hard('東海林翔', 'しょうじ かける')).toEqual(['東海林翔(しょうじ かける)']);
  });
});
