import type { Facts } from '../plan.js';
import type { Locale, Names, Sentence } from '../rules/rule.js';
import { dayIn, moment, named, value } from '../rules/words.js';
import type { ChangeKind, NearestChange } from './change.js';

const who = (facts: Facts, names: Names): string => named(facts, 'specialistId', names);

const WORDS: Readonly<Record<ChangeKind, Sentence>> = {
  ONLINE_INSTEAD: {
    ja: (facts, names) =>
      `オンラインなら、${moment('ja', facts, 'start', names)}から${who(facts, names)}さんが対応できます`,
    en: (facts, names) =>
      `Online instead: ${who(facts, names)} could do it from ${moment('en', facts, 'start', names)}`,
  },
  ANY_TIME: {
    ja: (facts, names) =>
      `希望日時以外も可とすれば、${moment('ja', facts, 'start', names)}から${who(facts, names)}さんが対応できます`,
    en: (facts, names) =>
      `At another than the wished times: ${who(facts, names)} from ${moment('en', facts, 'start', names)}`,
  },
  LATER_DEADLINE: {
    ja: (facts, names) =>
      `期限を${value(facts, 'days')}日延ばせば、${moment('ja', facts, 'start', names)}から${who(facts, names)}さんが対応できます`,
    en: (facts, names) =>
      `With the deadline ${value(facts, 'days')} days later: ${who(facts, names)} from ${moment('en', facts, 'start', names)}`,
  },
  SHORTER_VISIT: {
    ja: (facts, names) =>
      `${value(facts, 'minutes')}分に短縮すれば、${moment('ja', facts, 'start', names)}から${who(facts, names)}さんが対応できます`,
    en: (facts, names) =>
      `Cut to ${value(facts, 'minutes')} minutes: ${who(facts, names)} from ${moment('en', facts, 'start', names)}`,
  },
  TOWN_OPENS: {
    ja: (facts, names) =>
      `${named(facts, 'town', names)}が${dayIn('ja', facts, 'day', names)}に受け入れられれば、${who(facts, names)}さんが${moment('ja', facts, 'start', names)}から対応できます`,
    en: (facts, names) =>
      `If ${named(facts, 'town', names)} opens on ${dayIn('en', facts, 'day', names)}: ${who(facts, names)} from ${moment('en', facts, 'start', names)}`,
  },
  ONE_MORE_HALF_DAY: {
    ja: (facts, names) =>
      `${who(facts, names)}さんが${moment('ja', facts, 'start', names)}からの半日を追加で空けられれば入ります`,
    en: (facts, names) =>
      `One more half-day of ${who(facts, names)}, from ${moment('en', facts, 'start', names)}, would do`,
  },
  ABOVE_THE_CAP: {
    ja: (facts, names) =>
      `${who(facts, names)}さんの${facts['period'] === 'WEEK' ? '週' : '月'}の稼働日数の上限（${value(facts, 'cap')}日）を1日増やせば、${moment('ja', facts, 'start', names)}から入ります`,
    en: (facts, names) =>
      `With one day more than ${value(facts, 'cap')} per ${facts['period'] === 'WEEK' ? 'week' : 'month'}, ${who(facts, names)} could do it from ${moment('en', facts, 'start', names)}`,
  },
  TRAINING_OR_TERM: {
    ja: (facts, names) =>
      facts['part'] === 'TERM'
        ? `${who(facts, names)}さんの委嘱期間に${dayIn('ja', facts, 'day', names)}が含まれれば、${moment('ja', facts, 'start', names)}から入ります`
        : `${who(facts, names)}さんが${dayIn('ja', facts, 'day', names)}までに事前研修を終えれば、${moment('ja', facts, 'start', names)}から入ります`,
    en: (facts, names) =>
      facts['part'] === 'TERM'
        ? `If the agreement of ${who(facts, names)} covered ${dayIn('en', facts, 'day', names)}: from ${moment('en', facts, 'start', names)}`
        : `If ${who(facts, names)} has done the training before ${dayIn('en', facts, 'day', names)}: from ${moment('en', facts, 'start', names)}`,
  },
  ANOTHER_SPECIALIST: {
    ja: (facts, names) =>
      `指名を外せば、${moment('ja', facts, 'start', names)}から${who(facts, names)}さんが対応できます`,
    en: (facts, names) =>
      `With another specialist than the one named: ${who(facts, names)} from ${moment('en', facts, 'start', names)}`,
  },
};

/** The sentence for the screen; `names` as in `say`. */
export const sayChange = ({ kind, facts }: NearestChange, names: Names, locale: Locale): string =>
  WORDS[kind][locale](facts, names);
