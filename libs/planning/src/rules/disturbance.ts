import type { Assignment, Facts } from '../plan.js';
import type { PlanView } from '../plan-view.js';
import type { Weights } from '../policy.js';
import { dayOf, nightsOf, type StandingVisit } from '../problem.js';
import type { SoftRule } from './rule.js';
import { value } from './words.js';

/** What has become of a standing visit, the worst that applies. */
type Change = 'left-out' | 'specialist' | 'day' | 'time';

const WORDS: Readonly<Record<Change, { readonly ja: string; readonly en: string }>> = {
  'left-out': { ja: 'の日程がなくなります', en: 'loses its date' },
  specialist: { ja: 'の担当が変わります', en: 'gets another specialist' },
  day: { ja: 'の日が変わります', en: 'moves to another day' },
  time: { ja: 'の時刻・実施方法または宿泊が変わります', en: 'changes its time, mode or night away' },
};

/** What towns and specialists have been told stays as it is. */
export const disturbance: SoftRule = {
  id: 'disturbance',
  level: 'soft',
  shown: true,
  sentence: {
    ja: (facts) => `公開済み・提案済みの第${value(facts, 'visitNo')}回${wordsOf(facts).ja}`,
    en: (facts) => `Visit ${value(facts, 'visitNo')}, already announced, ${wordsOf(facts).en}`,
  },
  violations(view) {
    return movedStanding(view).map(({ standing, change }) => ({
      facts: { requestId: standing.requestId, visitNo: standing.visitNo, change },
      cost: priceOf(change, view.weights),
    }));
  },
};

/** Standing visits that do not stay as they are. */
export function movedStanding(
  view: PlanView,
): readonly { readonly standing: StandingVisit; readonly change: Change }[] {
  return view.standing.flatMap((standing) => {
    const { requestId, visitNo } = standing;
    if (!view.numbersOf(requestId).includes(visitNo)) return [];
    const found = view.siblings(requestId).find((other) => other.visit && other.visitNo === visitNo);
    const change = changeOf(standing, found?.visit ?? null);
    return change === null ? [] : [{ standing, change }];
  });
}

function changeOf(standing: StandingVisit, visit: Assignment | null): Change | null {
  if (!visit) return 'left-out';
  if (visit.specialistId !== standing.specialistId) return 'specialist';
  if (dayOf(visit.start) !== dayOf(standing.start)) return 'day';
  const isSame =
    visit.start === standing.start && visit.mode === standing.mode && hasSameNights(visit, standing);
  return isSame ? null : 'time';
}

const hasSameNights = (visit: Assignment, standing: StandingVisit): boolean =>
  nightsOf(visit).join() === nightsOf(standing).join();

function priceOf(change: Change, { movedDay, movedSpecialist, movedTime }: Weights): number {
  if (change === 'day') return movedDay;
  return change === 'time' ? movedTime : movedSpecialist;
}

function wordsOf(facts: Facts): { readonly ja: string; readonly en: string } {
  const change = facts['change'];
  return Object.entries(WORDS).find(([key]) => key === change)?.[1] ?? WORDS['left-out'];
}
