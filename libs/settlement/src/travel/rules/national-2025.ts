import { yenWords, type Words } from '../../reckoning/formula.js';
import {
  actualFares,
  CAR_RATE,
  carAllowance,
  extras,
  type FareClauses,
  joined,
  shownOn,
  unusedReceipts,
} from './fares.js';
import type { Journey, Meals, NightFacts } from './journey.js';
import { LODGING_CEILINGS_2025 } from './lodging-ceilings-2025.js';
import type { Missing, Reckoned, ReckonedLine, RuleTerms, TravelRule } from './travel-rule.js';

const ALLOWANCE = 'lodgingAllowanceYen';

const decree = (article: string, ja: string, en: string): Words => ({
  ja: `旅費法施行令${article}（${ja}）`,
  en: `Travel Expenses Order ${article} (${en})`,
});
const OTHER_TRANSPORT = decree('第8条', 'その他の交通費', 'other transport');
const CLAUSES: FareClauses = {
  TRAIN: decree('第5条', '鉄道賃', 'rail'),
  FERRY: decree('第6条', '船賃', 'ship'),
  AIR: decree('第7条', '航空賃', 'air'),
  BUS: OTHER_TRANSPORT,
  TAXI: OTHER_TRANSPORT,
};
const LODGING = decree('第9条', '宿泊費', 'lodging');
// The amount and its parts are set by the ministry's regulation; the number of its article is left to the body.
const LODGING_ALLOWANCE: Words = { ja: '旅費法（宿泊手当）', en: 'Travel Expenses Act (lodging allowance)' };

/** Thirds of the allowance that are paid: a meal within the price of the night takes one. */
const THIRDS: Readonly<Record<Meals, number>> = { NONE: 3, ONE: 2, BOTH: 1 };

/**
 * 国家公務員等の旅費に関する法律 as amended from 2025-04-01: what was really paid, up to a ceiling. A journey may begin
 * at home. Receipts show what was paid.
 */
export const NATIONAL_2025: TravelRule = {
  id: 'NATIONAL_2025',
  name: {
    ja: '国の旅費法（令和7年4月〜）に準じる実費',
    en: 'Actual cost as in the national act (from April 2025)',
  },
  figures: [
    { key: ALLOWANCE, label: { ja: '宿泊手当（1夜）', en: 'Lodging allowance a night' }, required: true },
    { key: CAR_RATE, label: { ja: '自家用車（1km）', en: 'Own car a kilometre' }, required: false },
  ],
  usesCeilings: true,
  since: '2025-04-01',
  template: {
    terms: {
      title: '国家公務員等の旅費に関する法律（令和7年4月1日施行）',
      // The rate of an own car is not among the figures found: the body enters it.
      amounts: { [ALLOWANCE]: 2_400 },
      ceilings: LODGING_CEILINGS_2025,
      receiptFor: ['TRAIN', 'BUS', 'FERRY', 'AIR', 'TAXI', 'LODGING'],
    },
    source: {
      ja: '財務省「ファイナンス」令和7年2月号、労務Q&A（令和7年4月10日）の都道府県別上限。千葉県・新潟県と自家用車の単価は確認できず未入力。令和8年4月に上限の改定が報じられており（労働新聞 2026-02-16）、現行額は要確認',
      en: 'Ministry of Finance magazine of February 2025 and a list of ceilings of 10 April 2025. Chiba, Niigata and the rate of an own car could not be confirmed and are empty. A revision of April 2026 has been reported: check the current figures',
    },
  },
  reckon: (journey, terms) =>
    joined([
      actualFares(journey, terms, CLAUSES),
      carAllowance(journey, terms, OTHER_TRANSPORT),
      extras(journey, OTHER_TRANSPORT),
      ...journey.nights.map((night) => nightOf(journey, night, terms)),
      { lines: [], missing: unusedReceipts(journey) },
    ]),
};

function nightOf(journey: Journey, night: NightFacts, terms: RuleTerms): Reckoned {
  const allowance = allowanceOf(night, terms.amounts[ALLOWANCE] ?? 0);
  if (!night.paid) return { lines: allowance, missing: [] };
  const lodging = lodgingOf(journey, night, terms);
  return { lines: [...lodging.lines, ...allowance], missing: lodging.missing };
}

function lodgingOf(journey: Journey, night: NightFacts, { ceilings, receiptFor }: RuleTerms): Reckoned {
  const { onDate, regionId, beyondReason } = night;
  const shown = shownOn(journey, 'LODGING', onDate);
  const missing: Missing[] = [];
  if (shown === 0 && receiptFor.includes('LODGING'))
    missing.push({ kind: 'RECEIPT', onDate, what: 'LODGING', yen: 0 });
  const ceiling = ceilings[regionId];
  if (ceiling === undefined && beyondReason === null) {
    missing.push({ kind: 'FIGURE', onDate, what: `ceiling.${regionId}`, yen: 0 });
    return { lines: [], missing };
  }
  const yen = beyondReason === null ? Math.min(shown, ceiling ?? 0) : shown;
  if (yen === 0) return { lines: [], missing };
  const [paid, most] = [yenWords(shown), yenWords(ceiling ?? 0)];
  const within: Words = {
    ja: `実費 ${paid.ja}、上限 ${most.ja}`,
    en: `actual ${paid.en}, ceiling ${most.en}`,
  };
  const formula: Words =
    beyondReason === null
      ? within
      : {
          ja: `${within.ja}（超える事情の記載あり）`,
          en: `${within.en} (exceeded, with a reason)`,
        };
  return { lines: [{ kind: 'LODGING', onDate, yen, clause: LODGING, formula }], missing };
}

function allowanceOf({ onDate, meals }: NightFacts, full: number): ReckonedLine[] {
  const thirds = THIRDS[meals];
  const yen = Math.floor((full * thirds) / 3);
  if (yen === 0) return [];
  const each = yenWords(full);
  const part = thirds === 3 ? '' : ` × ${thirds}/3`;
  const formula = { ja: `1夜 ${each.ja}${part}`, en: `${each.en} a night${part}` };
  return [{ kind: 'LODGING_ALLOWANCE', onDate, yen, clause: LODGING_ALLOWANCE, formula }];
}
