import type { Actor, LocalDate } from '@banso/kernel';
import { type PlanPublication, RepairService, type RepairOptions, type VisitChange } from '@banso/dispatch';
import type { SupportRequest } from '@banso/support';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import type { RequestContext } from '../request-context.js';
import { SupportRequestType } from '../support/support-request.graphql.js';
import { PlanPublicationType } from './planning-run.graphql.js';
import {
  RepairInput,
  RepairOptionsType,
  UnplacedNumberType,
  UrgentOptionInput,
  VisitChangeType,
} from './repair.graphql.js';

/** Each looks for ways through the whole calendar. */
const COSTLY = 1_000;

@Resolver()
export class RepairResolver {
  constructor(private readonly repairs: RepairService) {}

  @Query(() => RepairOptionsType, {
    description: 'How the next visit of a request could come in at once, with as few changes as possible.',
    complexity: COSTLY,
  })
  @Allow('HUB_STAFF')
  insertUrgentOptions(
    @CurrentActor() actor: Actor,
    @Args('supportRequestId', { type: () => ID, description: 'The support request.' }) id: string,
  ): Promise<RepairOptions> {
    return this.repairs.urgentOptions(actor, id);
  }

  @Mutation(() => PlanPublicationType, {
    description: 'Brings an urgent visit in: a new version of the published plan.',
  })
  @Allow('HUB_COORDINATOR')
  applyUrgentOption(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which option.' }) input: UrgentOptionInput,
  ): Promise<PlanPublication> {
    return this.repairs.applyUrgent(actor, input);
  }

  @Query(() => RepairOptionsType, {
    description: 'What could become of the visits of a specialist who is away.',
    complexity: COSTLY,
  })
  @Allow('HUB_STAFF')
  absenceRepairOptions(
    @CurrentActor() actor: Actor,
    @Args('specialistId', { type: () => ID, description: 'Who is away.' }) specialistId: string,
    @Args('from', { type: () => LocalDateScalar, description: 'First day away.' }) from: LocalDate,
    @Args('to', { type: () => LocalDateScalar, description: 'Last day away; at most 31 days in all.' })
    to: LocalDate,
  ): Promise<RepairOptions> {
    return this.repairs.absenceOptions(actor, { specialistId, from, to });
  }

  @Mutation(() => PlanPublicationType, {
    description: 'Repairs an absence: visits move or are called off, and the days off are noted.',
  })
  @Allow('HUB_COORDINATOR')
  applyRepair(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which absence and which option.' }) input: RepairInput,
  ): Promise<PlanPublication> {
    return this.repairs.applyRepair(actor, input);
  }
}

@Resolver(() => VisitChangeType)
export class VisitChangeResolver {
  @ResolveField(() => SupportRequestType, { nullable: true, description: 'The request.' })
  async supportRequest(
    @Parent() change: VisitChange,
    @Context() context: RequestContext,
  ): Promise<SupportRequest | null> {
    return context.loaders.supportRequest.load(change.supportRequestId);
  }
}

@Resolver(() => UnplacedNumberType)
export class UnplacedNumberResolver {
  @ResolveField(() => SupportRequestType, { nullable: true, description: 'The request.' })
  async supportRequest(
    @Parent() visit: UnplacedNumberType,
    @Context() context: RequestContext,
  ): Promise<SupportRequest | null> {
    return context.loaders.supportRequest.load(visit.supportRequestId);
  }
}
