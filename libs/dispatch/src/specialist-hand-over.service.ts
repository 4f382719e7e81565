import {
  type Actor,
  addDays,
  badInput,
  type Change,
  Clock,
  parseInput,
  permit,
  text,
  uuid,
} from '@banso/kernel';
import { Db, type Tx } from '@banso/platform';
import {
  casesWith,
  type Hold,
  passPlace,
  passQuestion,
  placeStaysBecause,
  questionGoesTo,
  questionsWith,
  saveSupportRequest,
  type Successor,
  SupportRequest,
} from '@banso/support';
import { getSpecialist } from '@banso/talent';
import { z } from 'zod';
import { lockCalendar } from './calendar-lock.js';
import { HAND_OVER_WORDS, type StaysWord } from './hand-over-words.js';
import { type Bilingual, speakerFor } from './plan-words.js';
import { planningProblem } from './planning-problem.js';
import { planningRunMay } from './planning-run.policy.js';
import { type Reckoner, ReckonerHere } from './reckoner.js';
import { openPlansWith, visitsAheadOf } from './specialist-work.queries.js';

/** As far as candidates are looked for. */
const HORIZON_DAYS = 56;
const LOCKED = { first: true };

export const SPECIALIST_WORK_KINDS = ['CASE', 'PLACE', 'CONSULTATION', 'PLAN', 'VISIT'] as const;
export type SpecialistWorkKind = (typeof SPECIALIST_WORK_KINDS)[number];

/** Something that waits for a specialist, and whether somebody else may have it. */
export interface SpecialistWork {
  readonly kind: SpecialistWorkKind;
  /** Of the request, the consultation, the run or the visit. */
  readonly id: string;
  readonly number: string | null;
  readonly title: string | null;
  /** Of a visit. */
  readonly startsAt: Date | null;
  /** Null where it moves, or has moved; else why it stays. */
  readonly stays: Bilingual | null;
}

const aimFields = { specialistId: uuid(), successorId: uuid().nullish() };
const aimSchema = z.object(aimFields);
const wishSchema = z.object({ ...aimFields, ids: z.array(uuid()).max(500), reason: text(1_000) });

interface Aim {
  readonly specialistId: string;
  readonly to: Successor;
}

type Move = (change: Change) => Promise<void>;
type Found = SpecialistWork & { readonly move?: Move };

/** A specialist leaves, or is away for long: what lies with them goes to another, or back to where somebody is found. */
export class SpecialistHandOverService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reckoner: Reckoner = new ReckonerHere(),
  ) {}

  /** What would move, and what would stay and why; nothing is changed. */
  preview(actor: Actor, input: unknown): Promise<SpecialistWork[]> {
    return this.db.read(actor, async (tx) => {
      const { specialistId, successorId } = parseInput(aimSchema, input);
      const found = await this.workOf(tx, actor, { specialistId, to: successorId ?? null }, 'look');
      return found.map(shown);
    });
  }

  /**
   * Moves what was shown (`ids`) and may still move; returns that and what stays. Published visits are never moved here.
   * Harmless to repeat: what has moved lies with somebody else.
   */
  handOver(actor: Actor, input: unknown): Promise<SpecialistWork[]> {
    return this.db.write(actor, async (tx) => {
      const { specialistId, successorId, ids, reason } = parseInput(wishSchema, input);
      permit(planningRunMay.request(actor));
      await lockCalendar(tx, actor);
      const found = await this.workOf(tx, actor, { specialistId, to: successorId ?? null }, 'lock');
      const change = { actor, at: this.clock.now(), reason };
      for (const { id, move } of found) if (ids.includes(id)) await move?.(change);
      return found.map((work) =>
        shown(work.move && !ids.includes(work.id) ? { ...work, stays: HAND_OVER_WORDS['not-shown'] } : work),
      );
    });
  }

  private async workOf(tx: Tx, actor: Actor, aim: Aim, hold: Hold): Promise<Found[]> {
    permit(planningRunMay.request(actor));
    if (aim.to === aim.specialistId) throw badInput({ path: 'successorId', rule: 'repeated' });
    await getSpecialist(tx, actor, aim.specialistId);
    if (aim.to !== null && !(await getSpecialist(tx, actor, aim.to)).active)
      throw badInput({ path: 'successorId', rule: 'unknown' });
    const requests = await casesWith(tx, actor, aim.specialistId, hold);
    const questions = await questionsWith(tx, actor, aim.specialistId, hold);
    const owned = requests.filter((request) => request.specialistId === aim.specialistId);
    const places = requests.filter((request) => !owned.includes(request));
    const barred = await this.barredFrom(tx, actor, aim, requests);
    const found: Found[] = owned.map((request) => caseOf(tx, request, aim, barred));
    for (const request of places) {
      const because = await placeStaysBecause(tx, actor, request, aim);
      const stays = because ? HAND_OVER_WORDS[because] : (barred.get(request.id) ?? null);
      const move: Move = (change) => passPlace(tx, request, aim, change);
      found.push({ ...caseLine('PLACE', request), stays, ...(!stays && { move }) });
    }
    for (const question of questions) {
      const goes = await questionGoesTo(tx, actor, question, { ...aim, at: this.clock.now() });
      const line = {
        kind: 'CONSULTATION' as const,
        id: question.id,
        number: question.number,
        startsAt: null,
      };
      found.push({
        ...line,
        title: question.question,
        ...(typeof goes === 'string'
          ? { stays: HAND_OVER_WORDS[goes] }
          : { stays: null, move: (change: Change) => passQuestion(tx, question, goes, change) }),
      });
    }
    return [...found, ...(await this.left(tx, actor, aim.specialistId))];
  }

  /** What people settle themselves: plans on the table, and visits that towns have been told of. */
  private async left(tx: Tx, actor: Actor, specialistId: string): Promise<Found[]> {
    const plans = await openPlansWith(tx, actor, specialistId);
    const visits = await visitsAheadOf(tx, actor, specialistId, this.clock.now());
    return [
      ...plans.map(({ id, number }) => ({
        kind: 'PLAN' as const,
        id,
        number: String(number),
        title: null,
        startsAt: null,
        stays: HAND_OVER_WORDS['plan-anew'],
      })),
      ...visits.map(({ id, number, title, startsAt }) => ({
        kind: 'VISIT' as const,
        id,
        number,
        title,
        startsAt,
        stays: HAND_OVER_WORDS.repair,
      })),
    ];
  }

  /** By the rules of the planner, beside what is published: why the successor may not take a request. */
  private async barredFrom(
    tx: Tx,
    actor: Actor,
    { to }: Aim,
    requests: readonly SupportRequest[],
  ): Promise<ReadonlyMap<string, Bilingual>> {
    const barred = new Map<string, Bilingual>();
    if (to === null || requests.length === 0) return barred;
    const today = this.clock.today();
    const open = requests.map((request) =>
      Object.assign(new SupportRequest(), request, { specialistId: null }),
    );
    const period = { from: today, to: addDays(today, HORIZON_DAYS - 1) };
    const problem = await planningProblem(tx, actor, { period, today, requests: open, held: [] });
    for (const { id } of open) {
      const { excluded } = await this.reckoner.reckon('rankCandidates', [problem, id], LOCKED);
      const why = excluded.find(({ specialistId }) => specialistId === to);
      if (!why) continue;
      const speak = await speakerFor(tx, actor, [why]);
      barred.set(id, speak({ ...why, level: 'hard' }, period.from));
    }
    return barred;
  }
}

const shown = ({ kind, id, number, title, startsAt, stays }: Found): SpecialistWork => ({
  kind,
  id,
  number,
  title,
  startsAt,
  stays,
});

const caseLine = <K extends SpecialistWorkKind>(kind: K, { id, number, title }: SupportRequest) => ({
  kind,
  id,
  number,
  title,
  startsAt: null,
});

function caseOf(tx: Tx, request: SupportRequest, { to }: Aim, barred: ReadonlyMap<string, Bilingual>): Found {
  const because: StaysWord | null =
    to !== null && request.status === 'PREFECTURE_APPROVAL' ? 'approval' : null;
  const stays = because ? HAND_OVER_WORDS[because] : (barred.get(request.id) ?? null);
  const move: Move = async (change) => {
    if (to === null) request.backToChoice(change);
    else request.handOver(to, change);
    await saveSupportRequest(tx, request);
  };
  return { ...caseLine('CASE', request), stays, ...(!stays && { move }) };
}
