import type { Problem } from '../../src/problem.js';
import { seededRandom } from '../../src/random.js';
import { pick } from '../draw.js';
import { AFTERNOON, isWorkday, MORNING, monthsOf } from './calendar.js';
import { officesOf, prefectures, travelBetween, travelBuffer, type Office } from './register.js';
import { agreedVisits, requestsFor, visitCountsFor } from './requests.js';
import type { Extent, Setting } from './setting.js';
import { specialistsFor } from './specialists.js';
import { companionsFor, sessionsFor, townFactsFor } from './surroundings.js';
import { readThemes } from './themes.js';

/** Sizes of which there is one problem. */
export type SizeName = 'tiny' | 'small' | 'mid' | 'large' | 'region';

/** How big each size is; a nation has one problem for each prefecture. */
export const EXTENTS: Readonly<Record<SizeName | 'nation', Extent>> = {
  tiny: { requests: 20, specialists: 4, days: 28 },
  small: { requests: 50, specialists: 5, days: 28 },
  mid: { requests: 150, specialists: 12, days: 56 },
  large: { requests: 400, specialists: 40, days: 84 },
  region: { requests: 2500, specialists: 200, days: 84 },
  nation: { requests: 20_000, specialists: 1500, days: 84 },
};

/** Groups of neighbours to draw from, by size: prefectures whose number of towns suits it. */
const WHERE: Readonly<Record<SizeName, readonly (readonly string[])[]>> = {
  tiny: [['16'], ['18'], ['31'], ['36'], ['37'], ['25']],
  small: [['05'], ['09'], ['24'], ['33'], ['42'], ['19']],
  mid: [['03'], ['04'], ['21'], ['34'], ['38'], ['43']],
  large: [['07'], ['11'], ['12'], ['20'], ['23'], ['40']],
  region: [
    ['02', '03', '04', '05', '06', '07'],
    ['08', '09', '10', '11', '12', '14'],
    ['25', '26', '27', '28', '29', '30'],
    ['40', '41', '42', '43', '44', '45', '46'],
  ],
};

/** One problem of a size on the real municipalities: which of them, and all else, follows from the seed. */
export function makeInstance(name: SizeName, seed: number): Problem {
  const codes = pick(WHERE[name], seededRandom(seed));
  const parts = sharedOut(codes, EXTENTS[name]).map(({ code, extent }) => makePrefecture(code, extent, seed));
  const [only, ...more] = parts;
  if (!only) throw new Error(`no prefecture for ${name}`);
  return more.length === 0 ? only : joined([only, ...more], codes.flatMap(officesOf));
}

/** What each prefecture of the nation has to plan, the biggest first so that helpers end together. */
export function nationExtents(): readonly PrefectureExtent[] {
  return sharedOut(prefectures(), EXTENTS.nation).toSorted((a, b) => b.extent.requests - a.extent.requests);
}

/** All prefectures, one problem each, in the order of `nationExtents`. */
export function makeNation(seed: number): Problem[] {
  return nationExtents().map(({ code, extent }) => makePrefecture(code, extent, seed));
}

/** One prefecture's problem. */
export function makePrefecture(code: string, extent: Extent, seed: number): Problem {
  const offices = officesOf(code);
  const travel = travelBetween(offices);
  const at = new Map(offices.map(({ id }, i) => [id, i]));
  const setting: Setting = {
    ...extent,
    prefecture: code,
    offices,
    minutes: (from, to) => travel[at.get(from) ?? -1]?.[at.get(to) ?? -1] ?? null,
    themes: readThemes(),
    random: seededRandom(seed * 8191 + Number(code) * 127 + extent.requests),
  };
  const counts = visitCountsFor(setting);
  const specialists = specialistsFor(
    setting,
    counts.reduce((sum, count) => sum + count, 0),
  );
  const requests = requestsFor(setting, specialists, counts);
  const fixed = agreedVisits(setting, specialists, requests);
  const agreed = new Set(fixed.map(({ requestId }) => requestId));
  return {
    days: extent.days,
    monthOfDay: monthsOf(extent.days),
    closedDays: Array.from({ length: extent.days }, (_, day) => day).filter((day) => !isWorkday(day)),
    officeHours: [MORNING, AFTERNOON],
    slotStep: 30,
    places: offices.map(({ id }) => id),
    travel,
    travelBuffer: travelBuffer(),
    specialists,
    requests: requests.map((one) => (agreed.has(one.id) ? { ...one, visits: one.visits - 1 } : one)),
    fixed,
    companions: companionsFor(setting),
    sessions: sessionsFor(setting, specialists),
    towns: townFactsFor(setting),
    ...(extent.specialists >= 12 && {
      reserve: { halfDaysPerWeek: Math.floor(extent.specialists / 6), skillId: 'GOV-05', level: 3 },
    }),
  };
}

interface PrefectureExtent {
  readonly code: string;
  readonly extent: Extent;
}

/** Requests and specialists shared out: half of them evenly, half by the number of towns. */
function sharedOut(codes: readonly string[], { days, ...total }: Extent): readonly PrefectureExtent[] {
  const weights = codes.map((code) => officesOf(code).length - 1);
  const requests = shares(total.requests, weights);
  const specialists = shares(total.specialists, weights);
  return codes.map((code, i) => ({
    code,
    extent: { requests: requests[i] ?? 0, specialists: specialists[i] ?? 0, days },
  }));
}

function shares(total: number, weights: readonly number[]): readonly number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const upTo = (count: number, weight: number): number =>
    Math.round((total * (count / weights.length + weight / all)) / 2);
  let sum = 0;
  return weights.map((weight, i) => {
    const before = upTo(i, sum);
    sum += weight;
    return upTo(i + 1, sum) - before;
  });
}

/** One problem over several prefectures: everybody may go everywhere. */
function joined(parts: readonly [Problem, ...Problem[]], offices: readonly Office[]): Problem {
  const halfDaysPerWeek = parts.reduce((sum, { reserve }) => sum + (reserve?.halfDaysPerWeek ?? 0), 0);
  const [first] = parts;
  return {
    ...first,
    places: offices.map(({ id }) => id),
    travel: travelBetween(offices),
    specialists: parts.flatMap(({ specialists }) => specialists),
    requests: parts.flatMap(({ requests }) => requests),
    fixed: parts.flatMap(({ fixed }) => fixed),
    companions: parts.flatMap(({ companions = [] }) => companions),
    sessions: parts.flatMap(({ sessions = [] }) => sessions),
    towns: Object.fromEntries(parts.flatMap(({ towns = {} }) => Object.entries(towns))),
    reserve: first.reserve ? { ...first.reserve, halfDaysPerWeek } : null,
  };
}

/** Visits to place. */
export function visitsOf(problem: Problem): number {
  return problem.requests.reduce((sum, { visits }) => sum + visits, 0);
}
