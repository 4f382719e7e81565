import { basisPointsOf, fractionOf, type Share } from './apportion.js';
import { daysIn, fiscalYear, type Period } from './periods.js';
import { monthOf } from './statement.js';
import type { LineTerms, StatementLine } from './terms.js';

/** One sentence in both languages of the screens. */
export interface Words {
  readonly ja: string;
  readonly en: string;
}

export const yenWords = (yen: number): Words => {
  const figure = `${yen < 0 ? '−' : ''}${Math.abs(yen)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',')}`;
  return { ja: `${figure}円`, en: `¥${figure}` };
};

/** Half-days as days: 9 are 4.5. */
export const daysOf = (halfDays: number): string =>
  halfDays % 2 === 0 ? `${halfDays / 2}` : `${(halfDays - 1) / 2}.5`;

const join = (parts: readonly (Words | null)[], between: Words): Words => {
  const said = parts.filter((part) => part !== null);
  return { ja: said.map(({ ja }) => ja).join(between.ja), en: said.map(({ en }) => en).join(between.en) };
};

/** How the total of a line came about. */
export function amountWords(line: StatementLine): Words {
  const agreed = agreedWords(line);
  const count = line.evidence.filter(({ kind }) => kind === 'ENTERED').length;
  if (count === 0) return agreed ?? yenWords(line.totalYen);
  const entered = yenWords(line.enteredYen);
  const onTop: Words = agreed
    ? { ja: `訂正・追加 ${entered.ja}（${count}件）`, en: `corrections ${entered.en} (${count})` }
    : { ja: `実額 ${entered.ja}（${count}件）`, en: `entered ${entered.en} (${count})` };
  return join([agreed, onTop], { ja: ' ＋ ', en: ' + ' });
}

function agreedWords({ terms, halfDays, evidence, from, to, ...line }: StatementLine): Words | null {
  const yen = yenWords(terms.yen ?? 0);
  const slice = { from, to };
  switch (terms.amountRule) {
    case 'MONTHLY': {
      const part = partWords(slice, monthOf(slice));
      return { ja: `月額 ${yen.ja}${part.ja}`, en: `${yen.en} a month${part.en}` };
    }
    case 'YEARLY': {
      const part = partWords(slice, fiscalYear(line.fiscalYear));
      return { ja: `年額 ${yen.ja}${part.ja}`, en: `${yen.en} a fiscal year${part.en}` };
    }
    case 'PER_DAY':
      return {
        ja: `日額 ${yen.ja} × ${daysOf(halfDays)}日`,
        en: `${yen.en} a day × ${daysOf(halfDays)} days`,
      };
    case 'ATTENDANCE_TRAVEL': {
      const trips = evidence.filter(({ kind }) => kind !== 'ENTERED').length;
      const sum = yenWords(line.totalYen - line.enteredYen);
      return { ja: `往復旅費の実額 ${trips}回 ${sum.ja}`, en: `${trips} return trips, ${sum.en}` };
    }
    case 'ENTERED':
      return null;
  }
}

function partWords(slice: Period, whole: Period): Words {
  const [days, of] = [daysIn(slice), daysIn(whole)];
  return days === of ? { ja: '', en: '' } : { ja: ` × ${days}/${of}日`, en: ` × ${days}/${of} days` };
}

/** The exact fraction and the per cent of a share, such as 3/5（60%）. */
export function fractionWords(weight: number, sum: number): string {
  const { numerator, denominator } = fractionOf(weight, sum);
  const points = basisPointsOf(weight, sum);
  const [whole, rest] = [Math.floor(points / 100), points % 100];
  const decimals = rest === 0 ? '' : `.${String(rest).padStart(2, '0').replace(/0$/, '')}`;
  return `${numerator}/${denominator} (${whole}${decimals}%)`;
}

const DAY_WORDS: Readonly<Record<NonNullable<LineTerms['daySource']>, Words>> = {
  ATTENDANCE: { ja: '勤務日数', en: 'days worked' },
  PLACEMENT: { ja: '配属日数', en: 'days placed' },
  VISIT: { ja: '訪問日数', en: 'days visited' },
};

/** How a party's amount came about. */
export function shareWords(line: StatementLine, share: Share): Words {
  const total = amountWords(line);
  const sum = line.shares.reduce((all, { weight }) => all + weight, 0);
  if (line.shares.length === 1) return { ja: `${total.ja}、全額`, en: `${total.en}, all of it` };
  const fraction = fractionWords(share.weight, sum);
  const source = line.terms.daySource;
  const days =
    line.terms.shareRule === 'BY_DAYS' && source
      ? {
          ja: `（${DAY_WORDS[source].ja} ${daysOf(share.weight)}/${daysOf(sum)}日）`,
          en: ` (${DAY_WORDS[source].en} ${daysOf(share.weight)}/${daysOf(sum)})`,
        }
      : { ja: '', en: '' };
  const left = yenWords(share.remainderYen);
  const remainder =
    share.remainderYen === 0
      ? { ja: '', en: '' }
      : { ja: `、端数 ${left.ja}を含む`, en: `, with the remainder of ${left.en}` };
  return {
    ja: `${total.ja} × ${fraction}${days.ja}${remainder.ja}`,
    en: `${total.en} × ${fraction}${days.en}${remainder.en}`,
  };
}
