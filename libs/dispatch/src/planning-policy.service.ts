import { type Actor, Clock, DomainError, parseInput, permit } from '@banso/kernel';
import { DEFAULT_POLICY, type SoftRuleId, type Weights } from '@banso/planning';
import { Db, sqlState } from '@banso/platform';
import { z } from 'zod';
import { PlanningPolicy } from './planning-policy.entity.js';
import { planningPolicy, type PolicyInForce } from './planning-policy.queries.js';
import { planningRunMay } from './planning-run.policy.js';
import { SOFT_RULE_IDS, WEIGHT_IDS } from './policy-words.js';

/** High enough to put one thing above all others of its tier, low enough that sums stay exact. */
const HIGHEST_WEIGHT = 10_000;

/** Without a price for visits left out, the best plan would be an empty one. */
const SERVE: SoftRuleId = 'visit-left-out';

const isSoftRule = (id: string): id is SoftRuleId => SOFT_RULE_IDS.some((known) => known === id);
const isWeight = (id: string): id is keyof Weights => WEIGHT_IDS.some((known) => known === id);

const schema = z.object({
  /** The version that the editor has seen. */
  version: z.int().min(0),
  tiers: z
    .array(z.array(z.string().refine(isSoftRule, { params: { rule: 'soft-rule' } })).min(1))
    .min(1)
    .max(8)
    .refine((tiers) => tiers.flat().includes(SERVE), { params: { rule: 'serves-nobody' } })
    .refine((tiers) => new Set(tiers.flat()).size === tiers.flat().length, { params: { rule: 'repeated' } }),
  weights: z
    .array(
      z.object({
        weight: z.string().refine(isWeight, { params: { rule: 'unknown' } }),
        points: z.int().min(0).max(HIGHEST_WEIGHT),
      }),
    )
    .refine((weights) => !weights.some(({ weight, points }) => weight === 'visitLeftOut' && points === 0), {
      params: { rule: 'serves-nobody' },
    })
    .refine((weights) => new Set(weights.map(({ weight }) => weight)).size === weights.length, {
      params: { rule: 'repeated' },
    }),
  frozenWorkingDays: z.int().min(0).max(60),
  reserveHalfDaysPerWeek: z.int().min(0).max(100),
  /** As before when left out. */
  urgentLeadMinutes: z.int().min(0).max(1_440).nullish(),
});

/** The hub decides what comes first in a plan, and what each thing costs. */
export class PlanningPolicyService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** A new version. Weights that are not named have their defaults; nobody's version is written over unseen. */
  async set(actor: Actor, input: unknown): Promise<PolicyInForce> {
    try {
      return await this.setIn(actor, input);
    } catch (error) {
      if (sqlState(error) === '23505') throw overtaken();
      throw error;
    }
  }

  private setIn(actor: Actor, input: unknown): Promise<PolicyInForce> {
    return this.db.write(actor, async (tx) => {
      permit(planningRunMay.request(actor));
      const { version, weights, ...terms } = parseInput(schema, input);
      const seen = await planningPolicy(tx, actor);
      if (seen.version !== version) throw overtaken();
      const named = Object.fromEntries(weights.map(({ weight, points }) => [weight, points]));
      const policy = PlanningPolicy.of(
        actor,
        version + 1,
        {
          ...terms,
          urgentLeadMinutes: terms.urgentLeadMinutes ?? seen.urgentLeadMinutes,
          weights: { ...DEFAULT_POLICY.weights, ...named },
        },
        this.clock.now(),
      );
      await tx.insert(PlanningPolicy, policy);
      return policy;
    });
  }
}

const overtaken = (): DomainError => new DomainError('CONFLICT', 'planning-policy.overtaken');
