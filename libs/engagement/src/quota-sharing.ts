import {
  amountOf,
  bucketKey,
  bucketOf,
  bucketsOf,
  type CountedVisit,
  limitOf,
  type Reaches,
} from './quota-counting.js';
import type { Quota } from './quota.entity.js';

type Mode = CountedVisit['mode'];

/** A request that still asks for visits. */
export interface WaitingRequest {
  readonly id: string;
  readonly municipalityId: string;
  readonly themeId: string | null;
  /** Who has to come; null = whoever suits. */
  readonly specialistId: string | null;
  readonly mode: Mode | 'EITHER';
  readonly minutes: number;
  /** New visits, beyond those that stand. */
  readonly visits: number;
  readonly priority: number;
  readonly waitingDays: number;
}

/** What a request may have of what is left. */
export interface Share {
  readonly requestId: string;
  readonly visits: number;
  /** Narrower than asked where only one form of support has something left. */
  readonly mode: WaitingRequest['mode'];
  /** The first quota in the way, with what it had left for the request; null = nothing stood in the way. */
  readonly stoppedBy: { readonly quota: Quota; readonly used: number; readonly limit: number } | null;
}

/** What is left of each count of each quota. */
class Remainders {
  private readonly used = new Map<string, number>();

  constructor(
    readonly quotas: readonly Quota[],
    private readonly reaches: Reaches,
    standing: readonly CountedVisit[],
  ) {
    for (const quota of quotas)
      for (const [key, { visits }] of bucketsOf(quota, standing, reaches))
        this.used.set(`${quota.id} ${key}`, amountOf(quota.unit, visits));
  }

  keyOf(quota: Quota, visit: CountedVisit): string | null {
    const bucket = bucketOf(quota, visit, this.reaches);
    return bucket && `${quota.id} ${bucketKey(bucket)}`;
  }

  usedOf = (key: string): number => this.used.get(key) ?? 0;

  take(key: string, amount: number): void {
    this.used.set(key, this.usedOf(key) + amount);
  }
}

/** Counts of one quota in which a visit could stand, one for each month or year that it may fall into. */
type Demand = { readonly quota: Quota; readonly keys: readonly string[]; readonly each: number };

/**
 * Shares what is left among requests: by priority, then waiting time, then id, so that the same rows always give the same
 * answer. `days` are one day of each month in which a visit may fall: when it will be is not known yet, so what is left
 * in all of them together may be used. A request that may be either on site or online counts for both, unless only one
 * of them has anything left.
 */
export function shareOut(
  quotas: readonly Quota[],
  given: {
    readonly requests: readonly WaitingRequest[];
    readonly standing: readonly CountedVisit[];
    readonly reaches: Reaches;
    readonly days: (request: WaitingRequest) => readonly string[];
  },
): Share[] {
  const left = new Remainders(quotas, given.reaches, given.standing);
  return [...given.requests].sort(byTurn).map((request) => {
    const demandOf = (mode: Mode) => demands(left, request, mode, given.days(request));
    const modes: readonly Mode[] = request.mode === 'EITHER' ? ['ON_SITE', 'ONLINE'] : [request.mode];
    const ways = [
      { mode: request.mode, wanted: union(modes.map(demandOf)) },
      ...(modes.length > 1 ? modes.map((mode) => ({ mode, wanted: demandOf(mode) })) : []),
    ].map((way) => ({ ...way, ...roomFor(left, way.wanted, request.visits) }));
    const best = ways.reduce((a, b) => (b.visits > a.visits ? b : a));
    for (const demand of best.wanted) takeFrom(left, demand, best.visits);
    return { requestId: request.id, visits: best.visits, mode: best.mode, stoppedBy: best.stoppedBy };
  });
}

const byTurn = (a: WaitingRequest, b: WaitingRequest): number =>
  b.priority - a.priority || b.waitingDays - a.waitingDays || (a.id < b.id ? -1 : 1);

function demands(left: Remainders, request: WaitingRequest, mode: Mode, days: readonly string[]): Demand[] {
  return left.quotas.flatMap((quota) => {
    const keys = days.flatMap((date) => left.keyOf(quota, { ...asVisit(request, mode), date }) ?? []);
    const distinct = [...new Set(keys)];
    // A day outside the quota's own year is free of it: then it cannot stand in the way.
    if (distinct.length === 0 || keys.length < days.length) return [];
    return [{ quota, keys: distinct, each: quota.unit === 'HOURS' ? request.minutes : 1 }];
  });
}

const asVisit = (request: WaitingRequest, mode: Mode): Omit<CountedVisit, 'date'> => ({
  id: '',
  specialistId: request.specialistId,
  municipalityId: request.municipalityId,
  supportRequestId: request.id,
  themeId: request.themeId,
  mode,
  minutes: request.minutes,
});

const union = (lists: readonly (readonly Demand[])[]): Demand[] =>
  lists.flat().filter((demand, i, all) => all.findIndex(({ quota }) => quota === demand.quota) === i);

/** Visits of this length that still fit into one count. */
const fits = (left: Remainders, { quota, each }: Demand, key: string): number =>
  Math.max(0, Math.floor((limitOf(quota) - left.usedOf(key)) / each));

function roomFor(
  left: Remainders,
  wanted: readonly Demand[],
  asked: number,
): Pick<Share, 'visits' | 'stoppedBy'> {
  let visits = asked;
  let stoppedBy: Share['stoppedBy'] = null;
  for (const demand of wanted) {
    const room = demand.keys.reduce((sum, key) => sum + fits(left, demand, key), 0);
    if (room >= visits) continue;
    visits = room;
    stoppedBy = {
      quota: demand.quota,
      used: demand.keys.reduce((sum, key) => sum + left.usedOf(key), 0),
      limit: demand.keys.length * limitOf(demand.quota),
    };
  }
  return { visits, stoppedBy };
}

function takeFrom(left: Remainders, demand: Demand, visits: number): void {
  let open = visits;
  for (const key of demand.keys) {
    const taken = Math.min(open, fits(left, demand, key));
    left.take(key, taken * demand.each);
    open -= taken;
  }
}
