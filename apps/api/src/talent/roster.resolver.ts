import type { Actor } from '@banso/kernel';
import { Db } from '@banso/platform';
import {
  DeskDutyService,
  type DeskShift,
  ExpertFieldService,
  fieldsOf,
  type FieldOfYear,
  listDeskDuty,
  shiftId,
  type Specialist,
  type SupportTheme,
} from '@banso/talent';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowInPrefecture, CurrentActor } from '../access.js';
import { allOf } from '../loaders.js';
import type { RequestContext } from '../request-context.js';
import { DeskShiftInput, DeskShiftType, ExpertFieldInput, ExpertFieldType } from './roster.graphql.js';
import { SpecialistType } from './specialist.graphql.js';
import { SupportThemeType } from './support-theme.graphql.js';

@Resolver(() => ExpertFieldType)
export class ExpertFieldResolver {
  constructor(
    private readonly db: Db,
    private readonly service: ExpertFieldService,
  ) {}

  @Query(() => [ExpertFieldType], { description: "Your prefecture's fields of expertise in a fiscal year." })
  @AllowInPrefecture()
  expertFields(
    @CurrentActor() actor: Actor,
    @Args('fiscalYear', { type: () => Int, description: 'The year in which it begins, such as 2026.' })
    fiscalYear: number,
  ): Promise<FieldOfYear[]> {
    return this.db.read(actor, (tx) => fieldsOf(tx, actor, fiscalYear));
  }

  @Mutation(() => ExpertFieldType, { description: 'Draws up a field of this fiscal year or the next.' })
  @Allow('HUB_COORDINATOR')
  defineExpertField(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Its names, themes and members.' }) input: ExpertFieldInput,
  ): Promise<FieldOfYear> {
    return this.service.define(actor, input);
  }

  @ResolveField(() => [SupportThemeType], { description: 'Its themes.' })
  async themes(@Parent() field: FieldOfYear, @Context() context: RequestContext): Promise<SupportTheme[]> {
    return allOf(context.loaders.theme, field.themeIds);
  }

  @ResolveField(() => [SpecialistType], { description: 'Those of its members that you may see.' })
  async specialists(@Parent() field: FieldOfYear, @Context() context: RequestContext): Promise<Specialist[]> {
    return allOf(context.loaders.specialist, field.specialistIds);
  }

  @ResolveField(() => ID, { description: 'Its version; whoever rewrites it says which one was read.' })
  version(@Parent() field: FieldOfYear, @Context() context: RequestContext): Promise<string> {
    return context.loaders.version.expert_field.load(field.id);
  }
}

@Resolver(() => DeskShiftType)
export class DeskDutyResolver {
  constructor(
    private readonly db: Db,
    private readonly service: DeskDutyService,
  ) {}

  @Query(() => [DeskShiftType], {
    description: "Your prefecture's week at the desk; empty half-days are left out.",
  })
  @AllowInPrefecture()
  deskDuty(@CurrentActor() actor: Actor): Promise<DeskShift[]> {
    return this.db.read(actor, (tx) => listDeskDuty(tx, actor));
  }

  @Mutation(() => DeskShiftType, { description: 'Says who answers consultations in a half-day of the week.' })
  @Allow('HUB_COORDINATOR')
  setDeskDuty(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The half-day and who is there.' }) input: DeskShiftInput,
  ): Promise<DeskShift> {
    const { seen, ...shift } = input;
    return this.service.set(actor, shift, seen);
  }

  @ResolveField(() => [SpecialistType], { description: 'Those at the desk that you may see.' })
  async specialists(@Parent() shift: DeskShift, @Context() context: RequestContext): Promise<Specialist[]> {
    return allOf(context.loaders.specialist, shift.specialistIds);
  }

  @ResolveField(() => ID, { description: 'Its version; whoever rewrites it says which one was read.' })
  version(
    @Parent() shift: DeskShift,
    @CurrentActor() actor: Actor,
    @Context() context: RequestContext,
  ): Promise<string> {
    return context.loaders.version.desk_duty.load(shiftId(actor.prefectureId ?? '', shift));
  }
}
