import { DEFAULT_POLICY, type SoftRuleId, type Weights } from '@banso/planning';
import type { Bilingual } from './plan-words.js';

/** What the soft rules are called where their points are listed. */
const RULES: Readonly<Record<SoftRuleId, Bilingual>> = {
  'visit-left-out': { ja: '訪問できない依頼（優先度の重み）', en: 'Visits left out, by priority' },
  'town-left-out': { ja: '一度も訪問のない市町村', en: 'Towns without any visit' },
  'long-wait': { ja: '待ちの長さ', en: 'Long waits' },
  'round-order': { ja: '一巡の順番', en: 'Every town once before anyone twice' },
  disturbance: { ja: '公開済みの訪問の変更', en: 'Changes to published visits' },
  'skill-shortfall': { ja: '必須でないスキルの不足', en: 'Shortfall of skills that are not essential' },
  'wished-half-day': { ja: '希望の半日から外れた訪問', en: 'Visits outside the wished half-days' },
  'assembly-day': { ja: '議会などの日の訪問', en: 'Visits on assembly days' },
  continuity: { ja: '担当者の交代', en: 'Changes of specialist' },
  'monthly-guideline': { ja: '月の目安を超えた日', en: 'Days above the monthly guideline' },
  'weekly-guideline': { ja: '週の目安を超えた日', en: 'Days above the weekly guideline' },
  'emergency-reserve': { ja: '緊急枠の不足', en: 'Missing reserve for emergencies' },
  'prefer-online': { ja: '短い訪問の現地開催', en: 'Short visits on site' },
  'night-away': { ja: '宿泊', en: 'Nights away from home' },
  'travel-minutes': { ja: '移動時間', en: 'Travel time' },
  balance: { ja: '負担の偏り', en: 'Uneven load' },
  earliness: { ja: '日取りの遅れ', en: 'Late dates' },
};

/** What one point of each price buys. */
const WEIGHTS: Readonly<Record<keyof Weights, Bilingual>> = {
  visitLeftOut: {
    ja: '訪問できない1件（優先度の重み1あたり）',
    en: 'A visit left out, per weight of priority',
  },
  townLeftOut: { ja: '一度も訪問のない市町村', en: 'A town without any visit' },
  oneItPersonTown: {
    ja: '情報担当が1人以下の市町村への上乗せ',
    en: 'On top where one person at most does IT',
  },
  waitingWeek: { ja: '待ち1週（急ぎの度合い1あたり、長いほど重い）', en: 'A week of waiting, per urgency' },
  roundBroken: { ja: '一巡の順番で追い越された市町村', en: 'A town that is overtaken in a round' },
  movedSpecialist: {
    ja: '公開済みの訪問の担当者変更・取消',
    en: 'A published visit given to another, or to nobody',
  },
  movedDay: { ja: '公開済みの訪問の日の変更', en: 'A published visit on another day' },
  movedTime: {
    ja: '公開済みの訪問の時刻・形の変更',
    en: 'A published visit at another time or in another mode',
  },
  shortfallPerLevel: { ja: '必須でないスキルの不足（1レベル）', en: 'A missing level of a skill' },
  wishMissed: { ja: '希望の半日から外れた訪問', en: 'A visit outside the wished half-days' },
  assemblyDay: { ja: '議会などの日の訪問', en: 'A visit on an assembly day' },
  changeOfSpecialist: { ja: '担当者の交代', en: 'A further specialist on one request' },
  dayAboveMonthly: { ja: '月の目安を超えた1日', en: 'A day above the monthly guideline' },
  dayAboveWeekly: { ja: '週の目安を超えた1日', en: 'A day above the weekly guideline' },
  reserveMissing: { ja: '緊急枠の不足（半日）', en: 'A half-day missing from the reserve' },
  shortVisitOnSite: { ja: '短い訪問の現地開催', en: 'A short visit on site' },
  nightAway: { ja: '宿泊1泊', en: 'A night away from home' },
  travelMinute: { ja: '移動1分', en: 'A minute of travel' },
  balance: { ja: '負担の偏り', en: 'Uneven load' },
  dayLate: { ja: '1日の遅れ（優先度の重み1あたり）', en: 'A day late, per weight of priority' },
};

const keysOf = <Key extends string>(words: Readonly<Record<Key, Bilingual>>): Key[] =>
  Object.keys(words).filter((key): key is Key => key in words);

/** Every rule that a policy can rank. */
export const SOFT_RULE_IDS: readonly SoftRuleId[] = keysOf(RULES);
/** Every price that a policy can set. */
export const WEIGHT_IDS: readonly (keyof Weights)[] = keysOf(WEIGHTS);

/** The name of a soft rule; a rule of another release has only its id. */
export const ruleLabel = (id: string): Bilingual =>
  new Map<string, Bilingual>(Object.entries(RULES)).get(id) ?? { ja: id, en: id };

/** One price with its name, and what it is where nobody set it. */
export interface NamedWeight {
  readonly id: keyof Weights;
  readonly label: Bilingual;
  readonly points: number;
  readonly defaultPoints: number;
}

export const namedWeights = (weights: Weights): NamedWeight[] =>
  WEIGHT_IDS.map((id) => ({
    id,
    label: WEIGHTS[id],
    points: weights[id],
    defaultPoints: DEFAULT_POLICY.weights[id],
  }));
