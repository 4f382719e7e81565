import {
  type AvailabilityAnswer,
  type AvailabilityCalendar,
  availabilityCalendars,
  AvailabilityChangeService,
  type CalendarDay,
  type RulePreview,
} from '@banso/dispatch';
import { type Actor, addDays, Clock, type LocalDate } from '@banso/kernel';
import { Db } from '@banso/platform';
import {
  AvailabilityService,
  listUnavailabilityRules,
  listWeeklyPatterns,
  occurrencesOf,
  type Specialist,
  type UnavailabilityRule,
  type WeeklyPattern,
} from '@banso/talent';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowInPrefecture, CurrentActor } from '../access.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import type { RequestContext } from '../request-context.js';
import {
  AvailabilityAnswerType,
  AvailabilityCalendarType,
  DaysInput,
  RepeatPreviewType,
  UnavailabilityRuleInput,
  UnavailabilityRuleType,
  WeeklyPatternInput,
  WeeklyPatternType,
} from './availability-change.graphql.js';
import { SpecialistType } from './specialist.graphql.js';

/** So many coming days of a rule are told. */
const NEXT_DAYS = 3;
const WITHIN_DAYS = 731;

const whose = { type: () => ID, description: 'The specialist.' };

@Resolver(() => AvailabilityCalendarType)
export class AvailabilityChangeResolver {
  constructor(
    private readonly db: Db,
    private readonly service: AvailabilityChangeService,
    private readonly rules: AvailabilityService,
    private readonly clock: Clock,
  ) {}

  @Query(() => [AvailabilityCalendarType], {
    description: 'When specialists can be planned: everybody for 62 days at most, one of them for 400.',
  })
  @AllowInPrefecture()
  async availability(
    @CurrentActor() actor: Actor,
    @Args('from', { type: () => LocalDateScalar, description: 'First day.' }) from: LocalDate,
    @Args('to', { type: () => LocalDateScalar, description: 'Last day.' }) to: LocalDate,
    @Args('specialistId', { type: () => ID, nullable: true, description: 'Only of this specialist.' })
    specialistId?: string,
  ): Promise<(Omit<AvailabilityCalendar, 'days'> & { days: ReturnType<typeof asDay>[] })[]> {
    const calendars = await this.db.read(actor, (tx) =>
      availabilityCalendars(tx, actor, { from, to }, specialistId),
    );
    return calendars.map(({ days, ...calendar }) => ({ ...calendar, days: days.map(asDay) }));
  }

  @Query(() => [UnavailabilityRuleType], { description: 'The repeat rules of a specialist that still hold.' })
  @Allow('HUB_STAFF', 'SPECIALIST')
  unavailabilityRules(
    @CurrentActor() actor: Actor,
    @Args('specialistId', whose) specialistId: string,
  ): Promise<UnavailabilityRule[]> {
    const today = this.clock.today();
    return this.db.read(actor, (tx) => listUnavailabilityRules(tx, actor, specialistId, today));
  }

  @Query(() => [WeeklyPatternType], { description: 'The weekly patterns of a specialist, the last first.' })
  @Allow('HUB_STAFF', 'SPECIALIST')
  weeklyPatterns(
    @CurrentActor() actor: Actor,
    @Args('specialistId', whose) specialistId: string,
  ): Promise<WeeklyPattern[]> {
    return this.db.read(actor, (tx) => listWeeklyPatterns(tx, actor, specialistId));
  }

  @Query(() => RepeatPreviewType, { description: 'The days of a repeat rule and what it would hit.' })
  @Allow('HUB_COORDINATOR', 'SPECIALIST')
  previewUnavailabilityRule(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The rule.' }) input: UnavailabilityRuleInput,
  ): Promise<RulePreview> {
    return this.service.previewRule(actor, input);
  }

  @Mutation(() => AvailabilityAnswerType, { description: 'Makes days possible or not, half by half.' })
  @Allow('HUB_COORDINATOR', 'SPECIALIST')
  setAvailableDays(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Whose days, and how they shall be.' }) input: DaysInput,
  ): Promise<AvailabilityAnswer> {
    return this.service.setDays(actor, input);
  }

  @Mutation(() => AvailabilityAnswerType, { description: 'Keeps a repeat rule.' })
  @Allow('HUB_COORDINATOR', 'SPECIALIST')
  addUnavailabilityRule(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The rule.' }) input: UnavailabilityRuleInput,
  ): Promise<AvailabilityAnswer> {
    return this.service.addRule(actor, input);
  }

  @Mutation(() => UnavailabilityRuleType, { description: 'Ends a repeat rule from today on.' })
  @Allow('HUB_COORDINATOR', 'SPECIALIST')
  endUnavailabilityRule(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The rule.' }) id: string,
  ): Promise<UnavailabilityRule> {
    return this.rules.endRule(actor, id);
  }

  @Mutation(() => AvailabilityAnswerType, { description: 'Lets a weekly pattern hold from a day on.' })
  @Allow('HUB_COORDINATOR')
  setWeeklyPattern(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Whose week, and from when.' }) input: WeeklyPatternInput,
  ): Promise<AvailabilityAnswer> {
    return this.service.setWeeklyPattern(actor, input);
  }

  @ResolveField(() => SpecialistType, { nullable: true, description: 'Whose days they are.' })
  async specialist(
    @Parent() calendar: AvailabilityCalendar,
    @Context() context: RequestContext,
  ): Promise<Specialist | null> {
    return context.loaders.specialist.load(calendar.specialistId);
  }
}

/** Here and not field by field: everybody's days are some thousands. */
const asDay = ({ closure, ...day }: CalendarDay) => ({
  ...day,
  closedFor: closure?.name ?? null,
  closedForEn: closure?.nameEn ?? null,
});

@Resolver(() => UnavailabilityRuleType)
export class UnavailabilityRuleResolver {
  constructor(private readonly clock: Clock) {}

  @ResolveField(() => [LocalDateScalar], { description: 'The next days that it takes, three at most.' })
  nextDays(@Parent() rule: UnavailabilityRule): LocalDate[] {
    const today = this.clock.today();
    return occurrencesOf(rule, today, addDays(today, WITHIN_DAYS)).slice(0, NEXT_DAYS);
  }
}
