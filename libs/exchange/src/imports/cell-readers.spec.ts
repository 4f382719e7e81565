import { describe, expect, it } from '@jest/globals';
import type { ReadCell } from '@banso/platform';
import { EVIDENCE, VISIT_MODE } from '../words.js';
import {
  type CellReader,
  choice,
  choices,
  count,
  date,
  halfDay,
  kana,
  placeCode,
  words,
  yesNo,
} from './cell-readers.js';

const text = (value: string): ReadCell => ({ kind: 'TEXT', text: value });
const read = <T>(reader: CellReader<T>, cell: string | ReadCell) => {
  const { value, findings } = reader('c', typeof cell === 'string' ? text(cell) : cell);
  return [value, findings.map(({ level, rule }) => `${level} ${rule}`).join(', ')];
};

const YAMAGATA = new Map([
  ['062090', '長井市'],
  ['062049', '酒田市'],
]);

describe('a cell', () => {
  it.each<[string, string | null, string]>([
    ['2026-11-20', '2026-11-20', ''],
    ['2026/11/20', '2026-11-20', 'NOTE read-as'],
    ['２０２６／１１／２０', '2026-11-20', 'NOTE read-as'],
    ['R8.11.20', '2026-11-20', 'NOTE read-as'],
    ['令和8年11月20日（金）', '2026-11-20', 'NOTE read-as'],
    ['㋿8年11月20日', '2026-11-20', 'NOTE read-as'],
    ['令和元年5月1日', '2019-05-01', 'NOTE read-as'],
    ['H31.4.30', '2019-04-30', 'NOTE read-as'],
    ['20261120', '2026-11-20', 'NOTE read-as'],
    ['46346', '2026-11-20', 'NOTE read-as'],
    ['R1.4.30', null, 'ERROR no-date'],
    ['平成32年1月1日', null, 'ERROR no-date'],
    ['2026-02-30', null, 'ERROR no-date'],
    ['8.11.20', null, 'ERROR no-date'],
    ['来週', null, 'ERROR no-date'],
    ['  ', null, ''],
  ])('%s is the day %s', (cell, value, findings) => expect(read(date, cell)).toEqual([value, findings]));

  it('that a workbook holds as a day needs no word', () => {
    expect(read(date, { kind: 'DATE', text: '2026-11-20' })).toEqual(['2026-11-20', '']);
    expect(read(date, { kind: 'DATE', text: '2026-11-20T09:30' })).toEqual(['2026-11-20', 'NOTE read-as']);
    expect(read(date, { kind: 'ERROR', text: '#REF!' })).toEqual([null, 'ERROR cell-error']);
  });

  it.each<[string, string | null, string]>([
    ['062090', '062090', ''],
    ['62090', '062090', 'NOTE zero-added'],
    ['０６２０９０', '062090', 'NOTE read-as'],
    ['062090 長井市', '062090', ''],
    ['62090 長井市', '062090', 'NOTE zero-added'],
    ['長井市', '062090', 'NOTE read-as'],
    ['062091', null, 'ERROR town-code'],
    ['06209', null, 'ERROR town-code'],
    ['062090 酒田市', null, 'ERROR name-of-code'],
    ['342025', null, 'ERROR town-of-prefecture'],
    ['長井', null, 'ERROR town-code'],
  ])('%s is the place %s', (cell, value, findings) =>
    expect(read(placeCode(YAMAGATA), cell)).toEqual([value, findings]),
  );

  it.each<[CellReader, string, unknown, string]>([
    [words, '（株）山形', '（株）山形', ''],
    [words, '㈱山形', '㈱山形', ''],
    [words, 'ﾃﾞｼﾞﾀﾙ課', 'ﾃﾞｼﾞﾀﾙ課', 'NOTE half-width-kept'],
    [words, ' 髙﨑𠮷　', '髙﨑𠮷', 'NOTE trimmed'],
    [words, 'は\u3099', 'ば', 'NOTE composed'],
    [words, "'=1+1", '=1+1', 'NOTE apostrophe'],
    [words, "'90年代", "'90年代", ''],
    [kana, 'ﾀｶﾊｼ タロウ', 'たかはし たろう', 'NOTE read-as'],
    [kana, 'たかはし', 'たかはし', ''],
    [count, '１２', 12, 'NOTE read-as'],
    [count, '1,200', 1200, 'NOTE read-as'],
    [count, '3', 3, ''],
    [count, '3回', null, 'ERROR no-number'],
    [count, '1.5', null, 'ERROR no-number'],
    [choice(EVIDENCE), '面談', 'INTERVIEW', ''],
    [choice(EVIDENCE), 'INTERVIEW', 'INTERVIEW', ''],
    [choice(EVIDENCE), 'Interview ', 'INTERVIEW', 'NOTE read-as'],
    [choice(EVIDENCE), '噂', null, 'ERROR no-choice'],
    [choices(VISIT_MODE), '訪問、オンライン', ['ON_SITE', 'ONLINE'], ''],
    [choices(VISIT_MODE), 'ｵﾝﾗｲﾝ', ['ONLINE'], 'NOTE read-as'],
    [choices(VISIT_MODE), '訪問 電話', ['ON_SITE'], 'ERROR no-choice'],
    [yesNo, '○', true, ''],
    [yesNo, 'いいえ', false, ''],
    [yesNo, '多分', null, 'ERROR no-yes-no'],
    [halfDay, 'R8.12.1 午前', { date: '2026-12-01', half: 'AM' }, 'NOTE read-as'],
    [halfDay, '2026-12-01 午後', { date: '2026-12-01', half: 'PM' }, ''],
    [halfDay, '2026-12-01', null, 'ERROR no-half-day'],
  ])('is read as it stands, or says how: %p %s', (reader, cell, value, findings) =>
    expect(read(reader, cell)).toEqual([value, findings]),
  );
});
