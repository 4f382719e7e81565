import { AvailabilityChangeService } from '@banso/dispatch';
import type { Actor, LocalDate } from '@banso/kernel';
import { Db } from '@banso/platform';
import { AvailabilityService, listDaysOff, type Specialist, type SpecialistDayOff } from '@banso/talent';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowInPrefecture, CurrentActor } from '../access.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import type { RequestContext } from '../request-context.js';
import { DayOffInput, DayOffType } from './availability.graphql.js';
import { SpecialistType } from './specialist.graphql.js';

@Resolver(() => DayOffType)
export class AvailabilityResolver {
  constructor(
    private readonly db: Db,
    private readonly service: AvailabilityService,
    private readonly changes: AvailabilityChangeService,
  ) {}

  @Query(() => [DayOffType], {
    description: 'Days off of the specialists that you may see, at most 500 days on.',
  })
  @AllowInPrefecture()
  daysOff(
    @CurrentActor() actor: Actor,
    @Args('from', { type: () => LocalDateScalar, description: 'First day.' }) from: LocalDate,
    @Args('to', { type: () => LocalDateScalar, description: 'Last day.' }) to: LocalDate,
    @Args('specialistId', { type: () => ID, nullable: true, description: 'Only of this specialist.' })
    specialistId?: string,
  ): Promise<SpecialistDayOff[]> {
    return this.db.read(actor, (tx) => listDaysOff(tx, actor, { from, to }, specialistId));
  }

  @Mutation(() => DayOffType, { description: 'Notes a day off on which no visit stands.' })
  @Allow('HUB_COORDINATOR', 'SPECIALIST')
  addDayOff(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who, when and why.' }) input: DayOffInput,
  ): Promise<SpecialistDayOff> {
    return this.changes.addDayOff(actor, input);
  }

  @Mutation(() => DayOffType, { description: 'Takes a day off back; what had been noted is returned.' })
  @Allow('HUB_COORDINATOR', 'SPECIALIST')
  removeDayOff(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The day off.' }) id: string,
  ): Promise<SpecialistDayOff> {
    return this.service.removeDayOff(actor, id);
  }

  @ResolveField(() => SpecialistType, { nullable: true, description: 'Whose day off it is.' })
  async specialist(
    @Parent() day: SpecialistDayOff,
    @Context() context: RequestContext,
  ): Promise<Specialist | null> {
    return context.loaders.specialist.load(day.specialistId);
  }
}
