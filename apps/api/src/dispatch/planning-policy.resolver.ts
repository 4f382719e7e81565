import { type Actor, Clock } from '@banso/kernel';
import {
  firstFreeDay,
  namedWeights,
  type NamedWeight,
  planningPolicy,
  planningPolicyHistory,
  PlanningPolicyService,
  type PolicyTerms,
  ruleLabel,
  SOFT_RULE_IDS,
} from '@banso/dispatch';
import { Db } from '@banso/platform';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { type Connection, PageArgs, toConnection } from '../page.graphql.js';
import {
  PlanningPolicyConnection,
  PlanningPolicyInput,
  PlanningPolicyType,
  PolicyRuleType,
  PolicyWeightType,
} from './planning-policy.graphql.js';

/** The terms of a version as a screen reads them. */
const shown = <T extends PolicyTerms>(policy: T): T & { tiers: string[][] } => ({
  ...policy,
  tiers: policy.tiers.map((tier) => [...tier]),
});

@Resolver(() => PlanningPolicyType)
export class PlanningPolicyResolver {
  constructor(
    private readonly db: Db,
    private readonly policies: PlanningPolicyService,
    private readonly clock: Clock,
  ) {}

  @Query(() => PlanningPolicyType, { description: 'The policy in force.' })
  @Allow('HUB_STAFF')
  async planningPolicy(@CurrentActor() actor: Actor): Promise<PlanningPolicyType> {
    return shown(await this.db.read(actor, (tx) => planningPolicy(tx, actor)));
  }

  @Query(() => PlanningPolicyConnection, { description: 'Every version that was set, newest first.' })
  @Allow('HUB_STAFF')
  async planningPolicyHistory(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
  ): Promise<Connection<PlanningPolicyType>> {
    const { edges, ...rest } = toConnection(
      await this.db.read(actor, (tx) => planningPolicyHistory(tx, actor, page)),
    );
    return { ...rest, edges: edges.map(({ node, cursor }) => ({ node: shown(node), cursor })) };
  }

  @Mutation(() => PlanningPolicyType, { description: 'Sets a new version; the next plans are made by it.' })
  @Allow('HUB_COORDINATOR')
  async setPlanningPolicy(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The whole policy.' }) input: PlanningPolicyInput,
  ): Promise<PlanningPolicyType> {
    return shown(await this.policies.set(actor, input));
  }

  @ResolveField(() => LocalDateScalar, {
    description:
      'The first day from today on whose published visits may move, with the frozen days of this policy.',
  })
  firstFreeOn(@Parent() { frozenWorkingDays }: PolicyTerms): string {
    return firstFreeDay(this.clock.today(), frozenWorkingDays);
  }

  @ResolveField(() => [PolicyRuleType], { description: 'Every rule that can stand in a tier.' })
  rules(): PolicyRuleType[] {
    return SOFT_RULE_IDS.map((id) => ({ id, label: ruleLabel(id) }));
  }

  @ResolveField(() => [PolicyWeightType], { description: 'Every price.' })
  weights(@Parent() policy: PolicyTerms): NamedWeight[] {
    return namedWeights(policy.weights);
  }
}
