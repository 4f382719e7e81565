import { randomUUID } from 'node:crypto';
import { DomainError, type LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a level rests on, the weakest first. */
export const EVIDENCES = ['SELF_DECLARED', 'DOCUMENT', 'INTERVIEW', 'CASE_RECORD', 'CERTIFICATE'] as const;
export type Evidence = (typeof EVIDENCES)[number];

export const MAX_LEVEL = 4;

export interface AssessmentFacts {
  readonly skillId: string;
  readonly level: number;
  readonly evidence: Evidence;
  readonly note: string | null;
}

/** One finding about one skill of one specialist; a correction is a new row, so that matching stays explainable. */
@Entity({ name: 'skill_assessment' })
export class SkillAssessment {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'prefecture_id', type: 'text' })
  prefectureId: string;

  @Column({ name: 'specialist_id', type: 'uuid' })
  specialistId: string;

  @Column({ name: 'skill_id', type: 'text' })
  skillId: string;

  @Column({ name: 'level', type: 'int' })
  level: number;

  @Column({ name: 'evidence', type: 'text' })
  evidence: Evidence;

  @Column({ name: 'note', type: 'text', nullable: true })
  note: string | null;

  @Column({ name: 'assessed_on', type: 'date' })
  assessedOn: LocalDate;

  /** The assessor's name as it was then. */
  @Column({ name: 'assessed_by', type: 'text' })
  assessedBy: string;

  @Column({ name: 'superseded_at', type: 'timestamptz', nullable: true })
  supersededAt: Date | null;

  static of(
    specialist: { id: string; prefectureId: string },
    facts: AssessmentFacts,
    assessed: { assessedOn: LocalDate; assessedBy: string },
  ): SkillAssessment {
    return Object.assign(new SkillAssessment(), {
      id: randomUUID(),
      prefectureId: specialist.prefectureId,
      specialistId: specialist.id,
      ...facts,
      ...assessed,
      supersededAt: null,
    });
  }

  /** A person's own word does not undo what the hub has found out. */
  requireOwnWord(): void {
    if (this.evidence !== 'SELF_DECLARED')
      throw new DomainError('INVALID_STATE', 'skill.confirmed-by-hub', { skillId: this.skillId });
  }

  supersede(now: Date): void {
    this.supersededAt = now;
  }
}
