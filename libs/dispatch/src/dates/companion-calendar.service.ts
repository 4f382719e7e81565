import {
  type Actor,
  addDays,
  badInput,
  Clock,
  daysBetween,
  type HubStaff,
  instantAt,
  knownId,
  type LocalDate,
  localDate,
  localDateOf,
  notFound,
  parseInput,
  permit,
  plays,
  text,
  WEEKLY_HALVES,
  type WeeklyHalf,
} from '@banso/kernel';
import { Db } from '@banso/platform';
import { z } from 'zod';
import { lockCalendar } from '../calendar-lock.js';
import { CompanionBusy, CompanionPattern } from './companion-calendar.entity.js';
import { type OwnCalendar, ownCalendar } from './companion.queries.js';
import { companionsHit } from './companions-follow.js';

const MS_PER_DAY = 86_400_000;
const LONGEST_DAYS = 31;
const MOST_SHOWN_DAYS = 100;
/** As far as anybody plans. */
const FARTHEST_DAYS = 731;
const MOST_ENTRIES = 1_000;

const busySchema = z
  .object({ title: text(80), startsAt: z.date(), endsAt: z.date() })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, {
    path: ['endsAt'],
    params: { rule: 'not-before-from' },
  })
  .refine(({ startsAt, endsAt }) => endsAt.getTime() - startsAt.getTime() <= LONGEST_DAYS * MS_PER_DAY, {
    path: ['endsAt'],
    params: { rule: 'period-too-long', max: LONGEST_DAYS },
  });
const patternSchema = z.object({
  weekly: z.array(z.enum(WEEKLY_HALVES)).max(14),
});
const spanSchema = z.object({ from: localDate(), to: localDate() });

const ofHub = (actor: Actor): actor is HubStaff => plays(actor, 'HUB_COORDINATOR', 'HUB_APPROVER');

/** What was noted, and to how many visits its owner was to come along. */
export interface NotedBusy {
  readonly busy: CompanionBusy;
  readonly visitsHit: number;
}

/** Each of the hub keeps a calendar of their own, so that nobody is named for a visit who is elsewhere. */
export class CompanionCalendarService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  own(actor: Actor, input: { readonly from: LocalDate; readonly to: LocalDate }): Promise<OwnCalendar> {
    return this.db.read(actor, async (tx) => {
      permit(actor.role === 'HUB_STAFF');
      const { from, to } = parseInput(spanSchema, input);
      if (to < from) throw badInput({ path: 'to', rule: 'not-before-from' });
      if (daysBetween(from, to) >= MOST_SHOWN_DAYS)
        throw badInput({ path: 'to', rule: 'period-too-long', facts: { max: MOST_SHOWN_DAYS } });
      return ownCalendar(tx, actor, { startsAt: instantAt(from, 0), endsAt: instantAt(addDays(to, 1), 0) });
    });
  }

  /** Where they were to come along meanwhile, that is said, and the hub is told. */
  note(actor: Actor, input: unknown): Promise<NotedBusy> {
    return this.db.write(actor, async (tx) => {
      permit(ofHub(actor));
      await lockCalendar(tx, actor);
      const { title, ...away } = parseInput(busySchema, input);
      const today = this.clock.today();
      const day = localDateOf(away.startsAt);
      if (localDateOf(away.endsAt) < today) throw badInput({ path: 'endsAt', rule: 'not-past' });
      const last = addDays(today, FARTHEST_DAYS);
      if (day > last) throw badInput({ path: 'startsAt', rule: 'too-far', facts: { last } });
      if ((await tx.countBy(CompanionBusy, { accountId: actor.accountId })) >= MOST_ENTRIES)
        throw badInput({ path: 'title', rule: 'too-big', facts: { max: MOST_ENTRIES } });
      const busy = await tx.save(CompanionBusy.of(actor, title, away));
      const hit = await companionsHit(tx, actor.accountId, away, { actor, at: this.clock.now() });
      return { busy, visitsHit: hit.length };
    });
  }

  remove(actor: Actor, id: string): Promise<CompanionBusy> {
    return this.db.write(actor, async (tx) => {
      permit(ofHub(actor));
      const busy = await tx.findOneBy(CompanionBusy, {
        id: knownId('companion-busy', id),
        accountId: actor.accountId,
      });
      if (!busy) throw notFound('companion-busy');
      await tx.delete(CompanionBusy, { id: busy.id });
      return busy;
    });
  }

  /** The half-days in which they can come along; all of them: none is named. */
  setPattern(actor: Actor, weekly: readonly WeeklyHalf[]): Promise<readonly WeeklyHalf[]> {
    return this.db.write(actor, async (tx) => {
      permit(ofHub(actor));
      const wish = parseInput(patternSchema, { weekly });
      const pattern = CompanionPattern.of(
        actor,
        WEEKLY_HALVES.filter((half) => wish.weekly.includes(half)),
      );
      await tx.upsert(CompanionPattern, pattern, ['prefectureId', 'accountId']);
      return pattern.weekly;
    });
  }
}
