import { randomUUID } from 'node:crypto';
import { type Change, DomainError, type LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Once for a person, or once for each town to which the person goes. */
export const TRAINING_SCOPES = ['PERSON', 'TOWN'] as const;
export type TrainingScope = (typeof TRAINING_SCOPES)[number];

/** 研修: one module. */
@Entity('training_module')
export class TrainingModule {
  @PrimaryColumn('text', { name: 'prefecture_id' }) prefectureId: string;
  @PrimaryColumn('text') code: string;
  @Column('text') scope: TrainingScope;
  @Column('text') name: string;
  @Column('text', { name: 'name_en' }) nameEn: string;
}

/** Whose visits wait for training too. */
export const GATED_VISITS = ['JOINT_HIRE', 'EVERYBODY', 'NOBODY'] as const;
export type GatedVisits = (typeof GATED_VISITS)[number];

/** Which modules come before a placement; every version is kept. */
@Entity('training_rule')
export class TrainingRule {
  @PrimaryColumn('text', { name: 'prefecture_id' }) prefectureId: string;
  @PrimaryColumn('int') version: number;
  /** Codes of modules. */
  @Column('text', { array: true }) gating: string[];
  @Column('text') visits: GatedVisits;
  @Column('text', { name: 'set_by_name' }) setByName: string;
  @Column('timestamptz', { name: 'set_at' }) setAt: Date;
}

export interface CompletionFacts {
  readonly moduleCode: string;
  /** Of a module of towns only. */
  readonly municipalityId: string | null;
  readonly completedOn: LocalDate;
  /** 受講票, 修了証の番号 and the like. */
  readonly evidence: string;
}

/** 修了: somebody has done a module. Taken back by a mark, never deleted. */
@Entity('training_completion')
export class TrainingCompletion {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'specialist_id' }) specialistId: string;
  @Column('text', { name: 'module_code' }) moduleCode: string;
  @Column('text', { name: 'municipality_id', nullable: true }) municipalityId: string | null;
  @Column('date', { name: 'completed_on' }) completedOn: LocalDate;
  @Column('text') evidence: string;
  @Column('text', { name: 'recorded_by_name' }) recordedByName: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('text', { name: 'removed_by_name', nullable: true }) removedByName: string | null;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
  @Column('text', { name: 'removed_reason', nullable: true }) removedReason: string | null;

  static record(
    specialist: { readonly id: string; readonly prefectureId: string },
    facts: CompletionFacts,
    { actor, at }: Change,
  ): TrainingCompletion {
    return Object.assign(new TrainingCompletion(), {
      id: randomUUID(),
      prefectureId: specialist.prefectureId,
      specialistId: specialist.id,
      ...facts,
      recordedByName: actor.name,
      recordedAt: at,
      removedByName: null,
      removedAt: null,
      removedReason: null,
    });
  }

  remove({ actor, at, reason }: Change): void {
    if (this.removedAt) throw new DomainError('INVALID_STATE', 'training.removed');
    this.removedByName = actor.name;
    this.removedAt = at;
    this.removedReason = reason ?? null;
  }
}
