import type { Municipality } from '@banso/directory';
import {
  type ExplainedUnplaced,
  planVisitKey,
  type ProposedVisit,
  type Slot,
  slotOf,
  type SpokenChange,
} from '@banso/dispatch';
import { NEVER } from '@banso/platform';
import type { SupportRequest } from '@banso/support';
import type { Specialist } from '@banso/talent';
import { Context, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MunicipalityType } from '../directory/municipality.graphql.js';
import type { RequestContext } from '../request-context.js';
import { SupportRequestType } from '../support/support-request.graphql.js';
import { SpecialistType } from '../talent/specialist.graphql.js';
import { NearestChangeType } from './explanation.graphql.js';
import { ProposedVisitType, UnplacedVisitType } from './planning-run.graphql.js';
import { PlannedSlotType } from './slot.graphql.js';

@Resolver(() => ProposedVisitType)
export class ProposedVisitResolver {
  @ResolveField(() => ID, { description: 'Its version; whoever moves it says which one was read.' })
  version(@Parent() visit: ProposedVisit, @Context() context: RequestContext): Promise<string> {
    return context.loaders.version.proposed_visit.load(visit.id);
  }

  @ResolveField(() => SupportRequestType, { description: 'The request that it serves.' })
  async supportRequest(
    @Parent() visit: ProposedVisit,
    @Context() context: RequestContext,
  ): Promise<SupportRequest | null> {
    return context.loaders.supportRequest.load(visit.supportRequestId);
  }

  @ResolveField(() => MunicipalityType, { description: 'Where.' })
  async municipality(
    @Parent() visit: ProposedVisit,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return context.loaders.municipality.load(visit.municipalityId);
  }

  @ResolveField(() => SpecialistType, { description: 'Who would go.' })
  async specialist(
    @Parent() visit: ProposedVisit,
    @Context() context: RequestContext,
  ): Promise<Specialist | null> {
    return context.loaders.specialist.load(visit.specialistId);
  }

  @ResolveField(() => PlannedSlotType, {
    nullable: true,
    description: 'Where the published visit was that it moves; null for a new visit.',
  })
  replaces(@Parent() { replaces }: ProposedVisit): Slot | null {
    return replaces && slotOf(replaces);
  }
}

@Resolver(() => UnplacedVisitType)
export class UnplacedVisitResolver {
  @ResolveField(() => ID, { description: 'Its version; whoever gives it a place says which one was read.' })
  async version(
    @Parent() { proposalId }: ExplainedUnplaced,
    @Context() context: RequestContext,
  ): Promise<string> {
    return proposalId === null ? NEVER : context.loaders.version.proposed_visit.load(proposalId);
  }

  @ResolveField(() => [NearestChangeType], {
    description: 'The least changes that would make a place for it, from the record of the run.',
    complexity: 100,
  })
  async nearestChanges(
    @Parent() visit: ExplainedUnplaced,
    @Context() context: RequestContext,
  ): Promise<readonly SpokenChange[]> {
    const found = await context.loaders.nearestChanges.load(planVisitKey(visit));
    return found.map(({ change }) => change);
  }

  @ResolveField(() => PlannedSlotType, {
    nullable: true,
    description: 'Where the published visit was that would be called off.',
  })
  replaces(@Parent() { replaces }: ExplainedUnplaced): Slot | null {
    return replaces;
  }

  @ResolveField(() => SupportRequestType, { description: 'The request that it would serve.' })
  async supportRequest(
    @Parent() visit: ExplainedUnplaced,
    @Context() context: RequestContext,
  ): Promise<SupportRequest | null> {
    return context.loaders.supportRequest.load(visit.supportRequestId);
  }
}
