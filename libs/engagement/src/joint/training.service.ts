import { municipalitiesByIds } from '@banso/directory';
import {
  type Actor,
  badInput,
  Clock,
  DomainError,
  type LocalDate,
  localDate,
  parseInput,
  permit,
  text,
} from '@banso/kernel';
import { Db, sqlState, type Tx } from '@banso/platform';
import { takeSpecialist } from '@banso/talent';
import { z } from 'zod';
import { may } from './joint.policy.js';
import {
  GATED_VISITS,
  TRAINING_SCOPES,
  TrainingCompletion,
  TrainingModule,
  TrainingRule,
} from './training.entity.js';
import type { Module } from './training-gate.js';
import { getCompletion, type RuleInForce, trainingModules, trainingRule } from './training.queries.js';

const code = () => text(10).refine((value) => /^[A-Z][A-Z0-9]*$/.test(value), { params: { rule: 'code' } });

const moduleSchema = z.object({
  code: code(),
  scope: z.enum(TRAINING_SCOPES),
  name: text(60),
  nameEn: text(100),
});

const ruleSchema = z.object({
  version: z.int().min(0),
  gating: z.array(code()).max(20),
  gatedVisits: z.enum(GATED_VISITS),
});

const completionSchema = z.object({
  specialistId: z.string(),
  moduleCode: code(),
  municipalityId: text(6)
    .nullish()
    .transform((id) => id ?? null),
  completedOn: localDate(),
  evidence: text(200),
});

export type CompletionInput = z.input<typeof completionSchema>;

/** 研修: which modules there are, what they are for, and who has done them. */
export class TrainingService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** A new module, or other words for a known one; for whom it is once said stays. */
  define(actor: Actor, input: z.input<typeof moduleSchema>): Promise<Module> {
    return this.db.write(actor, async (tx) => {
      permit(may.organise(actor));
      const wanted = parseInput(moduleSchema, input);
      const known = (await trainingModules(tx, actor)).find((one) => one.code === wanted.code);
      if (known && known.scope !== wanted.scope)
        throw new DomainError('CONFLICT', 'training.scope-stays', { code: wanted.code });
      const { prefectureId } = actor;
      await tx.upsert(TrainingModule, { prefectureId, ...wanted }, ['prefectureId', 'code']);
      return wanted;
    });
  }

  /** The next version of the rule; refused to whoever has read an older one. */
  setRule(actor: Actor, input: z.input<typeof ruleSchema>): Promise<RuleInForce> {
    return this.db.write(actor, async (tx) => {
      permit(may.organise(actor));
      const { version, gating, gatedVisits } = parseInput(ruleSchema, input);
      const known = (await trainingModules(tx, actor)).map((one) => one.code);
      if (gating.some((one) => !known.includes(one))) throw badInput({ path: 'gating', rule: 'unknown' });
      if ((await trainingRule(tx, actor)).version !== version) throw overtaken();
      const rule = Object.assign(new TrainingRule(), {
        prefectureId: actor.prefectureId,
        version: version + 1,
        gating: known.filter((one) => gating.includes(one)),
        visits: gatedVisits,
        setByName: actor.name,
        setAt: this.clock.now(),
      });
      await orOvertaken(() => tx.insert(TrainingRule, rule));
      return rule;
    });
  }

  complete(actor: Actor, input: CompletionInput): Promise<TrainingCompletion> {
    return this.db.write(actor, async (tx) => {
      const specialist = await takeSpecialist(tx, actor, input.specialistId);
      permit(may.organise(actor));
      const facts = parseInput(completionSchema, input);
      this.requirePast(facts.completedOn);
      await requireFitting(tx, actor, facts);
      const { moduleCode, municipalityId, completedOn, evidence } = facts;
      const completion = TrainingCompletion.record(
        specialist,
        { moduleCode, municipalityId, completedOn, evidence },
        { actor, at: this.clock.now() },
      );
      await requireOnce(() => tx.insert(TrainingCompletion, completion));
      return completion;
    });
  }

  /** It was wrong: the gate counts it no more. A placement that has started goes on. */
  takeBack(actor: Actor, id: string, reason: string): Promise<TrainingCompletion> {
    return this.db.write(actor, async (tx) => {
      const { specialistId } = await getCompletion(tx, actor, id);
      permit(may.organise(actor));
      await takeSpecialist(tx, actor, specialistId);
      // Read again under the lock: somebody else may have taken it back meanwhile.
      const completion = await getCompletion(tx, actor, id);
      const why = parseInput(z.object({ reason: text(500) }), { reason }).reason;
      completion.remove({ actor, at: this.clock.now(), reason: why });
      await tx.save(completion);
      return completion;
    });
  }

  private requirePast(date: LocalDate): void {
    const today = this.clock.today();
    if (date > today) throw badInput({ path: 'completedOn', rule: 'not-future', facts: { today } });
  }
}

/** A module of towns is done for one town, a module of persons for none. */
async function requireFitting(
  tx: Tx,
  actor: Actor,
  facts: { readonly moduleCode: string; readonly municipalityId: string | null },
): Promise<void> {
  const training = (await trainingModules(tx, actor)).find(({ code: one }) => one === facts.moduleCode);
  if (!training) throw badInput({ path: 'moduleCode', rule: 'unknown' });
  if (training.scope === 'PERSON') {
    if (facts.municipalityId !== null) throw badInput({ path: 'municipalityId', rule: 'no-town' });
    return;
  }
  if (facts.municipalityId === null) throw badInput({ path: 'municipalityId', rule: 'required' });
  const [town] = await municipalitiesByIds(tx, [facts.municipalityId]);
  if (town?.prefectureId !== actor.prefectureId) throw badInput({ path: 'municipalityId', rule: 'unknown' });
}

const overtaken = () => new DomainError('CONFLICT', 'training-rule.overtaken');

async function orOvertaken(insert: () => Promise<unknown>): Promise<void> {
  try {
    await insert();
  } catch (error) {
    if (sqlState(error) !== '23505') throw error;
    throw overtaken();
  }
}

async function requireOnce(insert: () => Promise<unknown>): Promise<void> {
  try {
    await insert();
  } catch (error) {
    if (sqlState(error) !== '23505') throw error;
    throw new DomainError('CONFLICT', 'training.already-done');
  }
}
