import {
  type Actor,
  addDays,
  Clock,
  DomainError,
  instantAt,
  type LocalDate,
  localDateOf,
  parseInput,
} from '@banso/kernel';
import type { Violation } from '@banso/planning';
import { Db, type Tx } from '@banso/platform';
import { requestsToPlan } from '@banso/support';
import { In } from 'typeorm';
import { z } from 'zod';
import type { VisitChange } from '../plan-answers.js';
import { PlanPublication } from '../plan-publication.entity.js';
import { type Bilingual, speakerFor } from '../plan-words.js';
import { nightFlags } from '../plan-rows.js';
import { firstFreeDay, minuteOf, type Period } from '../planning-calendar.js';
import { planningPolicy } from '../planning-policy.queries.js';
import { planningProblem } from '../planning-problem.js';
import { type Reckoner, ReckonerHere } from '../reckoner.js';
import { applyOption, changingCalendar } from '../repair-application.js';
import { isSameSlot, type Slot, slotAlone, slotOf } from '../slot.js';
import { Visit } from '../visit.entity.js';
import { PublicationChange } from './publication-change.entity.js';
import { getPublication } from './publication.queries.js';
import { nextVersion } from './publication-order.queries.js';

/** What cannot go back, and why. */
export interface KeptBack {
  readonly change: VisitChange;
  readonly sentence: Bilingual;
}

/** What going back to an older version would do today. */
export interface Restoration {
  readonly publicationId: string;
  readonly version: number;
  /** The version that is in force: whoever goes back has seen this one. */
  readonly latest: number;
  readonly changes: readonly VisitChange[];
  readonly keptBack: readonly KeptBack[];
}

/** Further away is for the next plan. */
const LONGEST_PERIOD = 92;
/** The calendar waits for it. */
const LOCKED = { first: true };

const TOO_SOON = {
  ja: '固定期間（直近の営業日）の訪問は動かせません',
  en: 'Visits of the frozen days cannot move',
};
const SETTLED = {
  ja: '確定・固定または実施済みの訪問は動かせません',
  en: 'A visit that is confirmed, pinned or made cannot move',
};

interface Wanted {
  readonly change: VisitChange;
  readonly visit: Visit | null;
}

/** Goes back to what an older version said, as far as the rules and today allow: as a new version, telling only the differences. */
export class RestoringService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reckoner: Reckoner = new ReckonerHere(),
  ) {}

  /** What would come of it. Nothing is written. */
  preview(actor: Actor, publicationId: string): Promise<Restoration> {
    return this.db.read(actor, (tx) => this.restoration(tx, actor, publicationId));
  }

  /** `latest`: the version that was in force when it was previewed. */
  async restore(actor: Actor, publicationId: string, input: unknown): Promise<PlanPublication> {
    const { latest } = parseInput(z.object({ latest: z.int().min(1) }), input);
    return changingCalendar(this.db, actor, 'plan.overtaken', async (tx, hub) => {
      const found = await this.restoration(tx, hub, publicationId);
      if (found.latest !== latest)
        throw new DomainError('CONFLICT', 'plan.version-overtaken', { version: found.latest });
      if (found.changes.length === 0) throw new DomainError('INVALID_STATE', 'plan.nothing-to-restore');
      return applyOption(
        tx,
        { changes: found.changes },
        { cause: 'RESTORED', runId: null, side: 'HUB', restores: found.version },
        { actor: hub, at: this.clock.now(), reason: `第${found.version}版に戻すため` },
      );
    });
  }

  private async restoration(tx: Tx, actor: Actor, publicationId: string): Promise<Restoration> {
    const publication = await getPublication(tx, actor, publicationId);
    const { version } = publication;
    const latest = (await nextVersion(tx, publication.prefectureId)) - 1;
    const wanted = await wantedChanges(tx, publication);
    const today = this.clock.today();
    const { frozenWorkingDays } = await planningPolicy(tx, actor);
    const free = instantAt(firstFreeDay(today, frozenWorkingDays), 0);
    const keptBack: KeptBack[] = [];
    const possible = wanted.filter(({ change, visit }) => {
      const why = obstacle({ change, visit }, free);
      if (why) keptBack.push({ change, sentence: why });
      return !why;
    });
    const judged = await this.judged(tx, actor, today, possible);
    return {
      publicationId: publication.id,
      version,
      latest,
      changes: judged.changes,
      keptBack: [...keptBack, ...judged.keptBack],
    };
  }

  /** What the rules do not allow stays as it is, until what is left holds. */
  private async judged(
    tx: Tx,
    actor: Actor,
    today: LocalDate,
    possible: readonly Wanted[],
  ): Promise<Pick<Restoration, 'changes' | 'keptBack'>> {
    const keptBack: KeptBack[] = [];
    let left = possible;
    for (;;) {
      const period = periodOf(left, today);
      const broken = await this.broken(tx, actor, { left, period, today });
      if (broken.size === 0) return { changes: left.map(({ change }) => change), keptBack };
      const speak = await speakerFor(tx, actor, [...broken.values()]);
      const stays = left.filter(({ change }) => broken.has(numberOf(change)));
      keptBack.push(
        ...stays.flatMap(({ change }) => {
          const violation = broken.get(numberOf(change));
          return violation ? [{ change, sentence: speak(violation, period.from) }] : [];
        }),
      );
      left = left.filter(({ change }) => !broken.has(numberOf(change)));
    }
  }

  private async broken(
    tx: Tx,
    actor: Actor,
    {
      left,
      period,
      today,
    }: { readonly left: readonly Wanted[]; readonly period: Period; readonly today: LocalDate },
  ): Promise<Map<string, Violation>> {
    const problem = await planningProblem(tx, actor, {
      period,
      today,
      requests: await requestsToPlan(tx, actor),
      held: [],
      released: new Set(left.flatMap(({ visit }) => visit?.id ?? [])),
      frozen: true,
    });
    const plan = left.flatMap(({ change }) =>
      change.after
        ? [
            {
              requestId: change.supportRequestId,
              visitNo: change.visitNo,
              specialistId: change.after.specialistId,
              mode: change.after.mode,
              start: minuteOf(period, change.after.startsAt),
              end: minuteOf(period, change.after.endsAt),
              travelBefore: 0,
              travelAfter: 0,
              ...nightFlags(change.after),
            },
          ]
        : [],
    );
    const violations = await this.reckoner.reckon('check', [problem, plan], LOCKED);
    const byVisit = new Map<string, Violation>();
    for (const one of violations.filter(({ level }) => level === 'hard')) {
      const key = `${one.facts['requestId']} ${one.facts['visitNo']}`;
      if (!byVisit.has(key)) byVisit.set(key, one);
    }
    return byVisit;
  }
}

const numberOf = (row: { readonly supportRequestId: string; readonly visitNo: number }): string =>
  `${row.supportRequestId} ${row.visitNo}`;

/** From today to the last day that any of them touches. */
function periodOf(left: readonly Wanted[], today: LocalDate): Period {
  const days = left.flatMap(({ change: { before, after } }) =>
    [before, after].flatMap((slot) => (slot ? [localDateOf(slot.startsAt)] : [])),
  );
  const last = days.sort().at(-1) ?? today;
  const furthest = addDays(today, LONGEST_PERIOD - 1);
  return { from: today, to: last > furthest ? furthest : last < today ? today : last };
}

/** Everything that differs from how the version left it; refuses to go behind what was written down. */
async function wantedChanges(tx: Tx, { prefectureId, version }: PlanPublication): Promise<Wanted[]> {
  const since = (
    await tx.find(PlanPublication, { where: { prefectureId }, order: { version: 'ASC' } })
  ).filter((one) => one.version > version);
  if (since.some(({ recorded }) => !recorded))
    throw new DomainError('INVALID_STATE', 'plan.version-not-recorded');
  const turn = new Map(since.map(({ id }, index) => [id, index]));
  const changes = await tx.findBy(PublicationChange, { publicationId: In([...turn.keys()]) });
  const first = new Map<string, PublicationChange>();
  for (const change of changes.sort(
    (a, b) => (turn.get(a.publicationId) ?? 0) - (turn.get(b.publicationId) ?? 0),
  ))
    if (!first.has(numberOf(change))) first.set(numberOf(change), change);
  const now = await visitsNow(tx, prefectureId, [...first.values()]);
  return [...first.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, { before, ...of }]) => {
      const visit = now.get(key) ?? null;
      const then = before && slotOf(before);
      if (!visit && !then) return [];
      const is = visit && slotAlone(visit);
      if (is && then && isSameSlot(is, then)) return [];
      return [{ visit, change: changeOf(of, visit, { before: is, after: then }) }];
    });
}

const changeOf = (
  { supportRequestId, visitNo }: Pick<PublicationChange, 'supportRequestId' | 'visitNo'>,
  visit: Visit | null,
  { before, after }: { readonly before: Slot | null; readonly after: Slot | null },
): VisitChange => ({
  kind: after === null ? 'CANCELLED' : before === null ? 'NEW' : 'MOVED',
  supportRequestId,
  visitNo,
  visitId: visit?.id ?? null,
  before,
  after,
});

/** What stands now of these numbers. */
async function visitsNow(
  tx: Tx,
  prefectureId: string,
  changes: readonly PublicationChange[],
): Promise<Map<string, Visit>> {
  const ids = [...new Set(changes.map(({ supportRequestId }) => supportRequestId))];
  const visits = await tx.find(Visit, { where: { prefectureId, supportRequestId: In(ids) } });
  return new Map(
    visits
      .filter(({ status }) => status !== 'CANCELLED' && status !== 'HELD')
      .map((visit) => [numberOf(visit), visit]),
  );
}

/** What stands against it whatever the rules of planning say. */
function obstacle({ change: { after, before }, visit }: Wanted, free: Date): Bilingual | null {
  if (visit && (visit.status !== 'PUBLISHED' || visit.pinned)) return SETTLED;
  return [before, after].some((slot) => slot !== null && slot.startsAt < free) ? TOO_SOON : null;
}
