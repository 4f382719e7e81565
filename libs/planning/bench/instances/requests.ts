import {
  dayOf,
  MINUTES_PER_DAY,
  type FixedVisit,
  type Interval,
  type PlanningRequest,
  type PlanningSpecialist,
  type Priority,
  type WishedMode,
} from '../../src/problem.js';
import type { Random } from '../../src/random.js';
import { onceIn, pick, pickByWeight, shuffled, times } from '../draw.js';
import { AFTERNOON, isWorkday, MORNING, on } from './calendar.js';
import type { Office } from './register.js';
import { townsOf, type Setting } from './setting.js';
import { VENDORS } from './specialists.js';
import type { Theme } from './themes.js';

const PRIORITIES: readonly Priority[] = [1, 2, 2, 2, 2, 3, 3, 4];

/** How towns wish to be visited by how the theme is usually done: most want somebody to come. */
const MODES: Readonly<Record<WishedMode, readonly WishedMode[]>> = {
  ON_SITE: ['ON_SITE', 'ON_SITE', 'ON_SITE', 'ON_SITE', 'EITHER'],
  EITHER: ['ON_SITE', 'ON_SITE', 'ON_SITE', 'EITHER', 'EITHER', 'ONLINE'],
  ONLINE: ['ONLINE', 'ONLINE', 'ON_SITE', 'EITHER'],
};

/** Further than this from everybody, in minutes: a long visit does not fit the day. */
const FAR = 70;
const TOO_FAR = 130;

/** How many visits each request needs; drawn first, because the pool is made to fit. */
export function visitCountsFor({ requests, days, random }: Setting): readonly number[] {
  const usual = days < 42 ? [1, 1, 1, 2, 2, 3] : [1, 2, 2, 3];
  return times(requests, () => pick(usual, random));
}

/** What towns ask for: themes somebody in the pool can do, but for one in a hundred. */
export function requestsFor(
  setting: Setting,
  pool: readonly PlanningSpecialist[],
  visitCounts: readonly number[],
): PlanningRequest[] {
  const { themes, random } = setting;
  const able = new Map(themes.map((theme) => [theme.id, pool.filter((one) => canDo(one, theme))]));
  const ableTo = (theme: Theme): readonly PlanningSpecialist[] => able.get(theme.id) ?? [];
  const requests = visitCounts.map((visits, i) => {
    const anything = onceIn(100, random);
    const theme = anything ? pick(themes, random) : pickByWeight(themes, (one) => ableTo(one).length, random);
    return requestOf(i, setting, theme, ableTo(theme), visits);
  });
  return withCampaign(requests, setting);
}

function canDo({ skills }: PlanningSpecialist, { needs }: Theme): boolean {
  return needs.every(({ skillId, level, essential }) => !essential || (skills[skillId] ?? 0) >= level);
}

function requestOf(
  i: number,
  setting: Setting,
  theme: Theme,
  able: readonly PlanningSpecialist[],
  visits: number,
): PlanningRequest {
  const { random, days, prefecture } = setting;
  const town = pickByWeight(townsOf(setting), ({ population }) => (population < 30_000 ? 3 : 2), random);
  const way = wayTo(town, able, setting);
  const mode = modeFor(theme, way, random);
  const minGapDays = days < 42 || visits === 1 || onceIn(2, random) ? 7 : 14;
  const span = (visits - 1) * minGapDays;
  const latest = Math.max(1, days - span - 14);
  const firstDay = onceIn(2, random) ? 0 : random.below(Math.min(latest, Math.ceil(days / 2)));
  const lastDay = onceIn(2, random) ? null : firstDay + span + 7 + random.below(28);
  const hasWish = onceIn(3, random);
  const wished = hasWish ? wishesFor(firstDay, lastDay ?? days - 1, days, random) : [];
  const emergency = onceIn(80, random);
  const previous = onceIn(6, random);
  const required = onceIn(30, random) && able.length > 0 && mode !== 'ONLINE';
  return {
    id: `request-${prefecture}-${i + 1}`,
    town: town.id,
    needs: theme.needs,
    priority: emergency ? 4 : pick(PRIORITIES, random),
    earliest: firstDay * MINUTES_PER_DAY,
    deadline: lastDay === null ? null : (lastDay + 1) * MINUTES_PER_DAY,
    visits,
    firstVisitNo: 1,
    minutes: pick(mode !== 'ONLINE' && way > FAR ? [60, 90, 90, 120] : [60, 90, 120, 120, 180], random),
    minGapDays,
    mode,
    wished,
    onlyWished: wished.length > 0 && onceIn(10, random),
    requiredSpecialistId: required ? pick(able, random).id : null,
    previousSpecialistId: previous ? previousFor(able, prefecture, random) : null,
    waitingDays: random.below(120),
    ...(visits > 1 && onceIn(5, random) && { maxGapDays: minGapDays + 7 + random.below(15) }),
    ...(onceIn(theme.judgesVendors ? 1 : 8, random) && { vendors: [pick(VENDORS, random)] }),
    ...(mode !== 'ONLINE' && way <= FAR && onceIn(8, random) && { companion: true }),
    ...(emergency && { emergency }),
  };
}

/** Minutes from the nearest base of those who can do it; infinite where no road leads. */
function wayTo(town: Office, able: readonly PlanningSpecialist[], { minutes }: Setting): number {
  return Math.min(...able.map(({ base }) => minutes(base, town.id) ?? Infinity));
}

function modeFor({ mode }: Theme, way: number, random: Random): WishedMode {
  if (way > TOO_FAR) return pick(['ONLINE', 'ONLINE', 'ONLINE', 'EITHER', 'EITHER'], random);
  return pick(MODES[mode], random);
}

/** Two or three half-days of the week, every week or every other. */
function wishesFor(firstDay: number, lastDay: number, days: number, random: Random): Interval[] {
  const halves = shuffled(
    [0, 1, 2, 3, 4].flatMap((weekday) => [MORNING, AFTERNOON].map((half) => ({ weekday, half }))),
    random,
  ).slice(0, 2 + random.below(2));
  const weeks = 1 + random.below(2);
  const wished: Interval[] = [];
  for (let day = firstDay; day < Math.min(days, lastDay + 1); day += 1) {
    if (!isWorkday(day) || Math.floor((day - firstDay) / 7) % weeks > 0) continue;
    const here = halves.filter(({ weekday }) => weekday === day % 7);
    wished.push(...here.map(({ half }) => on(day, half)).sort((a, b) => a.start - b.start));
  }
  return wished;
}

/** Somebody who has been there before; one in eight has left the pool since. */
function previousFor(able: readonly PlanningSpecialist[], prefecture: string, random: Random): string | null {
  if (onceIn(8, random)) return `specialist-${prefecture}-former`;
  return able.length === 0 ? null : pick(able, random).id;
}

/** Some towns take part in a campaign: two rounds, nobody twice before everybody once. */
function withCampaign(requests: readonly PlanningRequest[], setting: Setting): PlanningRequest[] {
  const count = Math.min(10, Math.floor(requests.length / 12));
  if (count < 2) return [...requests];
  const towns = new Set<string>();
  return requests.map((request) => {
    const fits = request.visits === 2 && request.minGapDays === 7 && !towns.has(request.town);
    if (!fits || towns.size >= count) return request;
    towns.add(request.town);
    return { ...request, campaignId: `campaign-${setting.prefecture}`, maxGapDays: null };
  });
}

/** First visits that are already agreed: at most one for each specialist, two weeks ahead at most. */
export function agreedVisits(
  setting: Setting,
  pool: readonly PlanningSpecialist[],
  requests: readonly PlanningRequest[],
): readonly FixedVisit[] {
  const { random, themes, prefecture, minutes } = setting;
  const left = new Set(shuffled(pool, random));
  const fixed: FixedVisit[] = [];
  for (const request of requests) {
    if (request.visits < 2 || request.companion === true || !onceIn(10, random)) continue;
    const theme = themes.find(({ needs }) => needs === request.needs);
    const mode = request.mode === 'ONLINE' ? 'ONLINE' : 'ON_SITE';
    for (const one of left) {
      const near = mode === 'ONLINE' || (minutes(one.base, request.town) ?? Infinity) <= FAR;
      const suits = near && theme && canDo(one, theme) && one.excludedTowns?.includes(request.town) !== true;
      const start = suits ? agreedStart(request, one) : null;
      if (start === null || !one.modes.includes(mode)) continue;
      left.delete(one);
      fixed.push({
        id: `agreed-${prefecture}-${fixed.length + 1}`,
        requestId: request.id,
        visitNo: 1,
        specialistId: one.id,
        place: mode === 'ONLINE' ? null : request.town,
        mode,
        start,
        end: start + request.minutes,
      });
      break;
    }
  }
  return fixed;
}

/** An afternoon of the specialist's that suits the town: early enough that the others still follow. */
function agreedStart(request: PlanningRequest, one: PlanningSpecialist): number | null {
  const first = dayOf(request.earliest);
  const off = new Set((one.blocked ?? []).map(({ start }) => dayOf(start)));
  const { firstDay, lastDay } = one.term ?? { firstDay: 0, lastDay: Infinity };
  const window = one.available.find(({ start }) => {
    const day = dayOf(start);
    const isFree = day >= Math.max(first, firstDay) && day <= Math.min(first + 14, lastDay) && !off.has(day);
    return isFree && start % MINUTES_PER_DAY === AFTERNOON.start;
  });
  return window && !one.gates ? window.start + 60 : null;
}
