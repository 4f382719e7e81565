import { directoryEntities } from '@banso/directory';
import { type Actor, type FixedClock, type HubStaff, systemActor } from '@banso/kernel';
import { cutAfter, emptyPlan, firstOf, iterations, type Progress, solve } from '@banso/planning';
import type { Db } from '@banso/platform';
import {
  supportEntities,
  type SupportRequest,
  type SupportRequestContent,
  SupportRequestIntakeService,
  SupportRequestTriageService,
} from '@banso/support';
import { engagementEntities } from '@banso/engagement';
import { talentEntities } from '@banso/talent';
import { dispatchEntities } from '../src/dispatch-entities.js';
import type { PlanningRun } from '../src/planning-run.entity.js';
import { PlanningRunExecutionService } from '../src/planning-run-execution.service.js';
import { getPlanningRun, proposedVisitsOf } from '../src/planning-run.queries.js';
import { PlanningRunService } from '../src/planning-run.service.js';
import type { ProposedVisit } from '../src/proposed-visit.entity.js';
import { PublishService } from '../src/publish.service.js';
import { PlanEditService } from '../src/plan-edit.service.js';
import { PlanExplanationService } from '../src/plan-explanation.service.js';
import { PlanSlotsService } from '../src/plan-slots.service.js';
import { PlanPresenceService } from '../src/presence/plan-presence.service.js';
import { PublicationOrderService } from '../src/publication/publication-order.service.js';
import { RestoringService } from '../src/publication/restoring.service.js';
import type { PlanningTask } from '../src/planning-run-execution.service.js';
import type { SearchResult } from '../src/planning-record.js';
import { RepairService } from '../src/repair.service.js';
import { bestOf } from '../src/search-result.js';
import { type Visit } from '../src/visit.entity.js';
import { listVisits } from '../src/visit.queries.js';
import { VisitService } from '../src/visit.service.js';

export const ENTITIES = [
  ...directoryEntities,
  ...talentEntities,
  ...engagementEntities,
  ...supportEntities,
  ...dispatchEntities,
];

/** Tuesday 1 December 2026, nine in the morning in Japan. */
export const START = '2026-12-01T00:00:00Z';
/** Three whole weeks after it. */
export const DECEMBER = { from: '2026-12-07', to: '2026-12-25' };

/** T18 needs a handful of skills; an expert of it can answer every request below. */
export const THEME = 'T18';

const CONTENT: SupportRequestContent = {
  title: '広報LINEを見直したい',
  trouble: '登録者が増えない。',
  themeId: THEME,
  urgency: 'NORMAL',
  mode: 'ON_SITE',
  visits: 2,
  visitMinutes: 120,
  minGapDays: 7,
  earliestOn: null,
  deadlineOn: null,
  wished: [],
  possible: [],
  answered: [],
  groupId: null,
  onlyWished: false,
  entrustSelection: true,
  contactSection: '広報係',
};

/** What the worker's search finds, in this thread and from one seed. */
export function searched({
  problem,
  seed,
  iterations: budget,
  stopAtIterations,
  byHand,
}: PlanningTask): SearchResult {
  if (byHand) {
    const found = { seed, plan: emptyPlan(problem), iterations: 0, longestWaitDays: 0 };
    return bestOf([found], { bound: null, budget: 0, wasCut: false });
  }
  const seen: Progress[] = [];
  const cut = stopAtIterations === null ? [] : [cutAfter(stopAtIterations)];
  const stop = firstOf(iterations(budget), ...cut);
  const plan = solve(problem, { seed, stop, onProgress: (progress) => seen.push(progress) });
  const { iterations: made = 0, longestWaitDays = 0 } = seen.at(-1) ?? {};
  const found = [{ seed, plan, iterations: made, longestWaitDays }];
  return bestOf(found, { bound: null, budget, wasCut: cut.length > 0 });
}

/** The services of a calendar, and what a test does with them again and again. */
export class Calendar {
  readonly runs: PlanningRunService;
  readonly execution: PlanningRunExecutionService;
  readonly publishing: PublishService;
  readonly visits: VisitService;
  readonly edits: PlanEditService;
  readonly explanations: PlanExplanationService;
  readonly slots: PlanSlotsService;
  readonly orders: PublicationOrderService;
  readonly restoring: RestoringService;
  readonly presence: PlanPresenceService;
  readonly repairs: RepairService;

  constructor(
    readonly db: Db,
    readonly clock: FixedClock,
  ) {
    this.runs = new PlanningRunService(db, clock);
    this.execution = new PlanningRunExecutionService(db, clock);
    this.publishing = new PublishService(db, clock);
    this.visits = new VisitService(db, clock);
    this.edits = new PlanEditService(db, clock);
    this.explanations = new PlanExplanationService(db);
    this.slots = new PlanSlotsService(db, clock);
    this.orders = new PublicationOrderService(db, clock);
    this.restoring = new RestoringService(db, clock);
    this.presence = new PlanPresenceService(db, clock);
    this.repairs = new RepairService(db, clock);
  }

  draft(town: Actor, wish: Partial<SupportRequestContent> = {}): Promise<SupportRequest> {
    return new SupportRequestIntakeService(this.db, this.clock).draft(town, { ...CONTENT, ...wish });
  }

  /** A request that the planner may place. */
  async request(
    town: Actor,
    hub: HubStaff,
    wish: Partial<SupportRequestContent> = {},
  ): Promise<SupportRequest> {
    const draft = await this.draft(town, wish);
    await new SupportRequestIntakeService(this.db, this.clock).submit(town, draft.id);
    return new SupportRequestTriageService(this.db, this.clock).accept(hub, draft.id);
  }

  /** What a worker does with a run, without the worker. */
  async solve(run: Pick<PlanningRun, 'id' | 'prefectureId'>, actor: Actor): Promise<PlanningRun> {
    const { db, execution } = this;
    const task = await db.system(run.prefectureId, (tx, system) => execution.begin(tx, system, run.id));
    if (task) {
      const result = searched(task);
      await db.system(run.prefectureId, (tx, system) => execution.finish(tx, system, run.id, result));
    }
    return db.read(actor, (tx) => getPlanningRun(tx, actor, run.id));
  }

  /** A run over the period, solved. */
  async plan(hub: HubStaff, period = DECEMBER, wish: object = {}): Promise<PlanningRun> {
    return this.solve(await this.runs.request(hub, { ...period, iterations: 200, ...wish }), hub);
  }

  /** A run over the period, solved and published. */
  async publish(hub: HubStaff, period = DECEMBER): Promise<Visit[]> {
    const run = await this.plan(hub, period);
    await this.publishing.publish(hub, run.id);
    return this.visitsOf(hub);
  }

  proposals(run: PlanningRun): Promise<ProposedVisit[]> {
    return this.db.read(systemActor(run.prefectureId), (tx) => proposedVisitsOf(tx, [run.id]));
  }

  async visitsOf(actor: Actor): Promise<Visit[]> {
    const page = await this.db.read(actor, (tx) => listVisits(tx, actor, {}, { first: 100 }));
    return [...page.rows];
  }

  /** Nothing is left of plans, visits and requests; people stay. */
  async clear(): Promise<void> {
    await this.db.owner(async (tx) => {
      await tx.query(`TRUNCATE outbox, planning_run, plan_publication, visit, proposed_visit, unplaced_visit,
        visit_event, visit_proposal, publication_order, notice, day_off, unavailability_rule, available_day, weekly_pattern, planning_policy, town_profile, quota, scheme_use, support_request, support_request_event, support_team CASCADE`);
    });
  }
}
