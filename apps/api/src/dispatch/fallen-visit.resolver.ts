import type { Actor } from '@banso/kernel';
import { FallenVisitService, type PlanPublication, type RepairOption, type Visit } from '@banso/dispatch';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { PlanPublicationType } from './planning-run.graphql.js';
import { RepairOptionType } from './repair.graphql.js';
import { FallenOptionInput } from './visit-proposal.graphql.js';
import { VisitType } from './visit.graphql.js';

/** It looks for ways through the whole calendar. */
const COSTLY = 1_000;

@Resolver()
export class FallenVisitResolver {
  constructor(private readonly fallen: FallenVisitService) {}

  @Query(() => [RepairOptionType], {
    description:
      'What may be done at once about a visit that fell away at short notice: at most three ways, those first that trouble the fewest towns.',
    complexity: COSTLY,
  })
  @Allow('HUB_STAFF')
  fallenVisitOptions(
    @CurrentActor() actor: Actor,
    @Args('visitId', { type: () => ID, description: 'The visit.' }) visitId: string,
  ): Promise<RepairOption[]> {
    return this.fallen.options(actor, visitId);
  }

  @Mutation(() => PlanPublicationType, {
    description: 'Takes one of these ways: a new version of the published plan.',
  })
  @Allow('HUB_COORDINATOR')
  adoptFallenOption(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which option.' }) { visitId, ...wish }: FallenOptionInput,
  ): Promise<PlanPublication> {
    return this.fallen.adopt(actor, visitId, wish);
  }

  @Mutation(() => VisitType, { description: 'Leaves the slot of a visit that fell away empty.' })
  @Allow('HUB_COORDINATOR')
  leaveVisitGap(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The visit.' }) visitId: string,
  ): Promise<Visit> {
    return this.fallen.leave(actor, visitId);
  }
}
