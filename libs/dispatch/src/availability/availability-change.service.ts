import {
  type Actor,
  addDays,
  badInput,
  type Change,
  Clock,
  DomainError,
  instantAt,
  type LocalDate,
  localDateOf,
  parseInput,
  permit,
  text,
  uuid,
} from '@banso/kernel';
import { closureOf } from '@banso/directory';
import { Db, requireSeen, type Tx, versionsOf } from '@banso/platform';
import {
  addDayOff,
  type DayOff,
  type DayOffInput,
  type DayWish,
  getSpecialist,
  MAX_DAYS_AHEAD,
  occurrencesOf,
  openHalves,
  parseDays,
  parsePattern,
  parseRule,
  type PersonTimes,
  putDays,
  putPattern,
  requireRoomForRule,
  type Specialist,
  specialistMay,
  takeSpecialist,
  timesOfPeople,
  UnavailabilityRule,
  withDays,
  withPattern,
} from '@banso/talent';
import { z } from 'zod';
import { lockCalendar } from '../calendar-lock.js';
import { callOff } from '../visit-call-off.js';
import { Visit } from '../visit.entity.js';
import { visitMay } from '../visit.policy.js';
import { takeVisit } from '../visit.queries.js';
import { AHEAD } from '../visit-status.js';
import { type Hit, hitsBetween } from './hit-visits.js';
import { tellHub } from './tell-hub.js';

/**
 * What becomes of a visit that a change of somebody's times hits: the change leaves it out; it is given back for another
 * day; or it stays for the hub to decide, which is told.
 */
export const HIT_DECISIONS = ['KEEP', 'OTHER_DAY', 'CALL_HUB'] as const;
export type HitDecision = (typeof HIT_DECISIONS)[number];

/** A visit that a change hits, and the version of it that was shown. */
export interface HitVisit extends Hit {
  readonly version: string;
}

/** Nothing was changed unless `applied`: then every visit in the way has its decision. */
export interface AvailabilityAnswer {
  readonly applied: boolean;
  readonly hits: readonly HitVisit[];
}

/** The days to which a rule comes first, and the visits that it would hit. */
export interface RulePreview {
  readonly rule: string;
  readonly dates: readonly LocalDate[];
  /** How many in all, as far ahead as anybody plans. */
  readonly total: number;
  readonly hits: readonly HitVisit[];
}

/** So many days of a rule are shown before it is kept. */
const PREVIEW_DAYS = 8;

/** Whose days; whether that is an id of anybody is asked with the rows. */
const whoseOf = (input: unknown): string =>
  parseInput(z.object({ specialistId: z.string() }), input).specialistId;

const decisionsOf = (input: unknown) =>
  parseInput(
    z.object({
      decisions: z
        .array(
          z.object({
            visitId: uuid(),
            seen: text(18),
            decision: z.enum(HIT_DECISIONS),
            /** For the town: why another day is asked for. */
            message: text(1_000, 0)
              .nullish()
              .transform((message) => message || null),
          }),
        )
        .max(200)
        .nullish()
        .transform((decisions) => decisions ?? []),
    }),
    input,
  ).decisions;
type Decisions = ReturnType<typeof decisionsOf>;

/** A change of somebody's times: how they would be after it, and how it is written down. */
interface Wish {
  after(times: PersonTimes): PersonTimes;
  write(tx: Tx, specialist: Specialist): Promise<void>;
}

/**
 * When a specialist can be planned. Nothing here moves a visit by itself: a change that hits visits is made together
 * with a decision for each of them, or not at all.
 */
export class AvailabilityChangeService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Makes days as they are wished, half by half; harmless to repeat. */
  setDays(actor: Actor, input: unknown): Promise<AvailabilityAnswer> {
    return this.changing(actor, input, specialistMay.manageDaysOff, () => {
      const { days, reason } = parseDays(input, this.clock.today());
      requireOpen(days);
      return {
        after: (times) => withDays(times, days),
        write: (tx, specialist) => putDays(tx, specialist, days, reason),
      };
    });
  }

  /** Half-days that somebody can never be planned for, from a day on. */
  addRule(actor: Actor, input: unknown): Promise<AvailabilityAnswer> {
    return this.changing(actor, input, specialistMay.manageDaysOff, () => {
      const facts = parseRule(input, this.clock.today());
      return {
        after: (times) => withRule(times, facts),
        write: async (tx, specialist) => {
          await requireRoomForRule(tx, specialist.id, this.clock.today());
          await tx.insert(UnavailabilityRule, UnavailabilityRule.of(specialist, facts));
        },
      };
    });
  }

  /** What a rule would do, in days and visits. Nothing is written. */
  previewRule(actor: Actor, input: unknown): Promise<RulePreview> {
    return this.db.read(actor, async (tx) => {
      const specialist = await getSpecialist(tx, actor, whoseOf(input));
      permit(specialistMay.manageDaysOff(actor, specialist));
      const facts = parseRule(input, this.clock.today());
      const dates = occurrencesOf(facts, facts.startsOn, addDays(facts.startsOn, MAX_DAYS_AHEAD));
      const { before, visits } = await this.situation(tx, specialist);
      const hits = await shown(tx, actor, hitsBetween(visits, before, withRule(before, facts)));
      return { rule: facts.rule, dates: dates.slice(0, PREVIEW_DAYS), total: dates.length, hits };
    });
  }

  /** From a day on somebody works another week. */
  setWeeklyPattern(actor: Actor, input: unknown): Promise<AvailabilityAnswer> {
    return this.changing(actor, input, specialistMay.revise, () => {
      const today = this.clock.today();
      const { validFrom, weekly } = parsePattern(input, today);
      return {
        after: (times) => withPattern(times, validFrom, weekly),
        write: (tx, specialist) => putPattern(tx, specialist, { validFrom, weekly, today }),
      };
    });
  }

  /** A single day off for whoever cannot be asked back: refused where a visit stands. */
  addDayOff(actor: Actor, input: DayOffInput): Promise<DayOff> {
    return this.db.write(actor, async (tx) => {
      await lockCalendar(tx, actor);
      const specialist = await takeSpecialist(tx, actor, input.specialistId);
      const { before, visits } = await this.situation(tx, specialist);
      const dayOff = await addDayOff(tx, actor, input, this.clock.today());
      const { date, part } = dayOff;
      const after = { ...before, daysOff: [...before.daysOff, { date, part, reason: null, ruleId: null }] };
      const hits = hitsBetween(visits, before, after);
      if (hits.length > 0)
        throw new DomainError('CONFLICT', 'availability.hits-visits', { date, visits: hits.length });
      return dayOff;
    });
  }

  private changing(
    actor: Actor,
    input: unknown,
    mayChange: (actor: Actor, specialist: Specialist) => boolean,
    wishOf: () => Wish,
  ): Promise<AvailabilityAnswer> {
    return this.db.write(actor, async (tx) => {
      // Whoever publishes waits, and then finds the half-day taken.
      await lockCalendar(tx, actor);
      const specialist = await takeSpecialist(tx, actor, whoseOf(input));
      permit(mayChange(actor, specialist));
      const wish = wishOf();
      const decisions = decisionsOf(input);
      const { before, visits } = await this.situation(tx, specialist);
      const after = wish.after(before);
      const hits = hitsBetween(visits, before, after);
      await requireDecidedAsSeen(tx, actor, visits, decisions);
      if (hits.some(({ visit }) => decisionFor(visit, decisions) === undefined))
        return { applied: false, hits: await shown(tx, actor, hits) };
      await wish.write(tx, specialist);
      const kept = hits.filter(({ visit }) => decisionFor(visit, decisions)?.decision === 'KEEP');
      // The half-days of visits that are kept stay possible, whatever has just been said of them.
      await openHalves(
        tx,
        specialist,
        kept.flatMap(({ halves }) => halves),
      );
      await this.carryOut(tx, specialist, hits, decisions, { actor, at: this.clock.now() });
      return { applied: true, hits: [] };
    });
  }

  /** The coming visits of a specialist, and when the person works as long as there are any. */
  private async situation(
    tx: Tx,
    specialist: Specialist,
  ): Promise<{ before: PersonTimes; visits: readonly Visit[] }> {
    const today = this.clock.today();
    const visits = await tx
      .createQueryBuilder(Visit, 'visit')
      .where('visit.specialistId = :id AND visit.startsAt >= :from', {
        id: specialist.id,
        from: instantAt(today, 0),
      })
      .andWhere('visit.status IN (:...ahead)', { ahead: AHEAD })
      .orderBy('visit.startsAt')
      .addOrderBy('visit.id')
      .getMany();
    const ahead = visits.filter(({ endsAt }) => endsAt > this.clock.now());
    const last = ahead.at(-1);
    const to = addDays(last ? localDateOf(last.startsAt) : today, 1);
    const times = await timesOfPeople(tx, [specialist], { from: today, to });
    return { before: times(specialist), visits: ahead };
  }

  private async carryOut(
    tx: Tx,
    specialist: Specialist,
    hits: readonly Hit[],
    decisions: Decisions,
    change: Change,
  ): Promise<void> {
    for (const [
      i,
      {
        visit: { id },
      },
    ] of hits.entries()) {
      const { decision, message } = decisions.find(({ visitId }) => visitId === id) ?? {};
      if (decision === undefined || decision === 'KEEP') continue;
      const visit = await takeVisit(tx, change.actor, id);
      if (decision === 'OTHER_DAY') {
        if (!message) throw badInput({ path: `decisions.${i}.message`, rule: 'required' });
        permit(visitMay.decline(change.actor, visit) || visitMay.cancel(change.actor, visit));
        await callOff(tx, visit, { side: 'SPECIALIST' }, { ...change, reason: message });
      }
      await tellHub(tx, { visit, specialist, decision }, change);
    }
  }
}

const decisionFor = (visit: Visit, decisions: Decisions): Decisions[number] | undefined =>
  decisions.find(({ visitId }) => visitId === visit.id);

function requireOpen(days: readonly DayWish[]): void {
  const i = days.findIndex(({ date }) => closureOf(date) !== null);
  const closed = days[i];
  if (closed) throw badInput({ path: `days.${i}.date`, rule: 'closed-day', facts: { date: closed.date } });
}

function withRule(
  times: PersonTimes,
  rule: { readonly rule: string; readonly startsOn: LocalDate; readonly endedOn: LocalDate | null } & Pick<
    UnavailabilityRule,
    'part'
  >,
): PersonTimes {
  const days = occurrencesOf(rule, rule.startsOn, addDays(rule.startsOn, MAX_DAYS_AHEAD));
  const taken = days.map((date) => ({ date, part: rule.part, reason: null, ruleId: null }));
  return { ...times, blocked: [...times.blocked, ...taken] };
}

/** Who decided about a visit has to know where it stands now. */
async function requireDecidedAsSeen(
  tx: Tx,
  actor: Actor,
  visits: readonly Visit[],
  decisions: Decisions,
): Promise<void> {
  for (const { visitId, seen } of [...decisions].sort((a, b) => a.visitId.localeCompare(b.visitId)))
    if (visits.some(({ id }) => id === visitId))
      await requireSeen(tx, actor, {
        entity: Visit,
        id: visitId,
        version: seen,
        properties: ['status', 'startsAt', 'endsAt', 'mode', 'specialistId'],
      });
}

async function shown(tx: Tx, actor: Actor, hits: readonly Hit[]): Promise<HitVisit[]> {
  const ids = hits.map(({ visit }) => visit.id);
  const versions = await versionsOf(tx, actor, 'visit', ids);
  return hits.map((hit) => ({ ...hit, version: versions.get(hit.visit.id) ?? '0' }));
}
