import { addDays, daysBetween, type LocalDate } from '@banso/kernel';
import { type Words, yenWords } from '../../reckoning/formula.js';
import { actualFares, CAR_RATE, carAllowance, extras, joined, unusedReceipts } from './fares.js';
import type { FareMode, Journey } from './journey.js';
import type { Reckoned, ReckonedLine, RuleTerms, TravelRule } from './travel-rule.js';

const PER_DIEM = 'perDiemYen';
const DAY_TRIP = 'dayTripYen';
const NIGHT = 'lodgingYen';

/** 定額: a day, a night and a kilometre have their price; fares are paid as they were. */
export const FIXED_RATE: TravelRule = {
  id: 'FIXED_RATE',
  name: { ja: '定額（日当・宿泊料・車賃）', en: 'Fixed rates (a day, a night, a kilometre)' },
  figures: [
    {
      key: PER_DIEM,
      label: { ja: '日当（宿泊を伴う旅行の1日）', en: 'Per diem with nights away' },
      required: true,
    },
    { key: DAY_TRIP, label: { ja: '日当（日帰り）', en: 'Per diem of a day trip' }, required: true },
    { key: NIGHT, label: { ja: '宿泊料（1夜）', en: 'Lodging a night' }, required: true },
    { key: CAR_RATE, label: { ja: '車賃（1km）', en: 'Own car a kilometre' }, required: true },
  ],
  usesCeilings: false,
  since: null,
  template: {
    terms: {
      title: '職員等の旅費に関する条例',
      amounts: { [PER_DIEM]: 2_200, [DAY_TRIP]: 2_200, [NIGHT]: 10_900, [CAR_RATE]: 37 },
      ceilings: {},
      receiptFor: ['AIR', 'TAXI'],
    },
    source: {
      ja: '例: 粕屋町の条例（車賃37円・日当2,200円）、令和7年3月までの旅費法別表第一（宿泊料 甲地方10,900円）。自団体の条例の額に直すこと（要確認）',
      en: 'Example: ordinance of Kasuya (37 yen a kilometre, 2,200 yen a day) and the national schedule until March 2025 (10,900 yen a night). Replace by the figures of your own ordinance',
    },
  },
  reckon: (journey, terms) => {
    const clause = (ja: string, en: string): Words => ({
      ja: `${terms.title} ${ja}`,
      en: `${terms.title}: ${en}`,
    });
    return joined([
      actualFares(journey, terms, faresUnder(clause)),
      carAllowance(journey, terms, clause('車賃', 'own car')),
      extras(journey, clause('その他の実費', 'other actual cost')),
      perDiem(journey, terms, clause('日当', 'per diem')),
      nights(journey, terms, clause('宿泊料', 'lodging')),
      { lines: [], missing: unusedReceipts(journey).filter(({ what }) => what !== 'LODGING') },
    ]);
  },
};

const FARES: Readonly<Record<FareMode, readonly [ja: string, en: string]>> = {
  TRAIN: ['鉄道賃', 'rail'],
  BUS: ['車賃（バス）', 'bus'],
  FERRY: ['船賃', 'ship'],
  AIR: ['航空賃', 'air'],
  TAXI: ['車賃（タクシー）', 'taxi'],
};

const faresUnder = (clause: (ja: string, en: string) => Words): Readonly<Record<FareMode, Words>> => {
  const of = (mode: FareMode) => clause(...FARES[mode]);
  return { TRAIN: of('TRAIN'), BUS: of('BUS'), FERRY: of('FERRY'), AIR: of('AIR'), TAXI: of('TAXI') };
};

/** Every day on the way, however long; whoever stays where they are travels nowhere. */
function perDiem(journey: Journey, { amounts }: RuleTerms, clause: Words): Reckoned {
  const { from, to, legs, nights: away } = journey;
  if (legs.every(({ mode }) => mode === 'WALK') && away.length === 0) return { lines: [], missing: [] };
  const overnight = away.length > 0;
  const rate = amounts[overnight ? PER_DIEM : DAY_TRIP] ?? 0;
  const dates: LocalDate[] = overnight
    ? daysOf(from, to)
    : [...new Set(legs.map(({ onDate }) => onDate))].sort();
  const yen = rate * dates.length;
  const [first] = dates;
  if (yen === 0 || first === undefined) return { lines: [], missing: [] };
  const each = yenWords(rate);
  const formula = {
    ja: `${overnight ? '' : '日帰り '}日額 ${each.ja} × ${dates.length}日`,
    en: `${each.en} a day × ${dates.length}${overnight ? '' : ' (day trips)'}`,
  };
  return { lines: [{ kind: 'PER_DIEM', onDate: first, yen, clause, formula }], missing: [] };
}

const daysOf = (from: LocalDate, to: LocalDate): LocalDate[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i));

function nights({ nights: away }: Journey, { amounts }: RuleTerms, clause: Words): Reckoned {
  const rate = amounts[NIGHT] ?? 0;
  const each = yenWords(rate);
  const lines = away
    .filter(({ paid }) => paid && rate > 0)
    .map(({ onDate }): ReckonedLine => ({
      kind: 'LODGING',
      onDate,
      yen: rate,
      clause,
      formula: { ja: `定額 ${each.ja}`, en: `fixed ${each.en}` },
    }));
  return { lines, missing: [] };
}
