import type { Municipality } from '@banso/directory';
import { QuotaService, type QuotaUse, type QuotaWithUse } from '@banso/dispatch';
import type { Quota } from '@banso/engagement';
import type { Actor } from '@banso/kernel';
import type { SupportRequest } from '@banso/support';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../../access.js';
import { MunicipalityType } from '../../directory/municipality.graphql.js';
import type { RequestContext } from '../../request-context.js';
import { SupportRequestType } from '../../support/support-request.graphql.js';
import { QuotaInput, QuotaTermsInput, QuotaType, QuotaUseType, QuotaWithUseType } from './quota.graphql.js';

/** Counts the visits of a year. */
const COSTLY = 50;

const id = { type: () => ID, description: 'The quota.' };
const reason = { description: 'Why; it stays in its history.' };

@Resolver(() => QuotaType)
export class QuotaResolver {
  constructor(private readonly quotas: QuotaService) {}

  @Query(() => [QuotaWithUseType], {
    description: 'Quotas that bind you, by name, with what is used of them now.',
    complexity: COSTLY,
  })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  quotaUses(
    @CurrentActor() actor: Actor,
    @Args('ended', { defaultValue: false, description: 'Whether those that have ended are shown too.' })
    ended: boolean,
  ): Promise<QuotaWithUse[]> {
    return this.quotas.list(actor, ended);
  }

  @Query(() => QuotaWithUseType, { description: 'One quota with its counts.', complexity: COSTLY })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  quota(@CurrentActor() actor: Actor, @Args('id', id) quotaId: string): Promise<QuotaWithUse> {
    return this.quotas.get(actor, quotaId);
  }

  @Query(() => [QuotaUseType], {
    description: 'What binds a request, with what it still asks for.',
    complexity: COSTLY,
  })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  requestQuotas(
    @CurrentActor() actor: Actor,
    @Args('supportRequestId', { type: () => ID, description: 'The support request.' }) requestId: string,
  ): Promise<QuotaUse[]> {
    return this.quotas.ofRequest(actor, requestId);
  }

  @Query(() => [QuotaUseType], {
    description: 'The counts that a plan, or the named part of it, would change.',
    complexity: COSTLY,
  })
  @Allow('HUB_STAFF')
  planQuotas(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The planning run.' }) runId: string,
    @Args('only', { type: () => [ID], nullable: true, description: 'Proposed visits; null = all.' })
    only?: string[] | null,
    @Args('callOff', { type: () => [ID], nullable: true, description: 'Published visits called off.' })
    callOff?: string[] | null,
  ): Promise<QuotaUse[]> {
    const isWhole = !only && !callOff;
    return this.quotas.withPlan(actor, runId, isWhole ? null : { only: only ?? [], callOff: callOff ?? [] });
  }

  @Mutation(() => QuotaWithUseType, { description: 'Sets a quota.' })
  @Allow('HUB_COORDINATOR')
  setQuota(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What it counts, and how much it allows.' }) input: QuotaInput,
  ): Promise<QuotaWithUse> {
    return this.quotas.set(actor, input);
  }

  @Mutation(() => QuotaWithUseType, { description: 'Rewrites a quota; its limit can only become lower.' })
  @Allow('HUB_COORDINATOR')
  reviseQuota(
    @CurrentActor() actor: Actor,
    @Args('id', id) quotaId: string,
    @Args('input', { description: 'What it says.' }) input: QuotaTermsInput,
    @Args('seen', { type: () => ID, description: 'The version that you have read.' }) seen: string,
  ): Promise<QuotaWithUse> {
    return this.quotas.revise(actor, quotaId, input, seen);
  }

  @Mutation(() => QuotaWithUseType, { description: 'Allows more than before, with a reason.' })
  @Allow('HUB_APPROVER')
  raiseQuota(
    @CurrentActor() actor: Actor,
    @Args('id', id) quotaId: string,
    @Args('limit', { type: () => Int, description: 'More than it allows now.' }) limit: number,
    @Args('reason', reason) why: string,
    @Args('seen', { type: () => ID, description: 'The version that you have read.' }) seen: string,
  ): Promise<QuotaWithUse> {
    return this.quotas.raise(actor, quotaId, { limit, reason: why, seen });
  }

  @Mutation(() => QuotaWithUseType, { description: 'Ends a quota: from then on it binds nobody.' })
  @Allow('HUB_APPROVER')
  endQuota(
    @CurrentActor() actor: Actor,
    @Args('id', id) quotaId: string,
    @Args('reason', reason) why: string,
  ): Promise<QuotaWithUse> {
    return this.quotas.end(actor, quotaId, why);
  }

  @ResolveField(() => ID, { description: 'Its version; whoever rewrites it says which one was read.' })
  version(@Parent() quota: Quota, @Context() context: RequestContext): Promise<string> {
    return context.loaders.version.quota.load(quota.id);
  }
}

@Resolver(() => QuotaUseType)
export class QuotaUseResolver {
  @ResolveField(() => MunicipalityType, { nullable: true, description: 'The town that it is of.' })
  async municipality(
    @Parent() { municipalityId }: QuotaUse,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return municipalityId === null ? null : context.loaders.municipality.load(municipalityId);
  }

  @ResolveField(() => SupportRequestType, {
    nullable: true,
    description: 'The case that it is of, as far as you may see it.',
  })
  async supportRequest(
    @Parent() { supportRequestId }: QuotaUse,
    @Context() context: RequestContext,
  ): Promise<SupportRequest | null> {
    return supportRequestId === null ? null : context.loaders.supportRequest.load(supportRequestId);
  }
}
