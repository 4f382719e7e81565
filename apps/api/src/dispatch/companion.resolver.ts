import {
  type Colleague,
  type Companion,
  type CompanionBusy,
  CompanionCalendarService,
  CompanionService,
  type NotedBusy,
  type OwnCalendar,
  type Visit,
} from '@banso/dispatch';
import type { Actor, LocalDate, WeeklyHalf } from '@banso/kernel';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import type { RequestContext } from '../request-context.js';
import { WeeklyHalfEnum } from '../talent/words.graphql.js';
import {
  ColleagueType,
  CompanionBusyInput,
  CompanionBusyType,
  CompanionCalendarType,
  CompanionType,
  NotedBusyType,
} from './companion.graphql.js';
import { VisitType } from './visit.graphql.js';

const visitId = { type: () => ID, description: 'The visit.' };
const companionId = { type: () => ID, description: 'The companion.' };

@Resolver(() => CompanionType)
export class CompanionResolver {
  constructor(
    private readonly companions: CompanionService,
    private readonly calendars: CompanionCalendarService,
  ) {}

  @Query(() => [ColleagueType], {
    description: 'Who of the hub could come along to a visit; those first who are free and know the town.',
  })
  @Allow('HUB_STAFF')
  companionCandidates(
    @CurrentActor() actor: Actor,
    @Args('visitId', visitId) id: string,
  ): Promise<Colleague[]> {
    return this.companions.candidates(actor, id);
  }

  @Query(() => CompanionCalendarType, { description: 'Your own calendar, at most 100 days of it.' })
  @Allow('HUB_STAFF')
  companionCalendar(
    @CurrentActor() actor: Actor,
    @Args('from', { type: () => LocalDateScalar, description: 'First day.' }) from: LocalDate,
    @Args('to', { type: () => LocalDateScalar, description: 'Last day.' }) to: LocalDate,
  ): Promise<OwnCalendar> {
    return this.calendars.own(actor, { from, to });
  }

  @Mutation(() => CompanionType, { description: 'Names somebody of the hub who comes along to a visit.' })
  @Allow('HUB_COORDINATOR')
  addCompanion(
    @CurrentActor() actor: Actor,
    @Args('visitId', visitId) id: string,
    @Args('accountId', { type: () => ID, description: 'Who.' }) accountId: string,
  ): Promise<Companion> {
    return this.companions.add(actor, id, accountId);
  }

  @Mutation(() => VisitType, { description: 'Somebody does not come along after all.' })
  @Allow('HUB_COORDINATOR')
  removeCompanion(@CurrentActor() actor: Actor, @Args('id', companionId) id: string): Promise<Visit> {
    return this.companions.remove(actor, id);
  }

  @Mutation(() => CompanionType, { description: 'Says that you can come along at the new time.' })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER')
  confirmCompanion(@CurrentActor() actor: Actor, @Args('id', companionId) id: string): Promise<Companion> {
    return this.companions.confirm(actor, id);
  }

  @Mutation(() => NotedBusyType, { description: 'Notes what else you have to do.' })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER')
  noteCompanionBusy(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What and when.' }) input: CompanionBusyInput,
  ): Promise<NotedBusy> {
    return this.calendars.note(actor, input);
  }

  @Mutation(() => CompanionBusyType, { description: 'Takes a note out of your calendar.' })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER')
  removeCompanionBusy(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The note.' }) id: string,
  ): Promise<CompanionBusy> {
    return this.calendars.remove(actor, id);
  }

  @Mutation(() => [WeeklyHalfEnum], {
    description: 'Says in which half-days of the week you can come along.',
  })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER')
  setCompanionPattern(
    @CurrentActor() actor: Actor,
    @Args('weekly', { type: () => [WeeklyHalfEnum], description: 'The half-days.' }) weekly: WeeklyHalf[],
  ): Promise<readonly WeeklyHalf[]> {
    return this.calendars.setPattern(actor, weekly);
  }

  @ResolveField(() => VisitType, { nullable: true, description: 'The visit.' })
  async visit(@Parent() companion: Companion, @Context() { loaders }: RequestContext): Promise<Visit | null> {
    return loaders.visit.load(companion.visitId);
  }

  @ResolveField(() => Boolean, { description: 'Whether it is you.' })
  isYou(@Parent() { accountId }: Companion, @CurrentActor() actor: Actor): boolean {
    return accountId === actor.accountId;
  }
}

@Resolver(() => VisitType)
export class VisitCompanionsResolver {
  @ResolveField(() => [CompanionType], { description: 'Who of the prefecture comes along.' })
  async companions(
    @Parent() { id }: Visit,
    @Context() { loaders }: RequestContext,
  ): Promise<readonly Companion[]> {
    return loaders.companions.load(id);
  }
}
