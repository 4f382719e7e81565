import type { Actor } from '@banso/kernel';
import {
  SelectionService,
  type ShortlistEntry,
  SupportCourseService,
  type SupportRequest,
} from '@banso/support';
import type { Specialist } from '@banso/talent';
import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import type { RequestContext } from '../request-context.js';
import { SpecialistType } from '../talent/specialist.graphql.js';
import { ShortlistEntryType, SupportRequestType } from './support-request.graphql.js';

const id = { type: () => ID, description: 'The support request.' };
const specialists = { type: () => [ID], description: 'Specialists, first choice first.' };
const reason = { description: 'Why; the other side reads it.' };

/** From the choice of a specialist to the hub's hand on a case under way. */
@Resolver(() => SupportRequestType)
export class SelectionResolver {
  constructor(
    private readonly selection: SelectionService,
    private readonly course: SupportCourseService,
  ) {}

  @Mutation(() => SupportRequestType, { description: 'Puts up to three specialists before the town.' })
  @Allow('HUB_COORDINATOR')
  shortlistSpecialists(
    @CurrentActor() actor: Actor,
    @Args('id', id) requestId: string,
    @Args('specialistIds', specialists) specialistIds: string[],
  ): Promise<SupportRequest> {
    return this.selection.shortlist(actor, requestId, specialistIds);
  }

  @Mutation(() => SupportRequestType, {
    description: "Ranks the whole shortlist; the town's first choice is asked.",
  })
  @Allow('TOWN_REQUESTER')
  rankShortlist(
    @CurrentActor() actor: Actor,
    @Args('id', id) requestId: string,
    @Args('specialistIds', specialists) specialistIds: string[],
  ): Promise<SupportRequest> {
    return this.selection.rank(actor, requestId, specialistIds);
  }

  @Mutation(() => SupportRequestType, {
    description: 'Answers the offer of a case; a decline needs its reason.',
  })
  @Allow('SPECIALIST')
  answerOffer(
    @CurrentActor() actor: Actor,
    @Args('id', id) requestId: string,
    @Args('accept', { description: 'Whether you take the case.' }) accept: boolean,
    @Args('reason', { nullable: true, description: 'Why not.' }) why?: string,
  ): Promise<SupportRequest> {
    return this.selection.answerOffer(actor, requestId, { accept, reason: why ?? null });
  }

  @Mutation(() => SupportRequestType, {
    description: 'Decides the dispatch; the planner may then place the visits.',
  })
  @Allow('HUB_APPROVER')
  approveDispatch(@CurrentActor() actor: Actor, @Args('id', id) requestId: string): Promise<SupportRequest> {
    return this.selection.approveDispatch(actor, requestId);
  }

  @Mutation(() => SupportRequestType, { description: 'Goes back to the choice of a specialist.' })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER')
  reselectSpecialist(
    @CurrentActor() actor: Actor,
    @Args('id', id) requestId: string,
    @Args('reason', reason) why: string,
  ): Promise<SupportRequest> {
    return this.selection.reselect(actor, requestId, why);
  }

  @Mutation(() => SupportRequestType, { description: 'Pauses a case under way.' })
  @Allow('HUB_COORDINATOR')
  suspendSupport(
    @CurrentActor() actor: Actor,
    @Args('id', id) requestId: string,
    @Args('reason', reason) why: string,
  ): Promise<SupportRequest> {
    return this.course.suspend(actor, requestId, why);
  }

  @Mutation(() => SupportRequestType, { description: 'Goes on with a paused case.' })
  @Allow('HUB_COORDINATOR')
  resumeSupport(@CurrentActor() actor: Actor, @Args('id', id) requestId: string): Promise<SupportRequest> {
    return this.course.resume(actor, requestId);
  }

  @Mutation(() => SupportRequestType, { description: 'Ends a case early.' })
  @Allow('HUB_COORDINATOR')
  terminateSupport(
    @CurrentActor() actor: Actor,
    @Args('id', id) requestId: string,
    @Args('reason', reason) why: string,
  ): Promise<SupportRequest> {
    return this.course.terminate(actor, requestId, why);
  }
}

@Resolver(() => ShortlistEntryType)
export class ShortlistEntryResolver {
  @ResolveField(() => SpecialistType, {
    nullable: true,
    description: 'The specialist; null once out of the pool.',
  })
  async specialist(
    @Parent() entry: ShortlistEntry,
    @Context() context: RequestContext,
  ): Promise<Specialist | null> {
    return context.loaders.specialist.load(entry.specialistId);
  }
}
