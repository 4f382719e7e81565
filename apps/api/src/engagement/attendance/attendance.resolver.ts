import type { Municipality } from '@banso/directory';
import type { Actor, LocalDate } from '@banso/kernel';
import { Db } from '@banso/platform';
import { type AttendanceSheet, AttendanceService, attendanceSheets } from '@banso/settlement';
import type { Specialist } from '@banso/talent';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowSignedIn, CurrentActor } from '../../access.js';
import { MunicipalityType } from '../../directory/municipality.graphql.js';
import { LocalDateScalar } from '../../local-date.scalar.js';
import type { RequestContext } from '../../request-context.js';
import { SpecialistType } from '../../talent/specialist.graphql.js';
import {
  AttendanceDayType,
  AttendanceInput,
  AttendanceSheetType,
  RecordedDayType,
} from './attendance.graphql.js';

const sheetOf = ({ placement, usedHalfDays, rule, ...sheet }: AttendanceSheet): AttendanceSheetType => ({
  placementId: placement.id,
  post: placement.post,
  specialistId: placement.specialistId,
  municipalityId: placement.municipalityId,
  startsOn: placement.startsOn,
  endsOn: placement.endsOn,
  usedDays: usedHalfDays / 2,
  isCap: rule === 'CAP',
  ...sheet,
  days: [...sheet.days],
});

@Resolver(() => AttendanceSheetType)
export class AttendanceResolver {
  constructor(
    private readonly db: Db,
    private readonly service: AttendanceService,
  ) {}

  @Query(() => [AttendanceSheetType], {
    description: 'One month of each placement that you may see: a specialist the own, a town those at it.',
  })
  @AllowSignedIn()
  async attendanceSheets(
    @CurrentActor() actor: Actor,
    @Args('month', { type: () => LocalDateScalar, description: 'A day of the month.' }) month: LocalDate,
    @Args('placementId', { type: () => ID, nullable: true, description: 'Only of this placement.' })
    placementId?: string,
  ): Promise<AttendanceSheetType[]> {
    const found = await this.db.read(actor, (tx) =>
      attendanceSheets(tx, actor, { month, placementId: placementId ?? null }),
    );
    return found.map(sheetOf);
  }

  @Mutation(() => RecordedDayType, {
    description:
      'Records a day. Beyond the guideline of the month it takes a reason and comes with a warning.',
  })
  @Allow('HUB_COORDINATOR', 'TOWN_REQUESTER', 'SPECIALIST')
  async recordAttendance(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which day, and what the trip cost.' }) input: AttendanceInput,
  ): Promise<RecordedDayType> {
    const { attendance, usedHalfDays, warning } = await this.service.record(actor, input);
    return {
      day: attendance,
      usedDays: usedHalfDays / 2,
      warning: warning && { usedDays: warning.usedHalfDays / 2, agreedDays: warning.agreedDays },
    };
  }

  @Mutation(() => AttendanceDayType, { description: 'Takes a day back; that it was there is kept.' })
  @Allow('HUB_COORDINATOR', 'TOWN_REQUESTER', 'SPECIALIST')
  removeAttendance(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The day.' }) id: string,
  ): Promise<AttendanceDayType> {
    return this.service.remove(actor, id);
  }

  @ResolveField(() => SpecialistType, { nullable: true, description: 'Who is placed.' })
  async specialist(
    @Parent() sheet: AttendanceSheetType,
    @Context() context: RequestContext,
  ): Promise<Specialist | null> {
    return context.loaders.specialist.load(sheet.specialistId);
  }

  @ResolveField(() => MunicipalityType, { nullable: true, description: 'The town.' })
  async municipality(
    @Parent() sheet: AttendanceSheetType,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return context.loaders.municipality.load(sheet.municipalityId);
  }
}
