import { type Actor, badInput, Clock, parseInput, permit, text } from '@banso/kernel';
import { Db } from '@banso/platform';
import { IsNull } from 'typeorm';
import { z } from 'zod';
import { EVIDENCES, type Evidence, MAX_LEVEL, SkillAssessment } from './skill-assessment.entity.js';
import { Skill } from './skill.entity.js';
import { may } from './specialist.policy.js';
import { takeSpecialist } from './specialist.queries.js';

export interface AssessmentInput {
  readonly specialistId: string;
  readonly skillId: string;
  readonly level: number;
  readonly evidence: Evidence;
  readonly note?: string | null;
}

const schema = z.object({
  skillId: text(20),
  level: z.number().int().min(0).max(MAX_LEVEL),
  evidence: z.enum(EVIDENCES),
  note: text(500, 0)
    .nullish()
    .transform((note) => note || null),
});

/** Writes down what a specialist can do, and what that rests on. */
export class SkillAssessmentService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Takes the place of what was known before, which is kept. The specialist's lock makes two corrections queue. */
  assess(actor: Actor, input: AssessmentInput): Promise<SkillAssessment> {
    return this.db.write(actor, async (tx) => {
      const specialist = await takeSpecialist(tx, actor, input.specialistId);
      const facts = parseInput(schema, input);
      permit(may.assess(actor, specialist, facts.evidence));
      if (!(await tx.existsBy(Skill, { id: facts.skillId })))
        throw badInput({ path: 'skillId', rule: 'unknown' });
      const current = await tx.findOneBy(SkillAssessment, {
        specialistId: specialist.id,
        skillId: facts.skillId,
        supersededAt: IsNull(),
      });
      if (current) {
        if (actor.role === 'SPECIALIST') current.requireOwnWord();
        current.supersede(this.clock.now());
        await tx.save(current);
      }
      const by = { assessedOn: this.clock.today(), assessedBy: actor.name };
      const assessment = SkillAssessment.of(specialist, facts, by);
      await tx.insert(SkillAssessment, assessment);
      return assessment;
    });
  }
}
