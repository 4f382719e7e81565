import { WEEKDAYS, WEEKLY_HALVES } from '@banso/kernel';
import { type Specialist, SpecialistService, type SpecialistInput, VISIT_MODES } from '@banso/talent';
import { VISIT_MODE, type Words, YES_NO } from '../../words.js';
import { choice, choices, count, kana, placeCode, words, yesNo } from '../cell-readers.js';
import { error } from '../finding.js';
import { firstOfPath, type ImportWork, type RowValues, textIn, wordsFor } from '../import-column.js';
import type { Known } from '../known.js';
import type { CellReader } from '../cell-readers.js';

const DAYS = ['日', '月', '火', '水', '木', '金', '土'] as const;
const DAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const HALF_WORDS = { AM: { ja: '午前', en: 'AM' }, PM: { ja: '午後', en: 'PM' } } as const;

/** 月午前 is a half, 月 the whole day. */
const WEEK: Words = Object.fromEntries(
  WEEKDAYS.flatMap((day, i) => [
    ...(['AM', 'PM'] as const).map((half) => [
      `${day}_${half}`,
      { ja: `${DAYS[i] ?? ''}${HALF_WORDS[half].ja}`, en: `${DAYS_EN[i] ?? ''} ${HALF_WORDS[half].en}` },
    ]),
    [day, { ja: DAYS[i] ?? '', en: DAYS_EN[i] ?? '' }],
  ]),
);

const weekly: CellReader<string[]> = (column, cell) => {
  const { value, findings } = choices(WEEK)(column, cell);
  const halves = value?.flatMap((word) => (word.includes('_') ? [word] : [`${word}_AM`, `${word}_PM`]));
  return { value: halves ? [...new Set(halves)] : null, findings };
};

/** The code of a row of our own list. */
const code =
  (pool: readonly Specialist[]): CellReader<string> =>
  (column, { text }) => {
    const id = text.trim().toLowerCase();
    if (id === '') return { value: null, findings: [] };
    if (pool.some((one) => one.id === id)) return { value: id, findings: [] };
    return { value: null, findings: [error(column, 'unknown-person', { value: text.trim() })] };
  };

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** 名簿: people of the pool. Who has the code, or the name and the reading of a row, is changed; anybody else is new. */
export function specialistsWork(known: Known): ImportWork {
  const { specialists, actor } = known;
  const service = new SpecialistService(known.db);
  const existing = (values: RowValues): Specialist | undefined => {
    const id = textIn(values, 'id');
    if (id) return specialists.find((one) => one.id === id);
    const [name, reading] = [textIn(values, 'name'), textIn(values, 'kana')];
    return specialists.find((one) => one.name === name && one.kana === reading);
  };
  const inputOf = (values: RowValues, old: Specialist | undefined): SpecialistInput => {
    // A column that the file does not have leaves what is known.
    const value = (name: keyof SpecialistInput & keyof Specialist): unknown =>
      name in values ? values[name] : old?.[name];
    const text = (name: keyof SpecialistInput & keyof Specialist): string => {
      const found = value(name);
      return typeof found === 'string' ? found : '';
    };
    const number = (name: 'monthlyDays' | 'nights'): number | null => {
      const found = value(name);
      return typeof found === 'number' ? found : null;
    };
    const active = value('active');
    return {
      name: text('name'),
      kana: text('kana'),
      nameEn: text('nameEn'),
      profileId: text('profileId'),
      baseId: text('baseId'),
      employment: text('employment'),
      employmentEn: text('employmentEn'),
      modes: VISIT_MODES.filter((mode) => list(value('modes')).includes(mode)),
      monthlyDays: number('monthlyDays'),
      nights: number('nights'),
      weekly: WEEKLY_HALVES.filter((half) => list(value('weekly')).includes(half)),
      active: typeof active === 'boolean' ? active : null,
    };
  };
  const scopeOf = (id: string) => [{ table: 'specialist', where: { id } }];
  return {
    columns: [
      {
        name: 'id',
        head: { ja: 'コード', en: 'Code' },
        read: code(specialists),
        sample: '',
        width: 20,
        hint: {
          ja: '一覧をExcelで出したときのコード。新しい人は空のままにします。',
          en: 'The code in our own list; leave it empty for somebody new.',
        },
      },
      {
        name: 'name',
        head: { ja: '氏名', en: 'Name' },
        aliases: ['名前', '専門人材'],
        needed: true,
        read: words,
        sample: '見本 太郎',
        width: 18,
      },
      {
        name: 'kana',
        head: { ja: 'ふりがな', en: 'Reading' },
        aliases: ['フリガナ', 'カナ', 'よみ'],
        needed: true,
        read: kana,
        sample: 'みほん たろう',
        width: 20,
        hint: {
          ja: 'ひらがなで保存します。カタカナ・半角カナはひらがなに読み替えます。',
          en: 'Kept in hiragana; katakana is read as hiragana.',
        },
      },
      {
        name: 'nameEn',
        head: { ja: '氏名（英字）', en: 'Name in English' },
        aliases: ['英字氏名', 'ローマ字'],
        read: words,
        sample: 'Taro Mihon',
        width: 20,
      },
      {
        name: 'profileId',
        head: { ja: '人材像', en: 'Profile' },
        read: choice(known.profiles),
        choices: wordsFor(known.profiles),
        sample: Object.values(known.profiles)[0]?.ja ?? '',
        width: 18,
      },
      {
        name: 'baseId',
        head: { ja: '拠点', en: 'Base' },
        aliases: ['拠点コード', '拠点の団体コード', '団体コード', 'Base code'],
        read: placeCode(known.places),
        choices: () => [...known.places].map(([id, name]) => `${id} ${name}`),
        sample: [...known.places].map(([id, name]) => `${id} ${name}`)[0] ?? '',
        width: 18,
      },
      {
        name: 'employment',
        head: { ja: '任用の形', en: 'Employment' },
        aliases: ['任用形態'],
        read: words,
        sample: '任期付職員',
        width: 20,
      },
      {
        name: 'employmentEn',
        head: { ja: '任用の形（英語）', en: 'Employment in English' },
        read: words,
        sample: 'fixed-term',
        width: 20,
      },
      {
        name: 'modes',
        head: { ja: '支援の形', en: 'Modes' },
        read: choices(VISIT_MODE),
        choices: (locale) => [
          wordsFor(VISIT_MODE)(locale).join(locale === 'en' ? ', ' : '、'),
          ...wordsFor(VISIT_MODE)(locale),
        ],
        sample: '訪問、オンライン',
        width: 18,
      },
      {
        name: 'monthlyDays',
        head: { ja: '月の日数の目安', en: 'Days a month' },
        read: count,
        kind: 'number',
        sample: '4',
      },
      {
        name: 'nights',
        head: { ja: '続けて泊まれる夜', en: 'Nights in a row' },
        aliases: ['宿泊'],
        read: count,
        kind: 'number',
        sample: '0',
      },
      {
        name: 'weekly',
        head: { ja: '週の勤務', en: 'Working week' },
        read: weekly,
        sample: '月、火、水午前',
        width: 26,
        hint: {
          ja: '「月、火、水午前」のように書きます。曜日だけなら終日です。',
          en: 'As “Mon, Tue, Wed AM”; a day alone is the whole day.',
        },
      },
      {
        name: 'active',
        head: { ja: '登録中', en: 'In the pool' },
        aliases: ['状態'],
        read: active,
        choices: wordsFor(YES_NO),
        sample: 'はい',
      },
    ],
    keyOf: (values) => textIn(values, 'id') || `${textIn(values, 'name')} ${textIn(values, 'kana')}`,
    before: (values) => {
      const old = existing(values);
      return old ? scopeOf(old.id) : [];
    },
    async act(values) {
      const old = existing(values);
      const input = inputOf(values, old);
      const { id } = old ? await service.revise(actor, old.id, input) : await service.register(actor, input);
      return { recordType: 'specialist', recordId: id, scopes: scopeOf(id) };
    },
    columnOf: firstOfPath,
  };
}

/** Our own list says 登録中. */
const active: CellReader<boolean> = (column, cell) =>
  /^(登録中|in the pool|active)$/i.test(cell.text.trim())
    ? { value: true, findings: [] }
    : /^(登録を終えた人|left)$/i.test(cell.text.trim())
      ? { value: false, findings: [] }
      : yesNo(column, cell);
