import type { Assignment, Facts } from '../plan.js';
import type { PlanView } from '../plan-view.js';
import { dayOf } from '../problem.js';
import { RESPECTED, type HardRule } from './rule.js';
import { extent, moment, named } from './words.js';

/** Where someone of the prefecture comes along, that person has the time, the ways from and to the base included. */
export const companionFree: HardRule = {
  id: 'companion-free',
  level: 'hard',
  scope: 'slot',
  sentence: {
    ja: (facts, names) => {
      const who = `同行者${named(facts, 'companionId', names)}さん`;
      if (facts['part'] === 'missing') return '県職員の同行が必要ですが、同行者が決まっていません';
      if (facts['part'] === 'unwanted') return '同行を求めていない申請に同行者が付いています';
      if (facts['part'] === 'unknown') return '登録されていない同行者です';
      if (facts['part'] === 'way') return `${who}の移動時間が登録されていません`;
      if (facts['part'] === 'busy')
        return `${who}は${moment('ja', facts, 'otherStart', names)}から別の同行があります`;
      return `${who}の勤務時間に、往復の移動を含めて収まりません`;
    },
    en: (facts, names) => {
      const who = named(facts, 'companionId', names);
      if (facts['part'] === 'missing')
        return 'Someone of the prefecture has to come along, but nobody is named';
      if (facts['part'] === 'unwanted') return 'The request asks for nobody to come along';
      if (facts['part'] === 'unknown') return 'The person to come along is not registered';
      if (facts['part'] === 'way') return `The way of ${who}, who comes along, is not entered`;
      if (facts['part'] === 'busy')
        return `${who} comes along elsewhere from ${moment('en', facts, 'otherStart', names)}`;
      return `The visit and the ways there and back do not fit the working hours of ${who}, who comes along`;
    },
  },
  summary: {
    ja: (facts) =>
      facts['part'] === 'missing'
        ? `同行できる県職員がいません${extent('ja', facts)}`
        : `同行する県職員の都合がつきません${extent('ja', facts)}`,
    en: (facts) => `Nobody of the prefecture can come along${extent('en', facts)}`,
  },
  violations(view, visit) {
    const request = view.request(visit.requestId);
    if (!request) return RESPECTED;
    const companionId = visit.companionId ?? null;
    if (request.companion !== true)
      return companionId === null ? RESPECTED : [{ part: 'unwanted', companionId }];
    if (companionId === null) return [{ part: 'missing' }];
    if (!view.companion(companionId)) return [{ part: 'unknown', companionId }];
    return obstacles(view, visit, companionId);
  },
};

function obstacles(view: PlanView, visit: Assignment, companionId: string): readonly Facts[] {
  const day = dayOf(visit.start);
  const away = view.companionAway(companionId, view.placeOf(visit), visit);
  if (!away) return [{ part: 'way', companionId }];
  const windows = view.companionWindows(companionId, day);
  const first = windows[0];
  const last = windows[windows.length - 1];
  const inside = windows.some((window) => window.start <= visit.start && visit.end <= window.end);
  if (!inside || !first || !last || away.start < first.start || away.end > last.end) {
    return [{ part: 'hours', companionId, start: visit.start }];
  }
  return view
    .companionSpans(companionId, day)
    .filter((other) => other.visit !== visit && other.start < away.end && away.start < other.end)
    .map((other) => ({ part: 'busy', companionId, otherStart: other.start }));
}
