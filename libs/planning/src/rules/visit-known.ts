import { dayOf } from '../problem.js';
import { RESPECTED, type HardRule } from './rule.js';

/** A visit belongs to a known request and specialist, has its length, starts on the grid inside the horizon. */
export const visitKnown: HardRule = {
  id: 'visit-known',
  level: 'hard',
  scope: 'pair',
  sentence: {
    ja: () => '申請にない回か、所要時間・開始時刻が申請と合わない訪問です',
    en: () => 'The visit is not one of the request, or its length or start does not match the request',
  },
  summary: {
    ja: (facts) =>
      facts['specialists'] === 0
        ? '派遣できる専門人材が登録されていません'
        : '申請の内容に合う訪問の形がありません',
    en: (facts) =>
      facts['specialists'] === 0 ? 'There is nobody to send' : 'No visit can match the request',
  },
  violations(view, visit) {
    const { problem } = view;
    const request = view.request(visit.requestId);
    if (!request || !view.specialist(visit.specialistId)) return [{ part: 'ids' }];
    // A number held by a fixed visit has its own rule.
    const fixed = view.siblings(request.id).some((other) => !other.visit && other.visitNo === visit.visitNo);
    if (!fixed && !view.numbersOf(request.id).includes(visit.visitNo)) return [{ part: 'visitNo' }];
    if (visit.end - visit.start !== request.minutes) return [{ part: 'length', minutes: request.minutes }];
    if (visit.start % problem.slotStep !== 0) return [{ part: 'step', slotStep: problem.slotStep }];
    const day = dayOf(visit.start);
    const inside = day >= 0 && day < problem.days && dayOf(visit.end - 1) === day;
    return inside ? RESPECTED : [{ part: 'horizon' }];
  },
};
