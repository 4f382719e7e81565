import type { Facts } from './plan.js';
import type { Locale, Names, Sentence } from './rules/rule.js';
import { dayIn, moment, named, value } from './rules/words.js';

const SUBJECTS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  specialist: { ja: '専門人材', en: 'specialist' },
  request: { ja: '申請', en: 'request' },
  fixed: { ja: '確定済みの訪問', en: 'fixed visit' },
  companion: { ja: '同行者', en: 'companion' },
  session: { ja: '定例の予定', en: 'session' },
  standing: { ja: '公開済みの訪問', en: 'standing visit' },
  town: { ja: '市町村', en: 'town' },
  policy: { ja: '計画の方針', en: 'policy' },
};

/** “specialist Sato: base”: what a fault is about. */
function about(locale: Locale, facts: Facts, names: Names): string {
  const kind = SUBJECTS[String(facts['of'])]?.[locale];
  const field = value(facts, 'field');
  if (kind === undefined) return field;
  const who = facts['id'] === undefined ? kind : `${kind} ${named(facts, 'id', names)}`;
  return locale === 'ja' ? `${who}の ${field} ` : `${who}: ${field}`;
}

/** A sentence that goes on from what it is about. */
function fault(ja: (facts: Facts) => string, en: (facts: Facts) => string): Sentence {
  return {
    ja: (facts, names) => `${about('ja', facts, names)}${ja(facts)}`,
    en: (facts, names) => `${about('en', facts, names)} ${en(facts)}`,
  };
}

const ofRequest = (facts: Facts, names: Names): string => named(facts, 'requestId', names);
const ofSpecialist = (facts: Facts, names: Names): string => named(facts, 'specialistId', names);

/** What cannot be computed. */
const FATAL = {
  'not-an-integer': fault(
    (facts) => `は${value(facts, 'least')}から${value(facts, 'most')}までの整数でなければなりません`,
    (facts) => `must be an integer from ${value(facts, 'least')} to ${value(facts, 'most')}`,
  ),
  repeated: fault(
    () => 'に重複があります',
    () => 'must not repeat',
  ),
  'not-a-span': fault(
    () => 'は、開始が終了より前の整数でなければなりません',
    () => 'must be integers with start before end',
  ),
  overlapping: fault(
    () => 'は、順に並び、重ならないようにしてください',
    () => 'must be sorted and must not overlap',
  ),
  'not-within-one-day': fault(
    () => 'は1日の中に収めてください',
    () => 'must lie within one day',
  ),
  'not-a-place': fault(
    (facts) => `の「${value(facts, 'missing')}」は登録されていない場所です`,
    (facts) => `is not a place: ${value(facts, 'missing')}`,
  ),
  'not-a-specialist': fault(
    (facts) => `の「${value(facts, 'missing')}」は登録されていない専門人材です`,
    (facts) => `names an unknown specialist: ${value(facts, 'missing')}`,
  ),
  'one-entry-per-day': fault(
    () => 'は1日につき1件必要です',
    () => 'must have one entry per day',
  ),
  'weeks-in-order': fault(
    () => 'は0から始まり、1つずつ増えなければなりません',
    () => 'must begin with 0 and rise by at most 1 a day',
  ),
  'not-square': fault(
    () => 'は、場所ごとに1行1列が必要です',
    () => 'must be square: one row and one column per place',
  ),
  'not-zero': fault(
    () => 'は0または未登録でなければなりません',
    () => 'must be 0 or null',
  ),
  'step-divides-day': fault(
    () => 'は1440の約数でなければなりません',
    () => 'must divide 1440',
  ),
  'fixed-twice': fault(
    () => 'が2回決められています',
    () => 'is fixed twice',
  ),
  'unknown-rule': fault(
    (facts) => `に知らない規則「${value(facts, 'missing')}」があります`,
    (facts) => `names an unknown rule: ${value(facts, 'missing')}`,
  ),
  'unknown-weight': fault(
    (facts) => `に知らない重み「${value(facts, 'missing')}」があります`,
    (facts) => `names an unknown weight: ${value(facts, 'missing')}`,
  ),
  'rule-in-two-tiers': fault(
    (facts) => `で規則「${value(facts, 'rule')}」が2か所にあります`,
    (facts) => `must not repeat: ${value(facts, 'rule')} is in two tiers`,
  ),
  'too-many-tiers': fault(
    (facts) => `は${value(facts, 'most')}段までです`,
    (facts) => `must be at most ${value(facts, 'most')}`,
  ),
} satisfies Readonly<Record<string, Sentence>>;

/** What can be computed but is surely not meant. */
const DOUBTFUL = {
  'no-specialists': {
    ja: () => '派遣できる専門人材が登録されていません',
    en: () => 'There is nobody to send',
  },
  'fixed-overlap': {
    ja: (facts, names) =>
      `${ofSpecialist(facts, names)}さんの確定済みの予定が${moment('ja', facts, 'start', names)}に重なっています`,
    en: (facts, names) =>
      `Two fixed visits of ${ofSpecialist(facts, names)} overlap from ${moment('en', facts, 'start', names)}`,
  },
  'fixed-outside-term': {
    ja: (facts, names) =>
      `${ofSpecialist(facts, names)}さんの${moment('ja', facts, 'start', names)}からの確定済みの訪問が、委嘱期間の外にあります`,
    en: (facts, names) =>
      `A fixed visit of ${ofSpecialist(facts, names)} (${moment('en', facts, 'start', names)}) lies outside the agreement`,
  },
  'fixed-blocked': {
    ja: (facts, names) =>
      `${ofSpecialist(facts, names)}さんの${moment('ja', facts, 'start', names)}からの確定済みの訪問が、休みや研修などと重なっています`,
    en: (facts, names) =>
      `A fixed visit of ${ofSpecialist(facts, names)} (${moment('en', facts, 'start', names)}) lies where ` +
      `${ofSpecialist(facts, names)} is not on duty`,
  },
  'fixed-out-of-order': {
    ja: (facts, names) =>
      `申請 ${ofRequest(facts, names)} の確定済みの第${value(facts, 'visitNo')}回が、次の回より後にあります`,
    en: (facts, names) =>
      `Fixed visit ${value(facts, 'visitNo')} of request ${ofRequest(facts, names)} comes after the next one`,
  },
  'deadline-before-release': {
    ja: (facts, names) =>
      `申請 ${ofRequest(facts, names)} は、期限（${moment('ja', facts, 'deadline', names)}）までに訪問1回分の時間がありません`,
    en: (facts, names) =>
      `Request ${ofRequest(facts, names)} leaves no time for a visit before its deadline ` +
      `(${moment('en', facts, 'deadline', names)})`,
  },
  'town-unreachable': {
    ja: (facts, names) =>
      `${named(facts, 'town', names)}への移動時間が、どの専門人材の拠点からも登録されていません（訪問を希望する申請${value(facts, 'requests')}件）`,
    en: (facts, names) =>
      `No way to ${named(facts, 'town', names)} and back is entered from any base ` +
      `(requests on site: ${value(facts, 'requests')})`,
  },
  'visit-longer-than-hours': {
    ja: (facts, names) =>
      `申請 ${ofRequest(facts, names)} の1回（${value(facts, 'minutes')}分）は、受入時間のどの枠（最長${value(facts, 'longest')}分）にも収まりません`,
    en: (facts, names) =>
      `A visit of request ${ofRequest(facts, names)} (${value(facts, 'minutes')} minutes) is longer than any ` +
      `opening hours (${value(facts, 'longest')} minutes)`,
  },
  'need-above-capacity': {
    ja: (facts, names) =>
      `申請 ${ofRequest(facts, names)} の合計${value(facts, 'asked')}分は、全員の稼働時間（${value(facts, 'offered')}分）を超えます`,
    en: (facts, names) =>
      `Request ${ofRequest(facts, names)} asks for ${value(facts, 'asked')} minutes, more than everyone together ` +
      `works (${value(facts, 'offered')})`,
  },
  'required-specialist-unknown': {
    ja: (facts, names) =>
      `申請 ${ofRequest(facts, names)} で派遣が決まっている${named(facts, 'requiredSpecialistId', names)}さんが登録されていません`,
    en: (facts, names) =>
      `${named(facts, 'requiredSpecialistId', names)}, decided by name for request ${ofRequest(facts, names)}, ` +
      'is not a specialist of this plan',
  },
  'gaps-contradict': {
    ja: (facts, names) =>
      `申請 ${ofRequest(facts, names)} の間隔は、上限（${value(facts, 'maxGapDays')}日）が下限（${value(facts, 'minGapDays')}日）より短くなっています`,
    en: (facts, names) =>
      `Request ${ofRequest(facts, names)} allows at most ${value(facts, 'maxGapDays')} days between visits but ` +
      `asks for at least ${value(facts, 'minGapDays')}`,
  },
  'campaign-of-one': {
    ja: (facts, names) =>
      `申請 ${ofRequest(facts, names)} の巡回「${named(facts, 'campaignId', names)}」には他の申請がありません`,
    en: (facts, names) =>
      `Request ${ofRequest(facts, names)} is alone in its campaign ${named(facts, 'campaignId', names)}`,
  },
  'nobody-to-come-along': {
    ja: (facts, names) => `申請 ${ofRequest(facts, names)} に同行できる県職員が登録されていません`,
    en: (facts, names) => `Nobody is registered who could come along to request ${ofRequest(facts, names)}`,
  },
  'companion-unknown': {
    ja: (facts, names) =>
      `申請 ${ofRequest(facts, names)} の同行者「${named(facts, 'companionId', names)}」は登録されていません`,
    en: (facts, names) =>
      `${named(facts, 'companionId', names)}, who comes along to request ${ofRequest(facts, names)}, is not registered`,
  },
  'standing-request-unknown': {
    ja: (facts, names) => `公開済みの訪問の申請「${ofRequest(facts, names)}」が計画にありません`,
    en: (facts, names) =>
      `A standing visit belongs to request ${ofRequest(facts, names)}, which is not in this plan`,
  },
  'standing-number-unknown': {
    ja: (facts, names) =>
      `申請 ${ofRequest(facts, names)} の公開済みの第${value(facts, 'visitNo')}回は、計画する回にありません`,
    en: (facts, names) =>
      `Standing visit ${value(facts, 'visitNo')} of request ${ofRequest(facts, names)} is not among those to place`,
  },
  'standing-specialist-unknown': {
    ja: (facts, names) =>
      `申請 ${ofRequest(facts, names)} の公開済みの第${value(facts, 'visitNo')}回の担当が登録されていません`,
    en: (facts, names) =>
      `Standing visit ${value(facts, 'visitNo')} of request ${ofRequest(facts, names)} has a specialist who is ` +
      'not in this plan',
  },
  'term-empty': {
    ja: (facts, names) =>
      `${ofSpecialist(facts, names)}さんの委嘱期間は、初日（${dayIn('ja', facts, 'firstDay', names)}）が最終日より後です`,
    en: (facts, names) =>
      `The agreement of ${ofSpecialist(facts, names)} ends before it begins (${dayIn('en', facts, 'firstDay', names)})`,
  },
} satisfies Readonly<Record<string, Sentence>>;

/** What can be wrong with a problem. */
export type FindingId = keyof typeof FATAL | keyof typeof DOUBTFUL;

/** The sentence of each. */
export const FINDING_WORDS: Readonly<Record<FindingId, Sentence>> = { ...FATAL, ...DOUBTFUL };
