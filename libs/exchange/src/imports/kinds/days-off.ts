import { DAY_PARTS, type DayPart } from '@banso/kernel';
import { AvailabilityService, DayOff } from '@banso/talent';
import { DAY_PART } from '../../words.js';
import { choice, date, words } from '../cell-readers.js';
import { firstOfPath, type ImportWork, type RowValues, textIn, wordsFor } from '../import-column.js';
import type { Known } from '../known.js';
import { person } from '../person-reader.js';

const partOf = (values: RowValues): DayPart => DAY_PARTS.find((one) => one === values['part']) ?? 'DAY';

/** Days on which people cannot be planned. A whole day takes the place of its halves. */
export function daysOffWork(known: Known): ImportWork {
  const { actor, tx, specialists } = known;
  const service = new AvailabilityService(known.db, known.clock);
  const scopesOf = (values: RowValues) => [
    {
      table: 'day_off',
      where: { specialist_id: textIn(values, 'specialistId'), date: textIn(values, 'date') },
    },
  ];
  return {
    columns: [
      {
        name: 'specialistId',
        head: { ja: '氏名', en: 'Name' },
        aliases: ['名前', '専門人材', '専門人材のコード', 'Code of the specialist'],
        needed: true,
        read: person(specialists),
        choices: () => specialists.map(({ name }) => name),
        sample: specialists[0]?.name ?? '見本 太郎',
        width: 20,
      },
      {
        name: 'date',
        head: { ja: '日付', en: 'Date' },
        aliases: ['休む日', '年月日'],
        needed: true,
        read: date,
        kind: 'date',
        sample: known.today,
        width: 14,
      },
      {
        name: 'part',
        head: { ja: '時間', en: 'Part of the day' },
        aliases: ['区分'],
        read: choice(DAY_PART),
        choices: wordsFor(DAY_PART),
        sample: DAY_PART['DAY']?.ja ?? '',
        hint: { ja: '空のときは終日とします。', en: 'Empty means the whole day.' },
      },
      { name: 'reason', head: { ja: '理由', en: 'Reason' }, read: words, sample: '', width: 30 },
    ],
    keyOf: (values) => `${textIn(values, 'specialistId')} ${textIn(values, 'date')} ${partOf(values)}`,
    before: scopesOf,
    async act(values) {
      const input = {
        specialistId: textIn(values, 'specialistId'),
        date: textIn(values, 'date'),
        part: partOf(values),
        reason: textIn(values, 'reason') || null,
      };
      const { specialistId, date: day, part } = input;
      const same = await tx.findOneBy(DayOff, { specialistId, date: day, part });
      if (!same || same.reason !== input.reason) await service.addDayOff(actor, input);
      return { recordType: 'specialist', recordId: specialistId, scopes: scopesOf(values) };
    },
    columnOf: firstOfPath,
  };
}
