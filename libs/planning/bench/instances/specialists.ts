import type { Block, Gate, Interval, PlanningSpecialist } from '../../src/problem.js';
import type { Random } from '../../src/random.js';
import { onceIn, pick, pickByWeight, shuffled, times } from '../draw.js';
import { isWorkday, on } from './calendar.js';
import { townsOf, type Setting } from './setting.js';
import type { Theme } from './themes.js';

/** Firms that towns buy from and that specialists have worked for. */
export const VENDORS: readonly string[] = ['vendor-a', 'vendor-b', 'vendor-c', 'vendor-d', 'vendor-e'];

/** Prefectures of long ways, where nights away are usual: Hokkaido, Nagasaki, Kagoshima, Okinawa. */
const LONG_WAYS: readonly string[] = ['01', '42', '46', '47'];

/** What a specialist's day looks like, and how often. */
const WORKDAYS: readonly { readonly often: number; readonly parts: readonly Interval[] }[] = [
  { often: 6, parts: [stretch(510, 720), stretch(780, 1050)] },
  { often: 3, parts: [stretch(480, 720), stretch(780, 1080)] },
  { often: 1, parts: [stretch(780, 1080)] },
];

function stretch(start: number, end: number): Interval {
  return { start, end };
}

/**
 * Share of the guideline days that the visits need. A visit on site takes half a day or more
 * with its travel, online less.
 */
const LOAD = 0.75;
const DAYS_PER_VISIT = 0.47;

/** The pool: guidelines so that it is about three quarters loaded by `visits` visits. */
export function specialistsFor(setting: Setting, visits: number): PlanningSpecialist[] {
  const { specialists, days } = setting;
  const perMonth = (visits * DAYS_PER_VISIT) / LOAD / specialists / (days / 30);
  return times(specialists, (i) => specialistOf(i, setting, perMonth));
}

function specialistOf(i: number, setting: Setting, perMonth: number): PlanningSpecialist {
  const { random, days, prefecture } = setting;
  const monthlyDays = Math.min(12, Math.max(4, Math.round((perMonth * (70 + random.below(61))) / 100)));
  const weekdays = Math.min(5, Math.max(2, Math.ceil((monthlyDays * 13) / 43) + random.below(2)));
  const longWays = LONG_WAYS.includes(prefecture);
  const hasSessions = i < 3;
  return {
    id: `specialist-${prefecture}-${i + 1}`,
    base: baseOf(setting),
    skills: skillsOf(setting),
    available: windowsFor(days, weekdays, random),
    modes: onceIn(12, random) ? ['ON_SITE'] : ['ON_SITE', 'ONLINE'],
    monthlyDays,
    usedDaysByMonth: [random.below(2)],
    ...(onceIn(3, random) && { weeklyDays: Math.ceil(monthlyDays / 4) }),
    ...(onceIn(3, random) && { weeklyCap: Math.min(5, Math.ceil(monthlyDays / 4) + 1) }),
    ...(!hasSessions && onceIn(2, random) && { monthlyCap: monthlyDays + random.below(4) }),
    ...(onceIn(14, random) && { term: termFor(days, random) }),
    ...(onceIn(12, random) && { gates: [gateFor(setting)] }),
    ...(onceIn(6, random) && { employers: [pick(VENDORS, random)] }),
    ...(onceIn(longWays ? 3 : 15, random) && { nights: longWays ? 2 : 1 }),
    blocked: blocksFor(days, random),
    ...(onceIn(15, random) && { excludedTowns: [pick(townsOf(setting), random).id] }),
  };
}

/** Half live at the prefectural office, the others in one of the bigger cities. */
function baseOf(setting: Setting): string {
  const { offices, random } = setting;
  const office = offices[0]?.id ?? '';
  const cities = townsOf(setting)
    .filter(({ id, hasRoad }) => hasRoad && setting.minutes(office, id) !== null)
    .sort((a, b) => b.population - a.population)
    .slice(0, 8);
  return onceIn(2, random) ? office : pick(cities, random).id;
}

/** Good at some themes, those of the own profile above all; a little of other things. */
function skillsOf({ themes, specialists, random }: Setting): Record<string, number> {
  const own = pick([...new Set(themes.map(({ profile }) => profile))], random);
  const count = Math.min(themes.length, Math.max(5, Math.ceil((themes.length * 5) / (specialists + 2))));
  const skills: Record<string, number> = {};
  const learn = (skillId: string, level: number): void => {
    skills[skillId] = Math.max(skills[skillId] ?? 0, level);
  };
  let left: readonly Theme[] = shuffled(themes, random);
  for (let i = 0; i < count; i += 1) {
    const theme = pickByWeight(left, ({ profile }) => (profile === own ? 4 : 1), random);
    left = left.filter((other) => other !== theme);
    for (const { skillId, level, essential } of theme.needs) {
      learn(skillId, essential ? level : Math.min(4, level - 1 + random.below(3)));
    }
  }
  for (const { needs } of left.slice(0, 3)) {
    for (const { skillId } of needs) learn(skillId, random.below(3));
  }
  return skills;
}

function windowsFor(days: number, weekdays: number, random: Random): Interval[] {
  const pattern = shuffled([0, 1, 2, 3, 4], random).slice(0, weekdays);
  const usual = pickByWeight(WORKDAYS, ({ often }) => often, random).parts;
  const shortDay = onceIn(6, random) ? pattern[0] : undefined;
  const windows: Interval[] = [];
  for (let day = 0; day < days; day += 1) {
    if (!isWorkday(day) || !pattern.includes(day % 7)) continue;
    const parts = day % 7 === shortDay ? usual.slice(-1) : usual;
    windows.push(...parts.map((part) => on(day, part)));
  }
  return windows;
}

/** Days off, sometimes a longer absence, sometimes a placement on one day of the week. */
function blocksFor(days: number, random: Random): Block[] {
  const placement = onceIn(12, random) ? random.below(5) : -1;
  const away = onceIn(8, random) ? random.below(days) : days;
  const training = onceIn(5, random) ? random.below(days) : -1;
  const blocks: Block[] = [];
  for (let day = 0; day < days; day += 1) {
    const off = onceIn(18, random) || (day >= away && day < away + 7);
    const kind = off ? 'DAY_OFF' : day % 7 === placement ? 'PLACEMENT' : day === training ? 'TRAINING' : null;
    if (kind !== null && isWorkday(day)) blocks.push({ kind, ...on(day, { start: 0, end: 1440 }) });
  }
  return blocks;
}

function termFor(days: number, random: Random): { firstDay: number; lastDay: number } {
  const begins = onceIn(2, random);
  const third = Math.floor(days / 3);
  return begins
    ? { firstDay: 1 + random.below(third), lastDay: days - 1 }
    : { firstDay: 0, lastDay: days - 2 - random.below(third) };
}

function gateFor(setting: Setting): Gate {
  const { random, days } = setting;
  const town = pick(townsOf(setting), random).id;
  if (onceIn(2, random)) return { town: null, fromDay: 1 + random.below(Math.floor(days / 4)) };
  return { town, fromDay: onceIn(2, random) ? null : random.below(days) };
}
