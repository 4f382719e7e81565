import {
  MINUTES_PER_DAY,
  type FixedVisit,
  type Interval,
  type PlanningRequest,
  type PlanningSpecialist,
  type Priority,
  type Problem,
  type SkillNeed,
  type VisitMode,
  type WishedMode,
} from '../src/problem.js';
import { seededRandom, type Random } from '../src/random.js';
import { pick, times } from './draw.js';
import { withFeatures } from './features.js';

/** Size of a generated problem; the rest follows from the seed. */
export interface Size {
  readonly requests: number;
  readonly specialists: number;
  readonly days: number;
  readonly seed: number;
  /** Draw also what a problem may have besides the bare need: blocks, terms, companions, standing visits … */
  readonly full?: boolean;
}

const SKILLS = ['BT-03', 'BT-06', 'BT-09', 'BT-13', 'BT-15', 'GOV-03', 'GOV-04', 'GOV-07', 'GOV-08', 'TE-08'];
const MORNING = { start: 540, end: 720 };
const AFTERNOON = { start: 780, end: 1020 };

interface Place {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly island: boolean;
}

/** A made-up prefecture: towns on a map of about 100 minutes across, one island in twenty. */
export function generate(size: Size): Problem {
  const random = seededRandom(size.seed);
  const places = placesFor(Math.max(3, Math.floor(size.requests / 3)), random);
  const closedDays = Array.from({ length: size.days }, (_, day) => day).filter((day) => day % 7 > 4);
  const specialists = times(size.specialists, (i) => specialistOf(i, size, places, random));
  const months = Math.floor(size.days / 30) + 1;
  const problem: Problem = {
    days: size.days,
    monthOfDay: Array.from({ length: size.days }, (_, day) => Math.min(months - 1, Math.floor(day / 30))),
    closedDays,
    officeHours: [MORNING, AFTERNOON],
    slotStep: 30,
    places: places.map((place) => place.id),
    travel: travelOf(places),
    travelBuffer: { percent: 10, minMinutes: 10 },
    specialists,
    requests: times(size.requests, (i) => requestOf(i, size, places, random)),
    fixed: [],
  };
  const bare = { ...problem, fixed: fixedFor(problem, random) };
  // A chance of its own: the bare problem is the same with and without.
  return size.full === true ? withFeatures(bare, seededRandom(size.seed + 7919)) : bare;
}

function placesFor(count: number, random: Random): Place[] {
  return times(count, (i) => ({
    id: `town-${i + 1}`,
    x: random.below(100),
    y: random.below(100),
    island: i > 0 && random.below(20) === 0,
  }));
}

function travelOf(places: readonly Place[]): (number | null)[][] {
  return places.map((from) =>
    places.map((to) => {
      if (from === to) return 0;
      if (from.island || to.island) return null;
      return 5 + Math.floor(Math.sqrt((from.x - to.x) ** 2 + (from.y - to.y) ** 2));
    }),
  );
}

function specialistOf(i: number, size: Size, places: readonly Place[], random: Random): PlanningSpecialist {
  const weekly = 2 + random.below(4);
  const available: Interval[] = [];
  for (let day = 0; day < size.days; day += 1) {
    const away = random.below(12) === 0;
    if (day % 7 > 4 || (day + i) % 7 >= weekly + 2 || away) continue;
    const start = day * MINUTES_PER_DAY;
    available.push({ start: start + 510, end: start + 720 }, { start: start + 780, end: start + 1050 });
  }
  const skills = Object.fromEntries(SKILLS.map((id) => [id, random.below(3) === 0 ? 4 : random.below(4)]));
  const modes: VisitMode[] = random.below(5) === 0 ? ['ON_SITE'] : ['ON_SITE', 'ONLINE'];
  const monthlyDays = random.below(4) === 0 ? null : 4 + random.below(8);
  const home = places.filter((place) => !place.island);
  const usedDaysByMonth = [random.below(2), 0, 0, 0];
  const base = pick(home, random).id;
  return { id: `specialist-${i + 1}`, base, skills, available, modes, monthlyDays, usedDaysByMonth };
}

function needsOf(random: Random): SkillNeed[] {
  const first = random.below(SKILLS.length);
  return times(1 + random.below(4), (i) => ({
    skillId: SKILLS[(first + i * 3) % SKILLS.length] ?? 'GOV-03',
    level: i === 0 ? 2 + random.below(2) : 1 + random.below(3),
    essential: i === 0,
  }));
}

function requestOf(i: number, size: Size, places: readonly Place[], random: Random): PlanningRequest {
  const firstDay = random.below(Math.max(1, Math.floor(size.days / 2)));
  const lastDay = random.below(3) === 0 ? null : firstDay + 5 + random.below(size.days);
  const wished: Interval[] = [];
  if (random.below(3) === 0) {
    for (let day = firstDay; day < size.days; day += 1 + random.below(5)) {
      const half = random.below(2) === 0 ? MORNING : AFTERNOON;
      const start = day * MINUTES_PER_DAY;
      wished.push({ start: start + half.start, end: start + half.end });
    }
  }
  const modes: WishedMode[] = ['ON_SITE', 'ON_SITE', 'ONLINE', 'EITHER', 'EITHER'];
  const priorities: Priority[] = [1, 2, 2, 2, 3, 3, 4];
  return {
    id: `request-${i + 1}`,
    town: pick(places, random).id,
    needs: needsOf(random),
    priority: pick(priorities, random),
    earliest: firstDay * MINUTES_PER_DAY,
    deadline: lastDay === null ? null : (lastDay + 1) * MINUTES_PER_DAY,
    visits: 1 + random.below(3),
    firstVisitNo: 1,
    minutes: pick([60, 90, 120, 120, 180], random),
    minGapDays: pick([0, 1, 3, 7, 14], random),
    mode: pick(modes, random),
    wished,
    onlyWished: random.below(8) === 0,
    requiredSpecialistId: random.below(8) === 0 ? `specialist-${1 + random.below(size.specialists)}` : null,
    previousSpecialistId: random.below(5) === 0 ? `specialist-${1 + random.below(size.specialists)}` : null,
    waitingDays: random.below(120),
  };
}

/** Some training without a place, and now and then a first visit that is already agreed. */
function fixedFor(problem: Problem, random: Random): FixedVisit[] {
  const fixed: FixedVisit[] = [];
  problem.specialists.forEach((specialist, i) => {
    if (random.below(2) === 0 || specialist.available.length === 0) return;
    const window = pick(specialist.available, random);
    const request = random.below(2) === 0 ? problem.requests[i] : undefined;
    const agreed = request !== undefined && request.mode !== 'ONLINE';
    fixed.push({
      id: `fixed-${i + 1}`,
      requestId: agreed ? request.id : null,
      visitNo: agreed ? 1 + random.below(3) : null,
      specialistId: specialist.id,
      place: agreed ? request.town : null,
      mode: agreed ? 'ON_SITE' : 'ONLINE',
      start: window.start + 30,
      end: window.start + 120,
    });
  });
  return fixed;
}
