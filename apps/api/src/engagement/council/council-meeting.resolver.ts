import type { Municipality } from '@banso/directory';
import {
  type CaseShare,
  type CouncilAttendance,
  type CouncilMeeting,
  listCouncilMeetings,
  MeetingService,
  trainingYear,
  type TrainingYear,
} from '@banso/engagement';
import { type Actor, Clock } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../../access.js';
import { MunicipalityType } from '../../directory/municipality.graphql.js';
import type { RequestContext } from '../../request-context.js';
import {
  CaseShareType,
  CouncilAttendanceType,
  CouncilMeetingInput,
  CouncilMeetingType,
  CouncilRecordInput,
  TrainingYearType,
} from './council.graphql.js';

const meeting = { type: () => ID, description: 'The meeting.' };
const year = { type: () => Int, description: 'The year in which it begins, such as 2026.' };

@Resolver(() => CouncilMeetingType)
export class CouncilMeetingResolver {
  constructor(
    private readonly db: Db,
    private readonly service: MeetingService,
    private readonly clock: Clock,
  ) {}

  @Query(() => [CouncilMeetingType], { description: 'Meetings of a fiscal year, the earliest first.' })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  councilMeetings(
    @CurrentActor() actor: Actor,
    @Args('fiscalYear', year) fiscalYear: number,
  ): Promise<CouncilMeeting[]> {
    return this.db.read(actor, (tx) => listCouncilMeetings(tx, actor, fiscalYear));
  }

  @Query(() => TrainingYearType, { description: 'How the joint trainings of a fiscal year stand.' })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  async trainingYear(
    @CurrentActor() actor: Actor,
    @Args('fiscalYear', year) fiscalYear: number,
  ): Promise<TrainingYear> {
    const meetings = await this.db.read(actor, (tx) => listCouncilMeetings(tx, actor, fiscalYear));
    return trainingYear(fiscalYear, meetings, this.clock.today());
  }

  @Mutation(() => CouncilMeetingType, { description: 'Plans a meeting.' })
  @Allow('HUB_COORDINATOR')
  planCouncilMeeting(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What, and when.' }) input: CouncilMeetingInput,
  ): Promise<CouncilMeeting> {
    return this.service.plan(actor, input);
  }

  @Mutation(() => CouncilMeetingType, { description: 'Records a meeting that was held.' })
  @Allow('HUB_COORDINATOR')
  recordCouncilMeeting(
    @CurrentActor() actor: Actor,
    @Args('id', meeting) id: string,
    @Args('input', { description: 'Minutes, who came, and cases that were shared.' })
    input: CouncilRecordInput,
  ): Promise<CouncilMeeting> {
    return this.service.hold(actor, id, input);
  }

  @Mutation(() => CouncilMeetingType, { description: 'Calls a meeting off.' })
  @Allow('HUB_COORDINATOR')
  cancelCouncilMeeting(
    @CurrentActor() actor: Actor,
    @Args('id', meeting) id: string,
  ): Promise<CouncilMeeting> {
    return this.service.cancel(actor, id);
  }

  @ResolveField(() => [CouncilAttendanceType], { description: 'Who came.' })
  async came(
    @Parent() { id }: CouncilMeeting,
    @Context() { loaders }: RequestContext,
  ): Promise<CouncilAttendance[]> {
    return [...(await loaders.councilAttendances.load(id))];
  }

  @ResolveField(() => [CaseShareType], { description: 'Cases that were shared.' })
  async cases(
    @Parent() { id }: CouncilMeeting,
    @Context() { loaders }: RequestContext,
  ): Promise<CaseShare[]> {
    return [...(await loaders.caseShares.load(id))];
  }
}

@Resolver(() => CouncilAttendanceType)
export class CouncilAttendanceResolver {
  @ResolveField(() => MunicipalityType, { nullable: true, description: 'The town.' })
  municipality(
    @Parent() { municipalityId }: CouncilAttendance,
    @Context() { loaders }: RequestContext,
  ): Promise<Municipality | null> {
    return loaders.municipality.load(municipalityId);
  }
}

@Resolver(() => CaseShareType)
export class CaseShareResolver {
  @ResolveField(() => MunicipalityType, { nullable: true, description: 'The town.' })
  municipality(
    @Parent() { municipalityId }: CaseShare,
    @Context() { loaders }: RequestContext,
  ): Promise<Municipality | null> {
    return loaders.municipality.load(municipalityId);
  }
}
