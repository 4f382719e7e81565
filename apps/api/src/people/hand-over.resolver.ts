import { HandOverService, type OpenWork } from '@banso/support';
import type { Actor } from '@banso/kernel';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { HandOverInput, OpenWorkType } from './hand-over.graphql.js';

/** What somebody has begun, and who goes on with it. */
@Resolver()
export class HandOverResolver {
  constructor(private readonly service: HandOverService) {}

  @Query(() => [OpenWorkType], { description: 'Open work of somebody whose place you manage.' })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER', 'TOWN_MANAGER')
  openWork(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The person at this place.' }) id: string,
  ): Promise<OpenWork[]> {
    return this.service.preview(actor, id);
  }

  @Mutation(() => [OpenWorkType], {
    description:
      'Gives all open work of somebody to a colleague of the same place, and ends the membership if wished: in one step.',
  })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER', 'TOWN_MANAGER')
  handOverWork(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'From whom, and to whom.' }) input: HandOverInput,
  ): Promise<OpenWork[]> {
    return this.service.handOver(actor, input);
  }
}
