import type { Municipality } from '@banso/directory';
import {
  getOffice,
  listOffices,
  monthlyTimes,
  type MonthlyTime,
  type Office,
  type OfficeMember,
  type OfficeRoster,
  OfficeService,
  type OfficeSession,
  type OfficeTime,
  rosterOf,
} from '@banso/engagement';
import type { Actor } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../../access.js';
import { MunicipalityType } from '../../directory/municipality.graphql.js';
import type { RequestContext } from '../../request-context.js';
import {
  OfficeInput,
  OfficeMemberInput,
  OfficeMemberStepInput,
  OfficeMemberType,
  OfficeMonthType,
  OfficeRecordInput,
  OfficeRosterType,
  OfficeSessionInput,
  OfficeSessionType,
  OfficeTimeInput,
  OfficeTimeType,
  OfficeType,
} from './office.graphql.js';

@Resolver(() => OfficeType)
export class OfficeResolver {
  constructor(
    private readonly db: Db,
    private readonly service: OfficeService,
  ) {}

  @Query(() => [OfficeType], { description: 'Offices of the own town; for the hub, of every town.' })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  offices(@CurrentActor() actor: Actor): Promise<Office[]> {
    return this.db.read(actor, (tx) => listOffices(tx, actor));
  }

  @Query(() => OfficeType, { description: 'One office.' })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  office(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The office.' }) id: string,
  ): Promise<Office> {
    return this.db.read(actor, (tx) => getOffice(tx, actor, id));
  }

  @Mutation(() => OfficeType, { description: 'Opens an office of the own town, or changes one.' })
  @Allow('TOWN_REQUESTER', 'TOWN_MANAGER')
  keepOffice(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The office.' }) input: OfficeInput,
  ): Promise<Office> {
    return this.service.keep(actor, input);
  }

  @Mutation(() => OfficeMemberType, { description: 'Puts somebody forward for an office.' })
  @Allow('TOWN_REQUESTER', 'TOWN_MANAGER')
  proposeOfficeMember(
    @CurrentActor() actor: Actor,
    @Args('officeId', { type: () => ID, description: 'The office.' }) officeId: string,
    @Args('input', { description: 'Who, of which section, as what.' }) input: OfficeMemberInput,
  ): Promise<OfficeMember> {
    return this.service.propose(actor, officeId, input);
  }

  @Mutation(() => OfficeMemberType, { description: 'Appoints a member, notes the start, or releases.' })
  @Allow('TOWN_REQUESTER', 'TOWN_MANAGER')
  moveOfficeMember(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The member.' }) id: string,
    @Args('input', { description: 'The next state, its day, and why.' }) input: OfficeMemberStepInput,
  ): Promise<OfficeMember> {
    return this.service.move(actor, id, input);
  }

  @Mutation(() => OfficeSessionType, { description: 'Plans a session of an office.' })
  @Allow('TOWN_REQUESTER', 'TOWN_MANAGER')
  planOfficeSession(
    @CurrentActor() actor: Actor,
    @Args('officeId', { type: () => ID, description: 'The office.' }) officeId: string,
    @Args('input', { description: 'What, when, for how long.' }) input: OfficeSessionInput,
  ): Promise<OfficeSession> {
    return this.service.plan(actor, officeId, input);
  }

  @Mutation(() => OfficeSessionType, { description: 'Records a session that was held.' })
  @Allow('TOWN_REQUESTER', 'TOWN_MANAGER')
  recordOfficeSession(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The session.' }) id: string,
    @Args('input', { description: 'What was done, and who came.' }) input: OfficeRecordInput,
  ): Promise<OfficeSession> {
    return this.service.hold(actor, id, input);
  }

  @Mutation(() => OfficeSessionType, { description: 'Calls a session off.' })
  @Allow('TOWN_REQUESTER', 'TOWN_MANAGER')
  cancelOfficeSession(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The session.' }) id: string,
  ): Promise<OfficeSession> {
    return this.service.cancel(actor, id);
  }

  @Mutation(() => OfficeTimeType, { description: 'Notes time given to an office outside of its sessions.' })
  @Allow('TOWN_REQUESTER', 'TOWN_MANAGER')
  noteOfficeTime(
    @CurrentActor() actor: Actor,
    @Args('memberId', { type: () => ID, description: 'The member.' }) memberId: string,
    @Args('input', { description: 'When, how long, for what.' }) input: OfficeTimeInput,
  ): Promise<OfficeTime> {
    return this.service.note(actor, memberId, input);
  }

  @ResolveField(() => MunicipalityType, { nullable: true, description: 'The town.' })
  municipality(
    @Parent() office: Office,
    @Context() { loaders }: RequestContext,
  ): Promise<Municipality | null> {
    return loaders.municipality.load(office.municipalityId);
  }

  @ResolveField(() => [OfficeMemberType], { description: 'Everybody who is or was put forward.' })
  async members(@Parent() office: Office, @Context() { loaders }: RequestContext): Promise<OfficeMember[]> {
    return [...(await loaders.officeMembers.load(office.id))];
  }

  @ResolveField(() => OfficeRosterType, { description: 'How it stands.' })
  async roster(@Parent() office: Office, @Context() { loaders }: RequestContext): Promise<OfficeRoster> {
    return rosterOf(office, await loaders.officeMembers.load(office.id));
  }

  @ResolveField(() => [OfficeSessionType], { description: 'Sessions of the last year and those to come.' })
  async sessions(@Parent() office: Office, @Context() { loaders }: RequestContext): Promise<OfficeSession[]> {
    return [...(await loaders.officeSessions.load(office.id))];
  }

  @ResolveField(() => [OfficeMonthType], { description: 'Hours by month and member, for a year.' })
  async months(@Parent() office: Office, @Context() { loaders }: RequestContext): Promise<MonthlyTime[]> {
    const [members, times] = await Promise.all([
      loaders.officeMembers.load(office.id),
      loaders.officeTimes.load(office.id),
    ]);
    return monthlyTimes(office, members, times);
  }

  @ResolveField(() => ID, { description: 'Its version; whoever rewrites it says which one was read.' })
  version(@Parent() office: Office, @Context() { loaders }: RequestContext): Promise<string> {
    return loaders.version.office.load(office.id);
  }
}
