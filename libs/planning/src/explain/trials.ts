import type { Assignment, Facts } from '../plan.js';
import type { PlanView } from '../plan-view.js';
import { dayOf, type PlanningRequest } from '../problem.js';
import { HARD_RULES } from '../rules/index.js';
import type { HardRule } from '../rules/rule.js';
import { DayOrder } from './day-order.js';
import { HARD_REACH, type HardReach } from './reach.js';
import { trialVisit, waysOf, type Way } from './slots.js';

/** One rule that stands in the way, with its facts. */
export interface Obstacle {
  readonly ruleId: string;
  readonly facts: Facts;
}

const PAIR_RULES = HARD_RULES.filter(({ scope }) => scope === 'pair');
const SLOT_RULES = HARD_RULES.filter(({ scope }) => scope === 'slot');
const FRAME_RULES = HARD_RULES.filter(({ scope }) => scope === 'frame');
const RULE_ORDER = new Map(HARD_RULES.map(({ id }, index) => [id, index]));
const NONE: ReadonlySet<string> = new Set();

/** Which visit of which request is tried out. */
export interface Tried {
  readonly request: PlanningRequest;
  readonly visitNo: number;
}

/** One way in which a specialist could hold a visit, tried at many starts. */
export interface WayTrial {
  readonly specialistId: string;
  readonly way: Way;
  /** The first rule of who that stands in the way, whatever the start. */
  readonly who: Obstacle | null;
  /** The first rule of who and when that stands in the way of a start. */
  first(start: number, ignored?: ReadonlySet<string>): Obstacle | null;
  at(start: number): Assignment;
}

/** Every way of one specialist, the one without travel first. `start` is any of those to be tried. */
export function trialsOf(view: PlanView, tried: Tried, specialistId: string, start: number): WayTrial[] {
  const order = new DayOrder(view, specialistId, tried.request.minutes);
  const times = timesOf(view, specialistId, tried.request.minutes);
  // Ways that differ in the companion alone share what does not depend on it.
  const shared = new Map<string, SlotMemory>();
  return waysOf(view, tried.request, specialistId).map((way) => {
    const key = `${way.mode} ${way.nightBefore === true} ${way.nightAfter === true}`;
    const memory = shared.get(key) ?? { facts: new Map(), times, order };
    shared.set(key, memory);
    return new OneWay(view, tried, specialistId, way, start, memory);
  });
}

/** The rules of the request's own dates that a start breaks; they do not depend on who comes. */
export function frameObstacles(view: PlanView, tried: Tried, start: number, most = Infinity): Obstacle[] {
  const trial = trialVisit(tried.request, tried.visitNo, '', { mode: 'ONLINE' }, start);
  const found: Obstacle[] = [];
  for (const rule of FRAME_RULES) {
    const facts = found.length < most ? rule.violations(view, trial)[0] : undefined;
    if (facts) found.push({ ruleId: rule.id, facts });
  }
  return found;
}

/** Of the obstacles of several ways, the one that came closest; null if a way has none. */
export function furthest(trials: readonly WayTrial[], start: number): Obstacle | null {
  let nearest: Obstacle | null = null;
  for (const trial of trials) {
    const obstacle = trial.first(start);
    if (!obstacle) return null;
    if (!nearest || orderOf(obstacle) > orderOf(nearest)) nearest = obstacle;
  }
  return nearest;
}

/** Place of a rule in the order of the policy. */
export function orderOf({ ruleId }: { readonly ruleId: string }): number {
  return RULE_ORDER.get(ruleId) ?? 0;
}

/** Obstacles by what a rule looked at; null = respected. */
type Memory = Map<number, Obstacle | null>;

interface SlotMemory {
  readonly facts: Map<string, Memory>;
  /** Shared by all requests with visits of this length. */
  readonly times: Map<string, Memory>;
  readonly order: DayOrder;
}

/** By view, then specialist and length: what depends on nothing else. */
const knownTimes = new WeakMap<PlanView, Map<string, Map<string, Memory>>>();

function timesOf(view: PlanView, specialistId: string, minutes: number): Map<string, Memory> {
  return entry(
    entry(knownTimes, view, () => new Map()),
    `${minutes} ${specialistId}`,
    () => new Map(),
  );
}

interface SlotRule {
  readonly rule: HardRule;
  readonly reach: HardReach;
}

const SLOTS: readonly SlotRule[] = SLOT_RULES.map((rule) => ({
  rule,
  reach: rule.candidate ? 'day' : (HARD_REACH[rule.id] ?? 'visit'),
}));

class OneWay implements WayTrial {
  readonly who: Obstacle | null;
  private readonly memories: readonly (Memory | null)[];
  private readonly stays: boolean;
  private readonly atZero: Assignment;

  constructor(
    private readonly view: PlanView,
    private readonly tried: Tried,
    readonly specialistId: string,
    readonly way: Way,
    start: number,
    private readonly memory: SlotMemory,
  ) {
    this.atZero = trialVisit(tried.request, tried.visitNo, specialistId, way, 0);
    this.who = firstOf(PAIR_RULES, view, this.at(start));
    this.stays = way.nightBefore === true || way.nightAfter === true;
    this.memories = SLOTS.map(({ rule, reach }) => {
      if (reach === 'visit') return null;
      return entry(reach === 'time' ? memory.times : memory.facts, rule.id, () => new Map());
    });
  }

  at(start: number): Assignment {
    return { ...this.atZero, start, end: start + this.tried.request.minutes };
  }

  first(start: number, ignored: ReadonlySet<string> = NONE): Obstacle | null {
    if (this.who) {
      if (ignored.size === 0) return this.who;
      const who = firstOf(
        PAIR_RULES.filter(({ id }) => !ignored.has(id)),
        this.view,
        this.at(start),
      );
      if (who) return who;
    }
    const day = dayOf(start);
    // One and the same for all rules, so that they share the legs of the day.
    let trial: Assignment | null = null;
    for (let i = 0; i < SLOTS.length; i += 1) {
      const slot = SLOTS[i];
      if (!slot) continue;
      const { rule, reach } = slot;
      if (ignored.size > 0 && ignored.has(rule.id)) continue;
      const memory = this.memories[i];
      let found: Obstacle | null | undefined;
      if (memory) {
        const key =
          reach === 'day' ? day : reach === 'order' ? this.memory.order.keyOf(start, this.stays) : start;
        found = memory.get(key);
        if (found === undefined) {
          trial ??= this.at(start);
          memory.set(key, (found = this.judge(rule, trial)));
        }
      } else {
        trial ??= this.at(start);
        found = this.judge(rule, trial);
      }
      if (found) return found;
    }
    return null;
  }

  private judge(rule: HardRule, trial: Assignment): Obstacle | null {
    const facts = rule.violations(this.view, trial)[0];
    return facts ? { ruleId: rule.id, facts } : null;
  }
}

function firstOf(rules: readonly HardRule[], view: PlanView, trial: Assignment): Obstacle | null {
  for (const rule of rules) {
    const facts = rule.violations(view, trial)[0];
    if (facts) return { ruleId: rule.id, facts };
  }
  return null;
}

/** What is kept under a key, made when it is first asked for. */
export function entry<K, V>(
  kept: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const found = kept.get(key) ?? make();
  kept.set(key, found);
  return found;
}
