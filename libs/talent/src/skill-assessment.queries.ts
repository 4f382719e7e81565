import { type Actor, groupBy, type LocalDate } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { SkillAssessment, type Evidence } from './skill-assessment.entity.js';
import { seesReasons } from './specialist.policy.js';
import { visibleSpecialists } from './specialist.queries.js';

/** What is known today about one skill of a specialist. */
export interface SkillLevel {
  readonly specialistId: string;
  readonly skillId: string;
  readonly level: number;
  readonly evidence: Evidence;
  /** For the hub and the person; null for a municipality. */
  readonly note: string | null;
  readonly assessedOn: LocalDate;
  readonly assessedBy: string;
}

/** The current levels of each specialist that the actor can see, in the order of the catalogue. */
export async function currentSkills(
  tx: Tx,
  actor: Actor,
  specialistIds: readonly string[],
): Promise<Map<string, SkillLevel[]>> {
  const visible = visibleSpecialists(tx, actor).select('specialist.id');
  const found = await tx
    .createQueryBuilder(SkillAssessment, 'assessment')
    .where('assessment.supersededAt IS NULL AND assessment.specialistId = ANY(:specialistIds)', {
      specialistIds,
    })
    .andWhere(`assessment.specialistId IN (${visible.getQuery()})`, visible.getParameters())
    .orderBy('assessment.skillId')
    .getMany();
  const reasons = seesReasons(actor);
  const levels = found.map((skill) => ({
    specialistId: skill.specialistId,
    skillId: skill.skillId,
    level: skill.level,
    evidence: skill.evidence,
    note: reasons ? skill.note : null,
    assessedOn: skill.assessedOn,
    assessedBy: skill.assessedBy,
  }));
  return groupBy(levels, (skill) => skill.specialistId);
}
