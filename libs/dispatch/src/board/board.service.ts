import { closureOf, municipalitiesIn, parseDateRange } from '@banso/directory';
import {
  type Actor,
  addDays,
  badInput,
  Clock,
  datesBetween,
  fiscalYearOf,
  type LocalDate,
  permit,
} from '@banso/kernel';
import { Db, NEVER, type Tx, versionsOf } from '@banso/platform';
import { type SupportRequest, supportRequestsByIds } from '@banso/support';
import { activeSpecialists, fieldsOf, type Specialist, specialistsByIds, themesByIds } from '@banso/talent';
import { editedPlan } from '../edited-plan.js';
import { planRecordOf } from '../plan-record.queries.js';
import type { SpokenViolation } from '../plan-answers.js';
import { periodOf } from '../plan-rows.js';
import { spokenViolations } from '../plan-violations.js';
import type { PlanningRun } from '../planning-run.entity.js';
import { planningRunMay } from '../planning-run.policy.js';
import {
  getPlanningRun,
  proposedVisitsOf,
  runsOnTheTable,
  unplacedVisitsOf,
} from '../planning-run.queries.js';
import type { ProposedVisit } from '../proposed-visit.entity.js';
import { type Reckoner, ReckonerHere } from '../reckoner.js';
import { explainUnplacedOf } from '../unplaced-reasons.js';
import type { Visit } from '../visit.entity.js';
import { visitsOnBoard } from '../visit.queries.js';
import type { Board, BoardSpecialist, BoardUnplaced, BoardVisit } from './board.js';
import { daysOfPeople } from './board-days.js';
import { visitsSince } from './board-waiting.js';
import { contractsOnBoard } from './board-contracts.js';

/** Four weeks, counted from the first day. */
const USUAL_DAYS = 28;
/** A quarter: as many as a plan may have. */
const MOST_DAYS = 92;

export interface BoardWish {
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
  readonly runId?: string | null;
}

/** 計画盤: what a dispatcher needs to see at once. Reads only. */
export class BoardService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reckoner: Reckoner = new ReckonerHere(),
  ) {}

  /** The days wished for; else those of the plan on the table; else four weeks from today. */
  board(actor: Actor, wish: BoardWish): Promise<Board> {
    return this.db.read(actor, async (tx) => {
      permit(planningRunMay.read(actor));
      const table = await runsOnTheTable(tx, actor);
      const openRun = table.find(({ isOpen }) => isOpen) ?? null;
      const runs = table.filter(({ status }) => status === 'PROPOSED');
      const run = wish.runId ? await getPlanningRun(tx, actor, wish.runId) : (runs[0] ?? null);
      const period = periodFor(wish, run, this.clock.today());
      // What was published in part lies there as visits.
      const drafts = (run?.status === 'PROPOSED' ? await proposedVisitsOf(tx, [run.id]) : []).filter(
        ({ adopted }) => !adopted,
      );
      const published = await visitsOnBoard(tx, actor, period);
      const unplaced = await unplacedOn(tx, actor, run, drafts);
      return {
        ...period,
        days: datesBetween(period.from, period.to).map((date) => ({ date, closure: closureOf(date) })),
        run,
        runs,
        openRun,
        specialists: await specialistsOn(tx, actor, period, { drafts, published }),
        visits: await visitsOn(tx, actor, drafts, published),
        unplaced: unplaced.rows,
        ...(await namesFor(tx, actor, unplaced.requests, [...drafts, ...published, ...unplaced.rows])),
        drafts: drafts.length,
      };
    });
  }

  /** Every rule that a plan breaks as it stands now, hard ones first. */
  async violations(actor: Actor, runId: string): Promise<SpokenViolation[]> {
    const { run, problem, assignments } = await this.db.read(actor, async (tx) => {
      const record = await planRecordOf(tx, actor, runId);
      const proposals = await proposedVisitsOf(tx, [runId]);
      const leftOut = await unplacedVisitsOf(tx, [runId]);
      return {
        run: record.run,
        ...editedPlan(periodOf(record.run), record, { proposals, leftOut }),
      };
    });
    const broken = await this.reckoner.reckon('check', [problem, assignments]);
    return this.db.read(actor, (tx) => spokenViolations(tx, actor, run, broken));
  }
}

function periodFor(
  { from, to }: BoardWish,
  run: PlanningRun | null,
  today: LocalDate,
): { from: LocalDate; to: LocalDate } {
  const first = from ?? run?.fromOn ?? today;
  const usual = from ? null : (run?.toOn ?? null);
  const period = parseDateRange({ from: first, to: to ?? usual ?? addDays(first, USUAL_DAYS - 1) });
  const last = addDays(period.from, MOST_DAYS - 1);
  if (period.to > last) throw badInput({ path: 'to', rule: 'too-far', facts: { last } });
  return period;
}

async function unplacedOn(
  tx: Tx,
  actor: Actor,
  run: PlanningRun | null,
  drafts: readonly ProposedVisit[],
): Promise<{ rows: BoardUnplaced[]; requests: readonly SupportRequest[] }> {
  const explained = run?.status === 'PROPOSED' ? await explainUnplacedOf(tx, actor, [run.id]) : [];
  const since = await visitsSince(tx, actor, [...drafts, ...explained]);
  const versionOf = await versionsOfProposals(
    tx,
    actor,
    explained.flatMap(({ proposalId }) => proposalId ?? []),
  );
  return {
    rows: [
      ...explained.map(({ supportRequestId, visitNo, reasons, replacesVisitId, proposalId }) => ({
        supportRequestId,
        visitNo,
        reasons,
        replacesVisitId,
        version: versionOf(proposalId),
        isInPlan: true,
      })),
      ...since.visits.map((visit) => ({
        ...visit,
        reasons: [],
        replacesVisitId: null,
        version: NEVER,
        isInPlan: false,
      })),
    ],
    requests: since.requests,
  };
}

/** In one statement, and in none for nobody. */
async function versionsOfProposals(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<(id: string | null) => string> {
  const found =
    ids.length > 0 ? await versionsOf(tx, actor, 'proposed_visit', ids) : new Map<string, string>();
  return (id) => (id === null ? NEVER : (found.get(id) ?? NEVER));
}

interface OnBoard {
  readonly drafts: readonly ProposedVisit[];
  readonly published: readonly Visit[];
}

/** The active pool, and those who left it but still have a visit here. */
async function specialistsOn(
  tx: Tx,
  actor: Actor,
  period: { readonly from: LocalDate; readonly to: LocalDate },
  { drafts, published }: OnBoard,
): Promise<BoardSpecialist[]> {
  const active = await activeSpecialists(tx, actor);
  const known = new Set(active.map(({ id }) => id));
  const others = [...drafts, ...published].map(({ specialistId }) => specialistId);
  const left = [...new Set(others)].filter((id) => !known.has(id));
  const gone = left.length > 0 ? await specialistsByIds(tx, actor, left) : [];
  const people: readonly Specialist[] = [...active, ...gone];
  const daysOf = await daysOfPeople(tx, actor, people, period);
  const contractOf = await contractsOnBoard(tx, actor, people, { on: period.from, drafts });
  const fields = await fieldsOf(tx, actor, fiscalYearOf(period.from));
  return people.map((specialist) => {
    const own = fields.filter(({ specialistIds }) => specialistIds.includes(specialist.id));
    return {
      specialist,
      fields: own.map(({ name, nameEn }) => ({ name, nameEn })),
      themeIds: [...new Set(own.flatMap(({ themeIds }) => themeIds))],
      contract: contractOf(specialist),
      ...daysOf(specialist),
    };
  });
}

async function visitsOn(
  tx: Tx,
  actor: Actor,
  drafts: readonly ProposedVisit[],
  published: readonly Visit[],
): Promise<BoardVisit[]> {
  const versionOf = await versionsOfProposals(
    tx,
    actor,
    drafts.map(({ id }) => id),
  );
  return [
    ...published.map((visit) => ({
      ...shared(visit),
      status: visit.status,
      version: null,
      edited: false,
      replacesVisitId: null,
    })),
    ...drafts.map((draft) => ({
      ...shared(draft),
      status: null,
      version: versionOf(draft.id),
      edited: draft.edited,
      replacesVisitId: draft.replacesVisitId,
    })),
  ];
}

const shared = (visit: Visit | ProposedVisit) => ({
  id: visit.id,
  supportRequestId: visit.supportRequestId,
  visitNo: visit.visitNo,
  specialistId: visit.specialistId,
  municipalityId: visit.municipalityId,
  mode: visit.mode,
  startsAt: visit.startsAt,
  endsAt: visit.endsAt,
  nightBefore: visit.nightBefore,
  nightAfter: visit.nightAfter,
  travelMinutes: visit.travelBeforeMinutes + visit.travelAfterMinutes,
  pinned: visit.pinned,
});

/** What the rows name only by id: each request, theme and town once. */
async function namesFor(
  tx: Tx,
  actor: Actor,
  toPlan: readonly SupportRequest[],
  rows: readonly { readonly supportRequestId: string }[],
): Promise<Pick<Board, 'requests' | 'themes' | 'municipalities'>> {
  const wanted = new Set(rows.map(({ supportRequestId }) => supportRequestId));
  const known = toPlan.filter(({ id }) => wanted.has(id));
  const missing = [...wanted].filter((id) => !known.some((request) => request.id === id));
  const requests = [...known, ...(missing.length > 0 ? await supportRequestsByIds(tx, actor, missing) : [])];
  const themes = new Set(requests.flatMap(({ themeId }) => themeId ?? []));
  return {
    requests,
    themes: await themesByIds(tx, [...themes]),
    municipalities: await municipalitiesIn(tx, actor.prefectureId ?? ''),
  };
}
