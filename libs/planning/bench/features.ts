import { DEFAULT_POLICY, type PolicyChoice } from '../src/policy.js';
import {
  dayOf,
  MINUTES_PER_DAY,
  modesWished,
  numbersToPlace,
  type Block,
  type Companion,
  type Gate,
  type Interval,
  type PlanningRequest,
  type PlanningSpecialist,
  type Problem,
  type StandingVisit,
  type TownFacts,
  type WeeklySession,
} from '../src/problem.js';
import type { Random } from '../src/random.js';
import { onceIn, pick, times } from './draw.js';

const FIRMS = ['vendor-a', 'vendor-b', 'vendor-c'];

/** The same problem with everything a problem may have besides the bare need, drawn now and then. */
export function withFeatures(bare: Problem, random: Random): Problem {
  const companions = companionsFor(bare, random);
  const problem: Problem = {
    ...bare,
    specialists: bare.specialists.map((specialist) => specialistWith(specialist, bare, random)),
    requests: bare.requests.map((request) => requestWith(request, random)),
    companions,
    sessions: onceIn(2, random) ? sessionsFor(bare, random) : [],
    towns: townsFor(bare, random),
    ...(onceIn(3, random) && { weekOfDay: times(bare.days, (day) => Math.floor((day + 3) / 7)) }),
    ...(onceIn(3, random) && { frozenUntil: random.below(Math.ceil(bare.days / 2)) * MINUTES_PER_DAY }),
    ...(onceIn(3, random) && { reserve: reserveFor(bare, random) }),
    ...(onceIn(3, random) && { policy: policyFor(random) }),
  };
  const standing = onceIn(2, random) ? standingFor(problem, random) : [];
  const fixed = problem.fixed.map((visit) => {
    const companion = companions[0];
    const accompanied = companion && visit.requestId !== null && onceIn(4, random);
    const placed = visit.place !== null && onceIn(3, random);
    return {
      ...visit,
      ...(accompanied && { companionId: companion.id }),
      ...(placed && nightsFor(random)),
    };
  });
  return { ...problem, fixed, standing };
}

function specialistWith(one: PlanningSpecialist, problem: Problem, random: Random): PlanningSpecialist {
  const { days } = problem;
  const firstDay = random.below(Math.ceil(days / 3));
  const lastDay = days - 1 - random.below(Math.ceil(days / 3));
  return {
    ...one,
    ...(onceIn(3, random) && { blocked: blocksFor(days, random) }),
    ...(onceIn(6, random) && { term: { firstDay, lastDay } }),
    ...(onceIn(5, random) && { gates: gatesFor(problem, random) }),
    ...(onceIn(4, random) && { employers: [pick(FIRMS, random)] }),
    ...(onceIn(4, random) && { weeklyDays: 1 + random.below(4) }),
    ...(onceIn(4, random) && { weeklyCap: 1 + random.below(3) }),
    ...(onceIn(6, random) && { monthlyCap: 2 + random.below(6) }),
    ...(onceIn(4, random) && { nights: 1 + random.below(2) }),
    ...(onceIn(6, random) && { excludedTowns: [pick(problem.places, random)] }),
  };
}

function blocksFor(days: number, random: Random): Block[] {
  const blocks: Block[] = [];
  for (let day = random.below(7); day < days; day += 1 + random.below(10)) {
    const midnight = day * MINUTES_PER_DAY;
    const kind = pick(['DAY_OFF', 'PLACEMENT', 'TRAINING', 'OTHER'] as const, random);
    const [from, to] = pick([[0, 1440] as const, [0, 750] as const, [600, 660] as const], random);
    blocks.push({ kind, start: midnight + from, end: midnight + to });
  }
  return blocks;
}

function gatesFor(problem: Problem, random: Random): Gate[] {
  return times(1 + random.below(2), () => ({
    town: onceIn(2, random) ? null : pick(problem.places, random),
    fromDay: onceIn(4, random) ? null : random.below(problem.days),
  }));
}

function requestWith(request: PlanningRequest, random: Random): PlanningRequest {
  return {
    ...request,
    ...(onceIn(5, random) && { maxGapDays: request.minGapDays + random.below(15) }),
    ...(onceIn(5, random) && { vendors: [pick(FIRMS, random)] }),
    ...(onceIn(5, random) && { companion: true }),
    ...(onceIn(4, random) && { campaignId: pick(['campaign-1', 'campaign-2'], random) }),
    ...(onceIn(10, random) && { emergency: true }),
  };
}

function companionsFor(problem: Problem, random: Random): Companion[] {
  return times(random.below(4), (i) => {
    const available: Interval[] = [];
    for (let day = 0; day < problem.days; day += 1) {
      const start = day * MINUTES_PER_DAY;
      if (day % 7 > 4 || onceIn(6, random)) continue;
      if (onceIn(2, random)) available.push({ start: start + 510, end: start + 1050 });
      else
        available.push({ start: start + 540, end: start + 720 }, { start: start + 780, end: start + 1020 });
    }
    return { id: `companion-${i + 1}`, base: pick(problem.places, random), available };
  });
}

function sessionsFor(problem: Problem, random: Random): WeeklySession[] {
  return times(1 + random.below(2), (i) => {
    const first = random.below(problem.specialists.length);
    const others = problem.specialists.filter((_, at) => at === first || onceIn(4, random));
    const start = 540 + 30 * random.below(12);
    const firstDay = random.below(Math.min(7, problem.days));
    return {
      id: `session-${i + 1}`,
      specialistIds: others.map(({ id }) => id),
      firstDay,
      start,
      end: start + 90,
      place: onceIn(3, random) ? pick(problem.places, random) : null,
      exceptDays: onceIn(2, random) ? [firstDay] : [],
    };
  });
}

function townsFor(problem: Problem, random: Random): Record<string, TownFacts> {
  const { days } = problem;
  const facts = problem.places.flatMap((place): [string, TownFacts][] => {
    if (!onceIn(3, random)) return [];
    const busy = random.below(days);
    return [
      [
        place,
        {
          ...(onceIn(2, random) && { oneItPerson: true }),
          ...(onceIn(3, random) && { closedDays: [random.below(days)] }),
          ...(onceIn(3, random) && { officeHours: [{ start: 600, end: 900 }] }),
          ...(onceIn(2, random) && { busyDays: times(Math.min(7, days - busy), (i) => busy + i) }),
        },
      ],
    ];
  });
  return Object.fromEntries(facts);
}

function reserveFor(problem: Problem, random: Random): Problem['reserve'] {
  const skills = Object.keys(problem.specialists[0]?.skills ?? {});
  const skillId = skills.length === 0 || onceIn(2, random) ? null : pick(skills, random);
  const halfDaysPerWeek = 1 + random.below(2 * problem.specialists.length);
  return { halfDaysPerWeek, skillId, level: skillId === null ? 0 : 3 };
}

/** Other prices, another order of the tiers, or a rule that does not count. */
function policyFor(random: Random): PolicyChoice {
  const names = Object.keys(DEFAULT_POLICY.weights);
  const weights = Object.fromEntries(times(3, () => [pick(names, random), random.below(90)]));
  const rules = DEFAULT_POLICY.tiers.flat();
  const dropped = onceIn(2, random) ? pick(rules.slice(2), random) : null;
  const alone = onceIn(2, random) ? pick(rules.slice(2), random) : null;
  const rest = DEFAULT_POLICY.tiers.map((tier) => tier.filter((rule) => rule !== dropped && rule !== alone));
  const tiers = alone === null || alone === dropped ? rest : [...rest, [alone]];
  return { weights, tiers };
}

function nightsFor(random: Random): Pick<StandingVisit, 'nightBefore' | 'nightAfter'> {
  return pick([{ nightBefore: true }, { nightAfter: true }, { nightBefore: true, nightAfter: true }], random);
}

/** An earlier plan, as it might have been published: not all of it still possible. */
function standingFor(problem: Problem, random: Random): StandingVisit[] {
  return problem.requests.flatMap((request) => {
    if (onceIn(2, random)) return [];
    let day = dayOf(request.earliest) - 1;
    return numbersToPlace(problem, request).flatMap((visitNo): StandingVisit[] => {
      day += 1 + request.minGapDays + random.below(4);
      const specialist = pick(problem.specialists, random);
      const window = specialist.available.find(({ start }) => dayOf(start) >= day);
      if (!window) return [];
      day = dayOf(window.start);
      const start = Math.ceil(window.start / 30) * 30 + 30 * random.below(4);
      const companion = request.companion === true ? problem.companions?.[0] : undefined;
      return [
        {
          requestId: request.id,
          visitNo,
          specialistId: request.requiredSpecialistId ?? specialist.id,
          mode: pick(modesWished(request), random),
          start,
          end: start + request.minutes,
          ...(companion && { companionId: companion.id }),
          ...(onceIn(4, random) && nightsFor(random)),
        },
      ];
    });
  });
}
