import type { Actor } from '@banso/kernel';
import type { Municipality } from '@banso/directory';
import {
  type JudgedSlot,
  listOpenProposals,
  type OpenSlot,
  type ProposedSlot,
  readsNote,
  readsTravel,
  type SlotEffects,
  type Visit,
  type VisitProposal,
  type VisitProposalAction,
  visitProposalActionsOf,
  VisitProposalService,
} from '@banso/dispatch';
import { Db } from '@banso/platform';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { MunicipalityType } from '../directory/municipality.graphql.js';
import { type Connection, PageArgs, toConnection } from '../page.graphql.js';
import type { RequestContext } from '../request-context.js';
import {
  AskOtherDayInput,
  JudgedSlotType,
  NearTownType,
  OpenSlotType,
  ProposedSlotType,
  ProposeOtherDayInput,
  SlotEffectsType,
  VisitProposalActionEnum,
  VisitProposalConnection,
  VisitProposalType,
} from './visit-proposal.graphql.js';
import { VisitType } from './visit.graphql.js';

/** Each looks through eight weeks of one person's calendar. */
const COSTLY = 500;

const id = { type: () => ID, description: 'The proposal.' };

@Resolver(() => VisitProposalType)
export class VisitProposalResolver {
  constructor(
    private readonly db: Db,
    private readonly proposals: VisitProposalService,
  ) {}

  @Query(() => VisitProposalConnection, {
    description: 'Other days that were asked for and wait for the hub, the longest first.',
  })
  @Allow('HUB_STAFF')
  async openVisitProposals(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
  ): Promise<Connection<VisitProposal>> {
    return toConnection(await this.db.read(actor, (tx) => listOpenProposals(tx, actor, page)));
  }

  @Query(() => [OpenSlotType], {
    description: 'Half-days on which the same specialist could make a visit, in the order of time.',
    complexity: COSTLY,
  })
  @Allow('SPECIALIST', 'TOWN_REQUESTER', 'HUB_COORDINATOR')
  visitOpenSlots(
    @CurrentActor() actor: Actor,
    @Args('visitId', { type: () => ID, description: 'The visit.' }) visitId: string,
  ): Promise<OpenSlot[]> {
    return this.proposals.openSlots(actor, visitId);
  }

  @Query(() => [JudgedSlotType], {
    description: 'How each slot of a proposal stands today.',
    complexity: COSTLY,
  })
  @Allow('HUB_STAFF')
  judgedProposal(@CurrentActor() actor: Actor, @Args('id', id) proposalId: string): Promise<JudgedSlot[]> {
    return this.proposals.judged(actor, proposalId);
  }

  @Mutation(() => VisitProposalType, {
    description: 'Asks the hub for another day of a visit of yours, out of the open slots.',
  })
  @Allow('SPECIALIST')
  proposeOtherDay(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which days.' }) { visitId, ...wish }: ProposeOtherDayInput,
  ): Promise<VisitProposal> {
    return this.proposals.propose(actor, visitId, wish);
  }

  @Mutation(() => VisitProposalType, {
    description: 'Asks the hub for another day of a visit to your town.',
  })
  @Allow('TOWN_REQUESTER')
  askOtherDay(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which half-days.' }) { visitId, ...wish }: AskOtherDayInput,
  ): Promise<VisitProposal> {
    return this.proposals.ask(actor, visitId, wish);
  }

  @Mutation(() => VisitProposalType, { description: 'Takes back what you asked for.' })
  @Allow('SPECIALIST', 'TOWN_REQUESTER')
  withdrawVisitProposal(
    @CurrentActor() actor: Actor,
    @Args('id', id) proposalId: string,
  ): Promise<VisitProposal> {
    return this.proposals.withdraw(actor, proposalId);
  }

  @Mutation(() => VisitProposalType, { description: 'Leaves the visit where it is, with the reason.' })
  @Allow('HUB_COORDINATOR')
  refuseVisitProposal(
    @CurrentActor() actor: Actor,
    @Args('id', id) proposalId: string,
    @Args('reason', { description: 'Why; those concerned read it.' }) reason: string,
  ): Promise<VisitProposal> {
    return this.proposals.refuse(actor, proposalId, reason);
  }

  @Mutation(() => VisitProposalType, {
    description: 'Moves the visit into one of the proposed slots: a new version of the published plan.',
  })
  @Allow('HUB_COORDINATOR')
  acceptVisitProposal(
    @CurrentActor() actor: Actor,
    @Args('id', id) proposalId: string,
    @Args('slot', { type: () => Int, description: 'Which of its slots, from 0.' }) slot: number,
    @Args('reason', { type: () => String, nullable: true, description: 'What to say with it, if anything.' })
    reason?: string | null,
  ): Promise<VisitProposal> {
    return this.proposals.accept(actor, proposalId, { slot, reason });
  }

  @ResolveField(() => VisitType, { description: 'The visit.' })
  async visit(
    @Parent() { visitId }: VisitProposal,
    @Context() context: RequestContext,
  ): Promise<Visit | null> {
    return context.loaders.visit.load(visitId);
  }

  @ResolveField(() => [ProposedSlotType], { description: 'What was proposed, the first wish first.' })
  slots(@Parent() { spans }: VisitProposal): ProposedSlot[] {
    return spans;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Why, as the hub reads it; not told to the other side.',
  })
  note(@Parent() proposal: VisitProposal, @CurrentActor() actor: Actor): string | null {
    return readsNote(actor, proposal) ? proposal.note : null;
  }

  @ResolveField(() => [VisitProposalActionEnum], { description: 'What you may do with it now.' })
  viewerActions(@Parent() proposal: VisitProposal, @CurrentActor() actor: Actor): VisitProposalAction[] {
    return visitProposalActionsOf(actor, proposal);
  }
}

@Resolver(() => SlotEffectsType)
export class SlotEffectsResolver {
  @ResolveField(() => Int, {
    nullable: true,
    description: 'Minutes on the road, there and on; not told to towns.',
  })
  travelMinutes(@Parent() effects: SlotEffects, @CurrentActor() actor: Actor): number | null {
    return readsTravel(actor) ? effects.travelMinutes : null;
  }

  @ResolveField(() => Int, { nullable: true, description: 'How many more than now; not told to towns.' })
  travelMore(@Parent() effects: SlotEffects, @CurrentActor() actor: Actor): number | null {
    return readsTravel(actor) ? effects.travelMore : null;
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: "Days left of the month's guideline with the visit there; not told to towns.",
  })
  daysLeft(@Parent() effects: SlotEffects, @CurrentActor() actor: Actor): number | null {
    return readsTravel(actor) ? effects.daysLeft : null;
  }

  @ResolveField(() => NearTownType, {
    nullable: true,
    description: 'Another town nearby to which the same specialist goes; not told to towns.',
  })
  near(@Parent() effects: SlotEffects, @CurrentActor() actor: Actor): SlotEffects['near'] {
    return readsTravel(actor) ? effects.near : null;
  }
}

@Resolver(() => NearTownType)
export class NearTownResolver {
  @ResolveField(() => MunicipalityType, { nullable: true, description: 'The town.' })
  async municipality(
    @Parent() { municipalityId }: NearTownType,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return context.loaders.municipality.load(municipalityId);
  }
}
