import type { HubStaff } from '@banso/kernel';
import type { SoftRuleId, Weights } from '@banso/planning';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a prefecture sets: the whole of it, with every change. */
export interface PolicyTerms {
  readonly tiers: readonly (readonly SoftRuleId[])[];
  readonly weights: Weights;
  /** Working days from tomorrow on in which published visits stay as they are. */
  readonly frozenWorkingDays: number;
  /** Half-days per week that stay free for emergencies. */
  readonly reserveHalfDaysPerWeek: number;
  /** From the decision to an urgent visit of the same day, at least. */
  readonly urgentLeadMinutes: number;
  /** Working days in which whoever goes is expected to answer a published visit. */
  readonly answerDays: number;
  /** Minutes to think better of a publication before anybody is told; 0 = none. */
  readonly publishHoldMinutes: number;
}

/** One version of a prefecture's planning policy. Only ever added: a past plan is explained by its own. */
@Entity('planning_policy')
export class PlanningPolicy implements PolicyTerms {
  @PrimaryColumn('text', { name: 'prefecture_id' }) prefectureId: string;
  @PrimaryColumn('int') version: number;
  @Column('jsonb') tiers: readonly (readonly SoftRuleId[])[];
  @Column('jsonb') weights: Weights;
  @Column('int', { name: 'frozen_working_days' }) frozenWorkingDays: number;
  @Column('int', { name: 'reserve_half_days_per_week' }) reserveHalfDaysPerWeek: number;
  @Column('int', { name: 'urgent_lead_minutes' }) urgentLeadMinutes: number;
  @Column('int', { name: 'answer_days' }) answerDays: number;
  @Column('int', { name: 'publish_hold_minutes' }) publishHoldMinutes: number;
  @Column('uuid', { name: 'set_by', nullable: true }) setBy: string | null;
  @Column('text', { name: 'set_by_name' }) setByName: string;
  @Column('timestamptz', { name: 'set_at' }) setAt: Date;

  static of(actor: HubStaff, version: number, terms: PolicyTerms, now: Date): PlanningPolicy {
    return Object.assign(new PlanningPolicy(), {
      prefectureId: actor.prefectureId,
      version,
      tiers: terms.tiers,
      weights: terms.weights,
      frozenWorkingDays: terms.frozenWorkingDays,
      reserveHalfDaysPerWeek: terms.reserveHalfDaysPerWeek,
      urgentLeadMinutes: terms.urgentLeadMinutes,
      answerDays: terms.answerDays,
      publishHoldMinutes: terms.publishHoldMinutes,
      setBy: actor.accountId,
      setByName: actor.name,
      setAt: now,
    });
  }
}
