import { randomUUID } from 'node:crypto';
import { DomainError, type HubStaff, type LocalDate } from '@banso/kernel';
import type { Problem, Score, Unplaced } from '@banso/planning';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Bound, KeptFinding, RunPolicy, RunProgress, SearchResult } from './planning-record.js';

export const PLANNING_RUN_STATUSES = [
  'QUEUED',
  'SOLVING',
  'PROPOSED',
  'PUBLISHED',
  'DISCARDED',
  'CANCELLED',
  'FAILED',
] as const;
export type PlanningRunStatus = (typeof PLANNING_RUN_STATUSES)[number];

const NEXT: Readonly<Record<PlanningRunStatus, readonly PlanningRunStatus[]>> = {
  QUEUED: ['SOLVING', 'CANCELLED', 'FAILED'],
  // SOLVING again: a worker took over what another one lost.
  SOLVING: ['SOLVING', 'PROPOSED', 'CANCELLED', 'FAILED'],
  PROPOSED: ['PUBLISHED', 'DISCARDED'],
  PUBLISHED: [],
  DISCARDED: [],
  CANCELLED: [],
  FAILED: [],
};

/** Why a run ended without a plan. */
export const PLANNING_FAILURES = ['PROBLEM_NOT_SOUND', 'PLAN_BROKE_A_RULE', 'GAVE_UP'] as const;
export type PlanningFailure = (typeof PLANNING_FAILURES)[number];

/** What staff ask for: the days to plan, and the figures that make the run repeatable. */
export interface PlanningOrder {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly seed: number;
  readonly iterations: number;
  /** Searches side by side, with the seeds that follow; null = as many as the worker has processors for. */
  readonly starts: number | null;
  /** Repeats a run that was cut short there; null = to the end. */
  readonly stopAtIterations: number | null;
  /** Published visits may move, at the price of the policy. */
  readonly movePublished: boolean;
  /** An empty plan, to be made by hand. */
  readonly byHand: boolean;
}

/** What a run ends with. */
export interface RunOutcome {
  readonly result: SearchResult;
  readonly placed: number;
  readonly unplaced: number;
  readonly travelMinutes: number;
  readonly longestWaitDays: number;
}

/** What a plan comes to after a change by hand. */
export interface PlanFiguresNow extends Omit<RunOutcome, 'result'> {
  readonly score: Score;
  readonly bound: Bound | null;
}

/** One run of the planner over a period: asked for, solved in the background, then published or discarded. */
@Entity('planning_run')
export class PlanningRun {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  /** Counts up within a prefecture: how staff name a run. */
  @Column('int') number: number;
  /** Under which it is kept, to come back to. */
  @Column('text', { nullable: true }) name: string | null;
  @Column('date', { name: 'from_on' }) fromOn: LocalDate;
  @Column('date', { name: 'to_on' }) toOn: LocalDate;
  @Column('int') seed: number;
  @Column('int') iterations: number;
  @Column('text') status: PlanningRunStatus;
  @Column('boolean', { name: 'move_published' }) movePublished: boolean;
  /** Nothing is searched for: people make the plan themselves. */
  @Column('boolean', { name: 'by_hand' }) byHand: boolean;
  /** Null until the search begins. */
  @Column('int', { nullable: true }) starts: number | null;
  @Column('int', { name: 'stop_at_iterations', nullable: true }) stopAtIterations: number | null;
  /** Somebody wants the best plan so far; the search notices within a second. */
  @Column('boolean', { name: 'stop_asked' }) stopAsked: boolean;
  @Column('int', { name: 'stopped_at_iterations', nullable: true }) stoppedAtIterations: number | null;
  @Column('int', { name: 'best_seed', nullable: true }) bestSeed: number | null;
  @Column('jsonb', { nullable: true }) policy: RunPolicy | null;
  /** What is wrong or odd with what the planner was given. */
  @Column('jsonb') findings: readonly KeptFinding[];
  /** Visits that the planner was not asked to place, since a quota does not allow them. */
  @Column('jsonb', { name: 'left_out', nullable: true }) leftOut: readonly Unplaced[] | null;
  @Column('jsonb', { nullable: true }) progress: RunProgress | null;
  /** What the planner was given, so that the run can be repeated; day 0 is `fromOn`. Large: never in a list. */
  @Column('jsonb', { nullable: true, select: false }) problem: Problem | null;
  /** What the planner answered, as it answered. Large: never in a list. */
  @Column('jsonb', { nullable: true, select: false }) plan: SearchResult | null;
  @Column('jsonb', { nullable: true }) score: Score | null;
  @Column('jsonb', { nullable: true }) bound: Bound | null;
  @Column('text', { nullable: true }) failure: PlanningFailure | null;
  @Column('uuid', { name: 'requested_by', nullable: true }) requestedBy: string | null;
  @Column('text', { name: 'requested_by_name' }) requestedByName: string;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt: Date;
  /** Minutes after which the worker uses the best plan so far. */
  @Column('double precision', { name: 'limit_minutes', nullable: true }) limitMinutes: number | null;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;

  static request(actor: HubStaff, number: number, order: PlanningOrder, now: Date): PlanningRun {
    return Object.assign(new PlanningRun(), {
      id: randomUUID(),
      prefectureId: actor.prefectureId,
      number,
      name: null,
      fromOn: order.from,
      toOn: order.to,
      seed: order.seed,
      iterations: order.iterations,
      movePublished: order.movePublished,
      byHand: order.byHand,
      starts: order.starts,
      stopAtIterations: order.stopAtIterations,
      stopAsked: false,
      stoppedAtIterations: null,
      bestSeed: null,
      policy: null,
      findings: [],
      leftOut: null,
      status: 'QUEUED' as const,
      progress: null,
      problem: null,
      plan: null,
      score: null,
      bound: null,
      failure: null,
      requestedBy: actor.accountId,
      requestedByName: actor.name,
      requestedAt: now,
      limitMinutes: null,
      startedAt: null,
      finishedAt: null,
    });
  }

  /** Still to be computed: not yet cancelled, failed or proposed. */
  get isOpen(): boolean {
    return this.status === 'QUEUED' || this.status === 'SOLVING';
  }

  begin(
    given: {
      readonly problem: Problem;
      readonly policy: RunPolicy;
      readonly findings: readonly KeptFinding[];
      readonly leftOut?: readonly Unplaced[];
      readonly starts: number;
      readonly limitMinutes?: number | null;
    },
    now: Date,
  ): void {
    this.moveTo('SOLVING');
    this.problem = given.problem;
    this.policy = given.policy;
    this.findings = given.findings;
    this.leftOut = given.leftOut ?? null;
    this.starts ??= given.starts;
    this.limitMinutes = given.limitMinutes ?? null;
    this.startedAt ??= now;
  }

  propose({ result, ...figures }: RunOutcome, now: Date): void {
    this.moveTo('PROPOSED');
    this.plan = result;
    this.score = result.score;
    this.bound = result.bound;
    this.bestSeed = result.bestSeed;
    this.stoppedAtIterations = result.stoppedAtIterations;
    const { bound, score, starts } = result;
    const iterations = starts.find(({ seed }) => seed === result.bestSeed)?.iterations ?? this.iterations;
    const first = this.progress?.first ?? null;
    this.progress = { stage: 'DONE', iterations, ...figures, tiers: score.tiers, bound, first };
    this.finishedAt = now;
  }

  /** The best plan so far is enough. */
  askToStop(): void {
    if (!this.isOpen) throw this.notInState('PROPOSED');
    this.stopAsked = true;
  }

  /** The plan was changed by hand. */
  editedTo({ score, bound, ...figures }: PlanFiguresNow): void {
    this.score = score;
    this.bound = bound;
    const { stage = 'DONE', iterations = this.iterations, first = null } = this.progress ?? {};
    this.progress = { stage, iterations, ...figures, tiers: score.tiers, bound, first };
  }

  fail(failure: PlanningFailure, now: Date): void {
    this.moveTo('FAILED');
    this.failure = failure;
    this.finishedAt = now;
  }

  cancel(now: Date): void {
    this.moveTo('CANCELLED');
    this.finishedAt = now;
  }

  /** Empty = none. */
  giveName(name: string): void {
    this.name = name === '' ? null : name;
  }

  publish(): void {
    this.moveTo('PUBLISHED');
  }

  discard(): void {
    this.moveTo('DISCARDED');
  }

  private moveTo(next: PlanningRunStatus): void {
    if (!NEXT[this.status].includes(next)) throw this.notInState(next);
    this.status = next;
  }

  private notInState(next: PlanningRunStatus): DomainError {
    return new DomainError('INVALID_STATE', 'planning-run.not-in-state', { status: this.status, next });
  }
}
