import { dayOf, MINUTES_PER_DAY } from '../problem.js';
import { RESPECTED, type HardRule } from './rule.js';
import { moment, value } from './words.js';

/** The town's office is open for the whole visit, on site or online. */
export const townOfficeOpen: HardRule = {
  id: 'town-office-open',
  level: 'hard',
  scope: 'frame',
  sentence: {
    ja: (facts, names) =>
      facts['closed'] === 1
        ? `${moment('ja', facts, 'start', names)}は閉庁日です`
        : `${moment('ja', facts, 'start', names)}からの訪問は受入時間に収まりません`,
    en: (facts, names) =>
      facts['closed'] === 1
        ? `The town's office is closed on ${moment('en', facts, 'start', names)}`
        : `A visit from ${moment('en', facts, 'start', names)} does not fit the hours of the town's office`,
  },
  summary: {
    ja: (facts) => `${value(facts, 'minutes')}分の訪問が収まる受入時間がありません`,
    en: (facts) => `No opening hours of the town's office hold a visit of ${value(facts, 'minutes')} minutes`,
  },
  violations(view, visit) {
    const day = dayOf(visit.start);
    const minutes = visit.end - visit.start;
    const town = view.request(visit.requestId)?.town ?? '';
    if (view.isClosed(town, day)) return [{ closed: 1, start: visit.start, minutes }];
    const start = visit.start - day * MINUTES_PER_DAY;
    const open = view.officeHours(town).some((span) => span.start <= start && start + minutes <= span.end);
    return open ? RESPECTED : [{ closed: 0, start: visit.start, minutes }];
  },
};
