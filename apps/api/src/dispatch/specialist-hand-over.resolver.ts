import { SpecialistHandOverService, type SpecialistWork } from '@banso/dispatch';
import type { Actor } from '@banso/kernel';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { SpecialistHandOverInput, SpecialistWorkType } from './specialist-hand-over.graphql.js';

/** A specialist's work goes to another in one step. */
@Resolver()
export class SpecialistHandOverResolver {
  constructor(private readonly service: SpecialistHandOverService) {}

  @Query(() => [SpecialistWorkType], {
    description: 'What lies with a specialist, and what of it somebody else may have.',
    complexity: 1_000,
  })
  @Allow('HUB_COORDINATOR')
  specialistWork(
    @CurrentActor() actor: Actor,
    @Args('specialistId', { type: () => ID, description: 'Who leaves, or is away for long.' })
    specialistId: string,
    @Args('successorId', {
      type: () => ID,
      nullable: true,
      description: 'Who goes on; left out: back to matching.',
    })
    successorId?: string | null,
  ): Promise<SpecialistWork[]> {
    return this.service.preview(actor, { specialistId, successorId });
  }

  @Mutation(() => [SpecialistWorkType], {
    description:
      'Gives the work of a specialist to another, or back to matching. Returns what moved and what stays; published visits stay.',
  })
  @Allow('HUB_COORDINATOR')
  handOverSpecialistWork(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'From whom, to whom, and what of it.' }) input: SpecialistHandOverInput,
  ): Promise<SpecialistWork[]> {
    return this.service.handOver(actor, input);
  }
}
