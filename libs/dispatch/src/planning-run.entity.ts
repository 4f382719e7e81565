import { randomUUID } from 'node:crypto';
import { DomainError, type HubStaff, type LocalDate } from '@banso/kernel';
import type { Problem, Progress, Score } from '@banso/planning';
import { Column, Entity, PrimaryColumn } from 'typeorm';

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
}

/** One run of the planner over a period: asked for, solved in the background, then published or discarded. */
@Entity('planning_run')
export class PlanningRun {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  /** Counts up within a prefecture: how staff name a run. */
  @Column('int') number: number;
  @Column('date', { name: 'from_on' }) fromOn: LocalDate;
  @Column('date', { name: 'to_on' }) toOn: LocalDate;
  @Column('int') seed: number;
  @Column('int') iterations: number;
  @Column('text') status: PlanningRunStatus;
  @Column('jsonb', { nullable: true }) progress: Progress | null;
  /** What the planner was given, so that the run can be repeated; day 0 is `fromOn`. Large: never in a list. */
  @Column('jsonb', { nullable: true, select: false }) problem: Problem | null;
  @Column('jsonb', { nullable: true }) score: Score | null;
  @Column('text', { nullable: true }) failure: PlanningFailure | null;
  @Column('uuid', { name: 'requested_by', nullable: true }) requestedBy: string | null;
  @Column('text', { name: 'requested_by_name' }) requestedByName: string;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt: Date;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;

  static request(actor: HubStaff, number: number, order: PlanningOrder, now: Date): PlanningRun {
    return Object.assign(new PlanningRun(), {
      id: randomUUID(),
      prefectureId: actor.prefectureId,
      number,
      fromOn: order.from,
      toOn: order.to,
      seed: order.seed,
      iterations: order.iterations,
      status: 'QUEUED' as const,
      progress: null,
      problem: null,
      score: null,
      failure: null,
      requestedBy: actor.accountId,
      requestedByName: actor.name,
      requestedAt: now,
      startedAt: null,
      finishedAt: null,
    });
  }

  /** Still to be computed: not yet cancelled, failed or proposed. */
  get isOpen(): boolean {
    return this.status === 'QUEUED' || this.status === 'SOLVING';
  }

  begin(problem: Problem, now: Date): void {
    this.moveTo('SOLVING');
    this.problem = problem;
    this.startedAt ??= now;
  }

  propose(score: Score, result: Omit<Progress, 'stage' | 'iterations'>, now: Date): void {
    this.moveTo('PROPOSED');
    this.score = score;
    this.progress = { stage: 'DONE', iterations: this.iterations, ...result };
    this.finishedAt = now;
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

  publish(): void {
    this.moveTo('PUBLISHED');
  }

  discard(): void {
    this.moveTo('DISCARDED');
  }

  private moveTo(next: PlanningRunStatus): void {
    if (!NEXT[this.status].includes(next))
      throw new DomainError('INVALID_STATE', 'planning-run.not-in-state', { status: this.status, next });
    this.status = next;
  }
}
