import type { Actor } from '@banso/kernel';
import {
  type CandidateRanking,
  CandidateService,
  type ExcludedCandidate,
  type RankedCandidate,
} from '@banso/dispatch';
import type { Specialist } from '@banso/talent';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import type { RequestContext } from '../request-context.js';
import { SpecialistType } from '../talent/specialist.graphql.js';
import { CandidateRankingType, CandidateType, ExcludedCandidateType } from './candidate.graphql.js';

@Resolver(() => CandidateType)
export class CandidateResolver {
  constructor(private readonly candidates: CandidateService) {}

  @Query(() => CandidateRankingType, {
    description: 'Who could take a request, and who could not and why.',
    complexity: 1_000,
  })
  @Allow('HUB_STAFF')
  candidateRanking(
    @CurrentActor() actor: Actor,
    @Args('supportRequestId', { type: () => ID, description: 'The support request.' }) id: string,
  ): Promise<CandidateRanking> {
    return this.candidates.rank(actor, id);
  }

  @ResolveField(() => SpecialistType, { description: 'The specialist.' })
  async specialist(
    @Parent() candidate: RankedCandidate,
    @Context() context: RequestContext,
  ): Promise<Specialist | null> {
    return context.loaders.specialist.load(candidate.specialistId);
  }
}

@Resolver(() => ExcludedCandidateType)
export class ExcludedCandidateResolver {
  @ResolveField(() => SpecialistType, { description: 'The specialist.' })
  async specialist(
    @Parent() excluded: ExcludedCandidate,
    @Context() context: RequestContext,
  ): Promise<Specialist | null> {
    return context.loaders.specialist.load(excluded.specialistId);
  }
}
