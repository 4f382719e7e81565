import type { Facts } from '../plan.js';
import { RESPECTED, type HardRule, type Locale } from './rule.js';
import { extent, moment, named } from './words.js';

const WORDS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  DAY_OFF: { ja: '休み', en: 'a day off' },
  PLACEMENT: { ja: '常駐', en: 'a placement' },
  TRAINING: { ja: '研修', en: 'training' },
};
const OTHER: Readonly<Record<Locale, string>> = { ja: '別の用務', en: 'other duties' };

/** No visit while the specialist is off duty: a day off, a placement, training. */
export const notBlocked: HardRule = {
  id: 'not-blocked',
  level: 'hard',
  scope: 'slot',
  sentence: {
    ja: (facts, names) =>
      `${named(facts, 'specialistId', names)}さんは${moment('ja', facts, 'blockStart', names)}から${kindIn('ja', facts)}です`,
    en: (facts, names) =>
      `${named(facts, 'specialistId', names)} has ${kindIn('en', facts)} from ${moment('en', facts, 'blockStart', names)}`,
  },
  summary: {
    ja: (facts) =>
      facts['kind'] === undefined
        ? `専門人材が休みや研修などで動けません${extent('ja', facts)}`
        : `専門人材が${kindIn('ja', facts)}のため動けません${extent('ja', facts)}`,
    en: (facts) =>
      facts['kind'] === undefined
        ? `The specialists are off duty or in training${extent('en', facts)}`
        : `The specialists have ${kindIn('en', facts)}${extent('en', facts)}`,
  },
  violations(view, visit) {
    const blocked = view.specialist(visit.specialistId)?.blocked;
    if (!blocked || blocked.length === 0) return RESPECTED;
    return blocked
      .filter((block) => block.start < visit.end && visit.start < block.end)
      .map(({ kind, start, end }) => ({ kind, blockStart: start, blockEnd: end }));
  },
};

function kindIn(locale: Locale, facts: Facts): string {
  return (WORDS[String(facts['kind'])] ?? OTHER)[locale];
}
