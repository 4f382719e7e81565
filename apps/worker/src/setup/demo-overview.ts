import { addDays, type FixedClock, fiscalYearOf, localDateOf } from '@banso/kernel';
import { TargetService } from '@banso/overview';
import type { Db } from '@banso/platform';
import { makePast, type PastCase } from './demo-aftermath.js';
import type { DemoPeople } from './demo-people.js';

interface Services {
  readonly db: Db;
  readonly clock: FixedClock;
  readonly now: Date;
}

const TROUBLES = [
  ['T18', 'お知らせの届け方を見直したい', '回覧と広報紙だけでは若い世帯に届いていない。'],
  ['T14', '職員研修の年間計画を作りたい', '研修が単発で、部署ごとの差が大きい。'],
  ['T01', '窓口の待ち時間を減らしたい', '転入の多い時期に一時間を超える待ちが出る。'],
] as const;
const POINTS = [5, 4, 4, 5, 3, 4] as const;
/** Towns of each round, which of them are rated, and after how many days their steps were done. */
const ROUNDS = [
  { filedDaysAgo: 430, lastDaysAgo: 390, towns: [0, 2, 4, 6], done: [20, 40] },
  { filedDaysAgo: 190, lastDaysAgo: 150, towns: [1, 3, 5, 7, 9, 11, 0], done: [25, 110] },
  { filedDaysAgo: 110, lastDaysAgo: 72, towns: [2, 4, 8, 10, 12], done: [30] },
] as const;

/** Earlier cases of this year and of the one before, so that there is something to compare. */
export async function makeHistory(services: Services, people: DemoPeople): Promise<number> {
  // A prefecture that has just begun has no history.
  if (people.towns.size < 10) return 0;
  let made = 0;
  for (const { filedDaysAgo, lastDaysAgo, towns, done } of ROUNDS) {
    const cases = towns.map((town, n): PastCase => {
      const [themeId, title, trouble] = TROUBLES[n % TROUBLES.length] ?? TROUBLES[0];
      const points = POINTS[n % POINTS.length] ?? 4;
      return {
        state: 'COMPLETED',
        town,
        themeId,
        title,
        trouble,
        daysAgo: lastDaysAgo + (n % 3) * 4,
        doneAfterDays: n % 3 === 2 ? done.slice(0, 1) : done,
        ratings: { usefulness: points, clarity: points, progress: Math.max(3, points - 1), again: points },
      };
    });
    made += await makePast(services, people, { cases, filedDaysAgo });
  }
  return made;
}

/** 目標: invented, one of them corrected once, so that there is a history. */
export async function setTargets({ db, clock, now }: Services, { hub, towns }: DemoPeople): Promise<void> {
  clock.moveTo(now);
  const service = new TargetService(db, clock);
  const fiscalYear = fiscalYearOf(localDateOf(now));
  const countedOn = addDays(localDateOf(now), -10);
  const source = '架空のDX人材確保・育成方針';
  await service.set(hub, { fiscalYear, kind: 'COVERAGE', target: 100, source });
  const counted = { fiscalYear, countedOn, source };
  await service.set(hub, { ...counted, kind: 'EXPERT', target: 18, secured: 14 });
  await service.set(hub, { ...counted, kind: 'EXPERT', target: 18, secured: 16, seen: '1' });
  await service.set(hub, { ...counted, kind: 'LEADER', target: 120, secured: 78, trained: 96 });
  await service.set(hub, { ...counted, kind: 'STAFF', target: 80, trained: 2_310, headcount: 4_200 });
  for (const [n, municipalityId] of [...towns.keys()].slice(0, 3).entries())
    await service.set(hub, {
      ...counted,
      municipalityId,
      kind: 'LEADER',
      target: 8,
      secured: 3 + n,
      trained: 5,
    });
}
