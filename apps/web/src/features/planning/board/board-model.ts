import { tokyo as inTokyo } from '../../../i18n/dates';
import type { BoardRequestRow, BoardRow, BoardVisitRow, BrokenRule } from './board.documents';

/** A visit of a request, named by both: a draft keeps this name when it is taken out and put in again. */
export const visitKey = ({
  supportRequestId,
  visitNo,
}: {
  readonly supportRequestId: string;
  readonly visitNo: number;
}): string => `${supportRequestId} ${visitNo}`;

/** Where a visit lies. */
export interface Place {
  readonly specialistId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly mode: 'ON_SITE' | 'ONLINE';
}

/** What was changed here and is not yet in what the server told. */
export interface Ahead {
  readonly place?: Place;
  readonly pinned?: boolean;
  /** Newer than this, the server's word counts again. */
  readonly version: string;
  /** The server has not answered yet. */
  readonly waits: boolean;
}

export interface Chip extends Omit<BoardVisitRow, 'replacesVisitId'> {
  readonly key: string;
  readonly date: string;
  /** Start and end, as `10:00`. */
  readonly time: string;
  readonly endTime: string;
  readonly isDraft: boolean;
  readonly request: BoardRequestRow | null;
  /** Rules that it breaks; hard ones first. */
  readonly broken: readonly BrokenRule[];
  /** A draft would move this published visit away. */
  readonly isMovedByDraft: boolean;
  readonly replaces: boolean;
  readonly isOther: boolean;
  readonly waits: boolean;
}

export interface Cell {
  readonly date: string;
  /** Two letters: morning and afternoon. */
  readonly letters: string;
  readonly reason: string | null;
  readonly chips: readonly Chip[];
}

export interface Row {
  readonly person: BoardRow['specialists'][number];
  readonly cells: readonly Cell[];
  /** Says whether two rows show the same. */
  readonly signature: string;
}

export interface DayTotal {
  readonly date: string;
  readonly visits: number;
  readonly travelMinutes: number;
  /** Half-days on which somebody works and has no visit. */
  readonly freeHalves: number;
}

export interface Waiting {
  readonly key: string;
  readonly request: BoardRequestRow;
  readonly visits: readonly BoardRow['unplaced'][number][];
  readonly first: BoardRow['unplaced'][number];
  /** Days since the request came. */
  readonly days: number;
  readonly comesLater: boolean;
}

export interface Filters {
  readonly area: string;
  readonly theme: string;
  readonly state: string;
}

export interface BoardModel {
  readonly rows: readonly Row[];
  readonly totals: readonly DayTotal[];
  readonly waiting: readonly Waiting[];
  readonly later: readonly Waiting[];
  readonly chips: ReadonlyMap<string, Chip>;
  readonly towns: ReadonlyMap<string, BoardRow['municipalities'][number]>;
  readonly themes: ReadonlyMap<string, BoardRow['themes'][number]>;
  readonly people: ReadonlyMap<string, BoardRow['specialists'][number]>;
}

/** The same instants come again with every answer; reading them is what costs most. */
const instants = new Map<string, ReturnType<typeof inTokyo>>();

function tokyo(instant: string): ReturnType<typeof inTokyo> {
  const known = instants.get(instant) ?? inTokyo(instant);
  instants.set(instant, known);
  return known;
}

const NOON = '12:00';
const DAY_MS = 86_400_000;

const dayCount = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** The district of a town, or that it is a city. */
export const areaOf = ({ district }: { readonly district: string | null }): string => district ?? 'CITY';

interface Given {
  readonly board: BoardRow;
  readonly broken: readonly BrokenRule[];
  readonly ahead: ReadonlyMap<string, Ahead>;
  readonly filters: Filters;
  readonly today: string;
  readonly language: string;
}

/** The rows as they are shown. Rows that show the same as before are the same objects: only what changed is drawn. */
export function boardModel(given: Given, before: BoardModel | null): BoardModel {
  const { board } = given;
  const towns = new Map(board.municipalities.map((town) => [town.id, town]));
  const themes = new Map(board.themes.map((theme) => [theme.id, theme]));
  const people = new Map(board.specialists.map((person) => [person.id, person]));
  const requests = new Map(board.requests.map((request) => [request.id, request]));
  const chips = chipsOf(given, { towns, requests });
  const inCell = new Map<string, Chip[]>();
  for (const chip of chips) {
    const key = `${chip.specialistId} ${chip.date}`;
    const others = inCell.get(key);
    if (others) others.push(chip);
    else inCell.set(key, [chip]);
  }
  const known = new Map(before?.rows.map((row) => [row.person.id, row]));
  const rows = board.specialists.flatMap((person): Row[] => {
    const reasons = new Map(person.reasons.map(({ date, reason }) => [date, reason]));
    const cells = board.days.map(({ date }, n) => ({
      date,
      letters: person.days.slice(2 * n, 2 * n + 2),
      reason: reasons.get(date) ?? null,
      chips: inCell.get(`${person.id} ${date}`) ?? NO_CHIPS,
    }));
    if (!isWanted(given, person, cells)) return [];
    const signature = `${given.language} ${JSON.stringify([person, cells])}`;
    const old = known.get(person.id);
    return [old?.signature === signature ? old : { person, cells, signature }];
  });
  const waiting = waitingOf(given, { towns, requests });
  return {
    rows: sameItems(before?.rows, rows),
    totals: totalsOf(board, rows),
    waiting: waiting.filter(({ comesLater }) => !comesLater),
    later: waiting.filter(({ comesLater }) => comesLater),
    chips: new Map(chips.map((chip) => [chip.id, chip])),
    towns,
    themes,
    people,
  };
}

const NO_CHIPS: readonly Chip[] = [];

function sameItems<T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] {
  return before?.length === now.length && before.every((item, n) => item === now[n]) ? before : now;
}

interface Names {
  readonly towns: BoardModel['towns'];
  readonly requests: ReadonlyMap<string, BoardRequestRow>;
}

function chipsOf({ board, broken, ahead, filters }: Given, { towns, requests }: Names): Chip[] {
  const moved = new Set(board.visits.flatMap(({ replacesVisitId }) => replacesVisitId ?? []));
  const rules = new Map<string, BrokenRule[]>();
  for (const rule of broken) {
    if (rule.supportRequestId === null || rule.visitNo === null) continue;
    const key = visitKey({ supportRequestId: rule.supportRequestId, visitNo: rule.visitNo });
    rules.set(key, [...(rules.get(key) ?? []), rule]);
  }
  return board.visits
    .map(({ replacesVisitId, ...visit }): Chip => {
      const own = ahead.get(visit.id);
      const change = own && isNewer(own.version, visit.version, own.waits) ? own : null;
      const now = {
        ...visit,
        ...change?.place,
        ...(change?.pinned !== undefined && { pinned: change.pinned }),
      };
      const isDraft = visit.status === null;
      const request = requests.get(visit.supportRequestId) ?? null;
      const town = towns.get(visit.municipalityId);
      const chip = {
        ...now,
        key: visitKey(visit),
        date: tokyo(now.startsAt).date,
        time: tokyo(now.startsAt).time,
        endTime: tokyo(now.endsAt).time,
        isDraft,
        request,
        broken: isDraft ? (rules.get(visitKey(visit)) ?? []) : [],
        isMovedByDraft: moved.has(visit.id),
        replaces: replacesVisitId !== null,
        waits: change?.waits ?? false,
        isOther: false,
      };
      const fits =
        (filters.area === '' || (town !== undefined && areaOf(town) === filters.area)) &&
        (filters.theme === '' || request?.themeId === filters.theme) &&
        (filters.state === '' || statesOf(chip).includes(filters.state));
      return { ...chip, isOther: !fits };
    })
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : a.id < b.id ? -1 : 1));
}

/** Whether what was made here is newer than what was read. */
function isNewer(own: string, read: string | null, waits: boolean): boolean {
  return waits || read === null || BigInt(own) > BigInt(read);
}

/** States that one can filter by. */
export const CHIP_STATES = ['DRAFT', 'PUBLISHED', 'CONFIRMED', 'HELD', 'MADE', 'PINNED', 'BROKEN'] as const;
export type ChipState = (typeof CHIP_STATES)[number];

function statesOf({ status, pinned, broken }: Pick<Chip, 'status' | 'pinned' | 'broken'>): readonly string[] {
  const own =
    status === null
      ? 'DRAFT'
      : status === 'PUBLISHED' || status === 'CONFIRMED' || status === 'HELD'
        ? status
        : 'MADE';
  return [own, ...(pinned ? ['PINNED'] : []), ...(broken.length > 0 ? ['BROKEN'] : [])];
}

/** With a filter, people who neither have such a visit nor know the theme are left out. */
function isWanted(
  { filters }: Given,
  person: BoardRow['specialists'][number],
  cells: readonly Cell[],
): boolean {
  if (filters.area === '' && filters.theme === '' && filters.state === '') return true;
  if (filters.theme !== '' && filters.state === '' && person.themeIds.includes(filters.theme)) return true;
  return cells.some(({ chips }) => chips.some(({ isOther }) => !isOther));
}

function waitingOf({ board, filters, today }: Given, { towns, requests }: Names): Waiting[] {
  const groups = new Map<string, Waiting>();
  for (const visit of board.unplaced) {
    const request = requests.get(visit.supportRequestId);
    if (!request) continue;
    const town = towns.get(request.municipalityId);
    if (filters.area !== '' && (!town || areaOf(town) !== filters.area)) continue;
    if (filters.theme !== '' && request.themeId !== filters.theme) continue;
    const comesLater =
      visit.replacesVisitId === null &&
      visit.reasons.length > 0 &&
      visit.reasons.every(({ ruleId }) => ruleId === 'min-gap');
    const key = `${request.id} ${String(comesLater)} ${visit.reasons.map(({ sentence }) => sentence.ja).join()}`;
    const old = groups.get(key);
    groups.set(key, {
      key,
      request,
      visits: [...(old?.visits ?? []), visit],
      first: old?.first ?? visit,
      days: request.submittedAt ? Math.max(0, dayCount(tokyo(request.submittedAt).date, today)) : 0,
      comesLater,
    });
  }
  return [...groups.values()].sort((a, b) => b.days - a.days || (a.key < b.key ? -1 : 1));
}

function totalsOf(board: BoardRow, rows: readonly Row[]): DayTotal[] {
  return board.days.map(({ date }, n) => {
    const cells = rows.flatMap(({ cells: own }) => own[n] ?? []);
    const chips = cells.flatMap((cell) => cell.chips.filter(({ isMovedByDraft }) => !isMovedByDraft));
    return {
      date,
      visits: chips.length,
      travelMinutes: chips.reduce((sum, { travelMinutes }) => sum + travelMinutes, 0),
      freeHalves: cells.reduce((sum, cell) => sum + freeHalvesOf(cell), 0),
    };
  });
}

function freeHalvesOf({ letters, chips }: Cell): number {
  const isTaken = (half: 0 | 1): boolean =>
    chips.some(({ time, endTime }) => (half === 0 ? time < NOON : endTime > NOON));
  return ([0, 1] as const).filter((half) => letters[half] === 'W' && !isTaken(half)).length;
}

/** Why a half-day is not worked: letters of the server. */
const AWAY = ['C', 'N', 'O', 'R', 'P', 'U'] as const;
type Away = (typeof AWAY)[number];

/** What is said of a day that is not worked, or of its half; null when both are. */
export function awayOf({ letters }: Pick<Cell, 'letters'>): {
  readonly state: Away;
  readonly part: 'AM' | 'PM' | 'DAY';
} | null {
  const stateOf = (half: 0 | 1): Away | 'W' => AWAY.find((letter) => letter === letters[half]) ?? 'W';
  const [am, pm] = [stateOf(0), stateOf(1)];
  if (am === 'W') return pm === 'W' ? null : { state: pm, part: 'PM' };
  if (pm === 'W') return { state: am, part: 'AM' };
  if (am === pm) return { state: am, part: 'DAY' };
  // Two kinds on one day: the one that somebody wrote down says more.
  return { state: am === 'N' ? pm : am, part: 'DAY' };
}
