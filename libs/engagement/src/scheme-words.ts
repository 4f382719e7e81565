import type { RouteReason } from './scheme-route.js';
import type { InBoth } from './scheme-terms.js';

type Facts = RouteReason['facts'];
type Words = (facts: Facts) => InBoth;

const MONTH_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const partsOf = (date: string): number[] => date.split('-').map(Number);

function dayJa(value: string | number | undefined): string {
  const [year, month, day] = partsOf(String(value ?? ''));
  return `${year}年${month}月${day}日`;
}

function dayEn(value: string | number | undefined): string {
  const [year, month = 1, day] = partsOf(String(value ?? ''));
  return `${day} ${MONTH_EN[month - 1]} ${year}`;
}

/** Minutes as hours: 90 → 1.5. */
export const hoursOf = (minutes: number): string => String(Math.round((minutes / 60) * 10) / 10);

const hours = (value: string | number | undefined): string => hoursOf(Number(value ?? 0));

const before = ({ used }: Facts): InBoth =>
  Number(used) > 0 ? { ja: `（これまでに${used}を使用）`, en: ` (${used} used so far)` } : { ja: '', en: '' };

const both = (ja: string, en: string): InBoth => ({ ja, en });

/** What each reason says; with the figures, so that it can be checked. */
const WORDS: Readonly<Record<string, Words>> = {
  'cap-days': (facts) =>
    both(
      `現地での支援は${facts['most']}日まで。希望は${facts['asked']}日${before(facts).ja}`,
      `On site it gives at most ${facts['most']} days; ${facts['asked']} are asked for${before(facts).en}`,
    ),
  'cap-minutes': ({ most, asked, used }) =>
    both(
      `オンラインの支援は${hours(most)}時間まで。希望は${hours(asked)}時間${Number(used) > 0 ? `（これまでに${hours(used)}時間を使用）` : ''}`,
      `Online it gives at most ${hours(most)} hours; ${hours(asked)} are asked for${Number(used) > 0 ? ` (${hours(used)} used so far)` : ''}`,
    ),
  'cap-visits': (facts) =>
    both(
      `支援は${facts['most']}回まで。希望は${facts['asked']}回${before(facts).ja}`,
      `It gives at most ${facts['most']} supports; ${facts['asked']} are asked for${before(facts).en}`,
    ),
  'cap-basis-unknown': ({ most, used }) =>
    both(
      `上限${most}を、案件ごとに数えるのか年度で数えるのかは要確認（今年度すでに${used}を使用）`,
      `To be confirmed: whether its limit of ${most} is counted by case or by year (${used} used this year)`,
    ),
  'only-on-site': () => both('現地での支援に限れば使える', 'It can be used on site only'),
  'only-online': () => both('オンラインの支援に限れば使える', 'It can be used online only'),
  'scheme-over': ({ on }) => both(`${dayJa(on)}で終わった制度`, `It ended on ${dayEn(on)}`),
  'scheme-not-begun': ({ on }) => both(`${dayJa(on)}に始まる`, `It begins on ${dayEn(on)}`),
  'theme-unknown': () =>
    both(
      'テーマが決まっていないため、対象になるか要確認',
      'Without a theme it has to be asked whether this is covered',
    ),
  'other-theme': () => both('この制度の対象のテーマではない', 'The theme is not what this scheme is for'),
  'sends-a-person': () =>
    both(
      '単発の訪問ではなく、人を継続して受け入れる制度',
      'It sends a person for some time, not for single visits',
    ),
  'sends-a-person-for': ({ months }) =>
    both(
      `単発の訪問ではなく、${months}か月以上、人を受け入れる制度`,
      `It sends a person for ${months} months or more, not for single visits`,
    ),
  'too-few-months': ({ months, least }) =>
    both(
      `${least}か月以上の制度。希望は${months}か月`,
      `It is for ${least} months or more; ${months} are asked for`,
    ),
  'beyond-first-term': ({ months, most }) =>
    both(
      `はじめは${most}か月まで。${months}か月なら延長の協議が必要`,
      `At first ${most} months at most; ${months} take an extension`,
    ),
  'too-few-days-a-month': ({ least }) =>
    both(`月${least}日以上が条件。希望の回数では足りない`, `It takes ${least} days a month or more`),
  'too-few-hours-a-month': ({ least }) =>
    both(`月${least}時間以上が条件。希望の時間では足りない`, `It takes ${least} hours a month or more`),
  'briefing-first': () =>
    both('申請の前に、説明会への参加が必要', 'The briefing has to be attended before applying'),
  'briefing-unknown': () =>
    both(
      '申請の前に、説明会への参加が必要。参加したかどうかは要確認',
      'The briefing has to be attended before applying; whether it was is to be confirmed',
    ),
  'strength-one-or-more': () =>
    both(
      '財政力指数が1以上の団体は対象外',
      'Towns with a financial strength index of 1 or more are excluded',
    ),
  'strength-unknown': () =>
    both(
      '財政力指数が1以上の団体は対象外。指数は要確認',
      'Towns with a financial strength index of 1 or more are excluded; the index is to be confirmed',
    ),
  'gives-a-list': () =>
    both(
      '人材のリストを受け取り、町が自ら任用する制度',
      'It gives a list of people; the town appoints somebody itself',
    ),
  'through-prefecture': () =>
    both(
      '県が任用して派遣する制度。県の窓口から進める',
      'The prefecture appoints and sends: it goes through the hub',
    ),
  'used-for-this-case': () =>
    both(
      'この案件ですでに使っている。同じ事業に同じアドバイザーは年度に1回まで',
      'Already used for this case: the same adviser once a year for the same project',
    ),
  'window-closed': ({ on }) =>
    both(`今年度の受付は${dayJa(on)}で終わった`, `Applications for this year closed on ${dayEn(on)}`),
  'window-unknown': ({ count }) =>
    Number(count) > 0
      ? both(
          `受付は年${count}回。今年度のこれからの受付日は要確認`,
          `There are ${count} intakes a year; the coming dates of this year are to be confirmed`,
        )
      : both('今年度の受付日は要確認', 'The intake dates of this year are to be confirmed'),
  'windows-missing': ({ known, count }) =>
    both(
      `受付${count}回のうち、日付が分かっているのは${known}回。間の受付日は要確認`,
      `Of ${count} intakes the dates of ${known} are known; those between are to be confirmed`,
    ),
  'window-opens': ({ on, until }) =>
    both(
      `今は受付の期間外。次は${dayJa(on)}から${dayJa(until)}まで`,
      `Not open now; next from ${dayEn(on)} to ${dayEn(until)}`,
    ),
  'window-until': ({ until }) =>
    both(`次の受付の締切は${dayJa(until)}`, `The next intake closes on ${dayEn(until)}`),
  'urgent-waits-for-window': ({ until }) =>
    both(
      `急ぎの困りごとだが、締切（${dayJa(until)}）の後に選定される`,
      `The trouble is urgent, but choices are made after ${dayEn(until)}`,
    ),
  'terms-of-year': ({ fiscalYear }) =>
    both(
      `条件は令和${Number(fiscalYear) - 2018}年度のもの。今年度の条件は要確認`,
      `The terms are those of fiscal year ${fiscalYear}; this year's are to be confirmed`,
    ),
  'terms-without-year': ({ fiscalYear }) =>
    both(
      `条件は令和${Number(fiscalYear) - 2018}年度に読んだ資料による（資料に年度の記載なし）`,
      `The terms were read in fiscal year ${fiscalYear}; the source names no year`,
    ),
  'pool-quota-full': ({ name, used, limit, unit }) =>
    both(
      `県の枠「${name}」が残っていない（${used}／${limit}${unitJa(unit)}）`,
      `Nothing is left of the quota “${name}” (${used} of ${limit} ${unitEn(unit)})`,
    ),
  'pool-quota-short': ({ name, left, unit, asked }) =>
    both(
      `県の枠「${name}」の残りは${left}${unitJa(unit)}。希望は${asked}${unitJa(unit)}`,
      `${left} ${unitEn(unit)} are left of the quota “${name}”; ${asked} are asked for`,
    ),
  'pool-full': () => both('県の枠が残っていない', "Nothing is left of the prefecture's quota"),
  'pool-short': () => both('県の枠の残りが希望に足りない', "Too little is left of the prefecture's quota"),
  'pool-quota-warn': ({ name, used, limit, unit }) =>
    both(
      `県の枠「${name}」は残りが少ない（${used}／${limit}${unitJa(unit)}）`,
      `Little is left of the quota “${name}” (${used} of ${limit} ${unitEn(unit)})`,
    ),
};

const UNIT_JA: Readonly<Record<string, string>> = { DAYS: '日', HOURS: '時間', VISITS: '回' };
const UNIT_EN: Readonly<Record<string, string>> = { DAYS: 'days', HOURS: 'hours', VISITS: 'visits' };

/** What a unit of a quota is called behind a number. */
export const unitJa = (unit: string | number | undefined): string => UNIT_JA[String(unit)] ?? '';
export const unitEn = (unit: string | number | undefined): string => UNIT_EN[String(unit)] ?? '';

/** A reason as a sentence. Throws for one that has no words. */
export function sayReason({ code, facts }: RouteReason): InBoth {
  const words = WORDS[code];
  if (!words) throw new Error(`The reason ${code} has no words`);
  return words(facts);
}
