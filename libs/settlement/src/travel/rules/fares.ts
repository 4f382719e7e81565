import type { LocalDate } from '@banso/kernel';
import { type Words, yenWords } from '../../reckoning/formula.js';
import { FARE_MODES, type FareMode, type Journey, type ReceiptKind } from './journey.js';
import type { Missing, Reckoned, ReckonedLine, RuleTerms } from './travel-rule.js';

/** Which clause pays for a fare. */
export type FareClauses = Readonly<Record<FareMode, Words>>;

const NOTHING: Reckoned = { lines: [], missing: [] };

export const joined = (parts: readonly Reckoned[]): Reckoned => ({
  lines: parts.flatMap(({ lines }) => lines),
  missing: parts.flatMap(({ missing }) => missing),
});

const datesOf = (rows: readonly { readonly onDate: LocalDate }[]): LocalDate[] =>
  [...new Set(rows.map(({ onDate }) => onDate))].sort();

/** What receipts of a kind show for a day. */
export const shownOn = ({ receipts }: Journey, kind: ReceiptKind, onDate: LocalDate): number =>
  receipts.filter((one) => one.kind === kind && one.onDate === onDate).reduce((sum, { yen }) => sum + yen, 0);

/**
 * Fares as paid, by means and day. Where a receipt is needed, no more is paid than it shows; a leg without a fare takes
 * what its receipt says.
 */
export function actualFares(journey: Journey, terms: RuleTerms, clauses: FareClauses): Reckoned {
  return joined(
    FARE_MODES.flatMap((mode) => {
      const legs = journey.legs.filter((leg) => leg.mode === mode);
      return datesOf(legs).map((onDate) => fareOn(journey, terms, { mode, onDate, clause: clauses[mode] }));
    }),
  );
}

function fareOn(
  journey: Journey,
  { receiptFor }: RuleTerms,
  { mode, onDate, clause }: { readonly mode: FareMode; readonly onDate: LocalDate; readonly clause: Words },
): Reckoned {
  const legs = journey.legs.filter((leg) => leg.mode === mode && leg.onDate === onDate);
  const shown = shownOn(journey, mode, onDate);
  const said = legs.reduce((sum, { fareYen }) => sum + (fareYen ?? 0), 0);
  const unsaid = legs.some(({ fareYen }) => fareYen === null);
  const claimed = unsaid ? Math.max(said, shown) : said;
  const needed = receiptFor.includes(mode);
  const yen = needed ? Math.min(claimed, shown) : claimed;
  const missing: Missing[] = [];
  if (unsaid && shown <= said) missing.push({ kind: 'FARE', onDate, what: mode, yen: 0 });
  if (needed && shown < claimed) missing.push({ kind: 'RECEIPT', onDate, what: mode, yen: claimed - shown });
  if (yen === 0) return { lines: [], missing };
  const [all, paper] = [yenWords(claimed), yenWords(shown)];
  const formula: Words = needed
    ? {
        ja: `実費 ${all.ja}（${legs.length}区間、領収書 ${paper.ja}）`,
        en: `actual ${all.en} (${legs.length} legs, receipts ${paper.en})`,
      }
    : { ja: `実費 ${all.ja}（${legs.length}区間）`, en: `actual ${all.en} (${legs.length} legs)` };
  return { lines: [{ kind: mode, onDate, yen, clause, formula }], missing };
}

export const CAR_RATE = 'carYenPerKm';

/** The roads of the whole journey together, full kilometres, at the body's rate. */
export function carAllowance({ legs }: Journey, { amounts }: RuleTerms, clause: Words): Reckoned {
  const driven = legs.filter(({ mode }) => mode === 'CAR');
  const [first] = driven;
  if (!first) return NOTHING;
  const missing: Missing[] = driven
    .filter(({ meters }) => meters === null)
    .map(({ onDate }) => ({ kind: 'DISTANCE', onDate, what: 'CAR', yen: 0 }));
  const km = Math.floor(driven.reduce((sum, { meters }) => sum + (meters ?? 0), 0) / 1_000);
  const rate = amounts[CAR_RATE];
  if (rate === undefined)
    return {
      lines: [],
      missing: [...missing, { kind: 'FIGURE', onDate: first.onDate, what: CAR_RATE, yen: 0 }],
    };
  const yen = km * rate;
  if (yen === 0) return { lines: [], missing };
  const each = yenWords(rate);
  const formula = {
    ja: `${km}km（1km未満切捨て）× ${each.ja}`,
    en: `${km} km (full kilometres) × ${each.en}`,
  };
  return { lines: [{ kind: 'CAR', onDate: first.onDate, yen, clause, formula }], missing };
}

/** Tolls, parking and the like, as their receipts say. */
export function extras({ receipts }: Journey, clause: Words): Reckoned {
  const lines = receipts.flatMap(({ kind, onDate, yen }): ReckonedLine[] => {
    if (kind !== 'TOLL' && kind !== 'PARKING' && kind !== 'OTHER') return [];
    const words = yenWords(yen);
    return [{ kind, onDate, yen, clause, formula: { ja: `領収書 ${words.ja}`, en: `receipt ${words.en}` } }];
  });
  return { lines, missing: [] };
}

/** Receipts for a fare without a leg, or for a night that was not spent: somebody forgot to say so. */
export function unusedReceipts({ receipts, legs, nights }: Journey): Missing[] {
  return receipts.flatMap(({ kind, onDate, yen }): Missing[] => {
    const used =
      kind === 'LODGING'
        ? nights.some((night) => night.onDate === onDate && night.paid)
        : !FARE_MODES.some((mode) => mode === kind) ||
          legs.some((leg) => leg.mode === kind && leg.onDate === onDate);
    return used ? [] : [{ kind: 'UNUSED', onDate, what: kind, yen }];
  });
}
