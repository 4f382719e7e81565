import type { Refusal } from '../../gql/refusal';

/** Words of nobody, to see the parts with: nothing here comes from the server. */
export const TOWNS = [
  { id: 'aso', label: '阿蘇市', reading: 'あそし' },
  { id: 'itsuki', label: '五木村', reading: 'いつきむら' },
  { id: 'takamori', label: '髙森町', reading: 'たかもりまち' },
  { id: 'chigasaki', label: '茅ヶ崎市', reading: 'ちがさきし' },
] as const;

export const VISITS = [
  { id: '1', town: '阿蘇市', day: '12/1（火）', state: '確定', days: 3 },
  { id: '2', town: '五木村', day: '12/8（火）', state: '返信待ち', days: 12 },
  { id: '3', town: '髙森町', day: '', state: '未割当', days: 34 },
] as const;

/** Letters of names and forms that fonts often lack. */
export const GLYPHS = '髙﨑德瀨邉𠮷①㈱Ⅲ㋿';

export const LABELS = {
  name: '担当者の名前',
  note: '困っていること',
  days: '回数のめやす',
  date: '希望日',
  theme: '分野',
  shape: 'どの形がよいか',
  kind: 'どんなことで困っていますか',
} as const;

export const REFUSAL: Refusal = {
  message: '',
  code: 'INVALID_INPUT',
  faults: [
    { path: 'name', message: '担当者の名前を入力してください。' },
    { path: 'date', message: '希望日は今日より後の日にしてください。' },
    { path: 'shape', message: 'どの形がよいかを選んでください。' },
  ],
};

export const THEMES = [
  { value: 'standard', label: '標準化' },
  { value: 'security', label: 'セキュリティ' },
] as const;

export const SHAPES = [
  { value: 'online', label: 'まずオンライン30分' },
  { value: 'visit', label: '来てほしい', hint: '移動に時間がかかることがあります' },
  { value: 'either', label: 'どちらでも' },
] as const;
