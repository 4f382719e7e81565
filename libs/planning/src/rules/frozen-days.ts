import { RESPECTED, type HardRule } from './rule.js';
import { moment } from './words.js';

/** Days that are already settled get no new visit, unless it is an emergency. */
export const frozenDays: HardRule = {
  id: 'frozen-days',
  level: 'hard',
  scope: 'frame',
  sentence: {
    ja: (facts, names) =>
      `${moment('ja', facts, 'frozenUntil', names)}までは日程が確定しているため、緊急の申請以外は追加できません`,
    en: (facts, names) =>
      `The days before ${moment('en', facts, 'frozenUntil', names)} are settled; only emergencies are added`,
  },
  summary: {
    ja: (facts, names) =>
      `日程が確定している期間（${moment('ja', facts, 'frozenUntil', names)}まで）の後に入る枠がありません`,
    en: (facts, names) =>
      `No slot fits after the settled days (until ${moment('en', facts, 'frozenUntil', names)})`,
  },
  violations(view, visit) {
    const { frozenUntil } = view.problem;
    if (frozenUntil === undefined || visit.start >= frozenUntil) return RESPECTED;
    return view.request(visit.requestId)?.emergency === true ? RESPECTED : [{ frozenUntil }];
  },
};
