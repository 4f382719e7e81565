import { type Actor, badInput, Clock, type HubStaff, parseInput, permit } from '@banso/kernel';
import { DEFAULT_POLICY, type SoftRuleId, type Weights } from '@banso/planning';
import { changedMeanwhile, Db, sqlState, type Tx, valueChange } from '@banso/platform';
import { z } from 'zod';
import { PlanningPolicy } from './planning-policy.entity.js';
import { planningPolicy, planningPolicyOf, type PolicyInForce } from './planning-policy.queries.js';
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
  /** As before when left out. */
  answerDays: z.int().min(1).max(30).nullish(),
  /** As before when left out. */
  publishHoldMinutes: z.int().min(0).max(120).nullish(),
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
      // Somebody set it at the same moment: the second time it is there to be told of.
      if (sqlState(error) === '23505') return this.setIn(actor, input);
      throw error;
    }
  }

  private setIn(actor: Actor, input: unknown): Promise<PolicyInForce> {
    return this.db.write(actor, async (tx) => {
      permit(planningRunMay.request(actor));
      const { version, weights, ...terms } = parseInput(schema, input);
      const seen = await planningPolicy(tx, actor);
      await requireRead(tx, actor, seen, version);
      const named = Object.fromEntries(weights.map(({ weight, points }) => [weight, points]));
      const policy = PlanningPolicy.of(
        actor,
        version + 1,
        {
          ...terms,
          urgentLeadMinutes: terms.urgentLeadMinutes ?? seen.urgentLeadMinutes,
          answerDays: terms.answerDays ?? seen.answerDays,
          publishHoldMinutes: terms.publishHoldMinutes ?? seen.publishHoldMinutes,
          weights: { ...DEFAULT_POLICY.weights, ...named },
        },
        this.clock.now(),
      );
      await tx.insert(PlanningPolicy, policy);
      return policy;
    });
  }
}

/** Refuses to write over terms that were not read, and tells what became of them. */
async function requireRead(tx: Tx, actor: HubStaff, now: PolicyInForce, version: number): Promise<void> {
  if (now.version === version) return;
  // Nobody can have read what was never written.
  if (version > now.version || now.setAt === null) throw badInput({ path: 'version', rule: 'invalid' });
  const before = await planningPolicyOf(tx, actor, version);
  throw changedMeanwhile({
    version: String(now.version),
    at: now.setAt,
    role: actor.role,
    name: now.setByName,
    changes: [
      ...valueChange('frozenWorkingDays', before.frozenWorkingDays, now.frozenWorkingDays),
      ...valueChange('reserveHalfDaysPerWeek', before.reserveHalfDaysPerWeek, now.reserveHalfDaysPerWeek),
      ...valueChange('urgentLeadMinutes', before.urgentLeadMinutes, now.urgentLeadMinutes),
      ...valueChange('answerDays', before.answerDays, now.answerDays),
      ...valueChange('publishHoldMinutes', before.publishHoldMinutes, now.publishHoldMinutes),
      ...SOFT_RULE_IDS.flatMap((rule) =>
        valueChange(`tier-${rule}`, tierOf(before, rule), tierOf(now, rule)),
      ),
      ...WEIGHT_IDS.flatMap((id) => valueChange(`weight-${id}`, before.weights[id], now.weights[id])),
    ],
  });
}

/** Counted from 1, as people do; null where the rule does not count. */
function tierOf({ tiers }: PolicyInForce, rule: SoftRuleId): number | null {
  const tier = tiers.findIndex((rules) => rules.includes(rule));
  return tier < 0 ? null : tier + 1;
}
