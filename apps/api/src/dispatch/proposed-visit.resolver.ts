import type { Municipality } from '@banso/directory';
import type { ExplainedUnplaced, ProposedVisit } from '@banso/dispatch';
import type { SupportRequest } from '@banso/support';
import type { Specialist } from '@banso/talent';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MunicipalityType } from '../directory/municipality.graphql.js';
import type { RequestContext } from '../request-context.js';
import { SupportRequestType } from '../support/support-request.graphql.js';
import { SpecialistType } from '../talent/specialist.graphql.js';
import { ProposedVisitType, UnplacedVisitType } from './planning-run.graphql.js';

@Resolver(() => ProposedVisitType)
export class ProposedVisitResolver {
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
}

@Resolver(() => UnplacedVisitType)
export class UnplacedVisitResolver {
  @ResolveField(() => SupportRequestType, { description: 'The request that it would serve.' })
  async supportRequest(
    @Parent() visit: ExplainedUnplaced,
    @Context() context: RequestContext,
  ): Promise<SupportRequest | null> {
    return context.loaders.supportRequest.load(visit.supportRequestId);
  }
}
