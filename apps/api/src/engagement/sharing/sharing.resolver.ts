import type { Municipality } from '@banso/directory';
import {
  getMeeting,
  lineKey,
  listMeetings,
  type Placement,
  type SharedLine,
  type SharingMeeting,
  SharingService,
} from '@banso/engagement';
import type { Actor } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowInPrefecture, CurrentActor } from '../../access.js';
import { MunicipalityType } from '../../directory/municipality.graphql.js';
import type { RequestContext } from '../../request-context.js';
import { versionOf } from '../joint-loaders.js';
import { PlacementType } from '../placements/placement.graphql.js';
import {
  SharedLineInput,
  SharedLineType,
  SharingMeetingInput,
  SharingMeetingType,
} from './sharing.graphql.js';

@Resolver(() => SharingMeetingType)
export class SharingMeetingResolver {
  constructor(
    private readonly db: Db,
    private readonly service: SharingService,
  ) {}

  @Query(() => [SharingMeetingType], { description: 'Meetings of your prefecture, the latest first.' })
  @AllowInPrefecture()
  sharingMeetings(@CurrentActor() actor: Actor): Promise<SharingMeeting[]> {
    return this.db.read(actor, (tx) => listMeetings(tx, actor));
  }

  @Query(() => SharingMeetingType, { description: 'One meeting.' })
  @AllowInPrefecture()
  sharingMeeting(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The meeting.' }) id: string,
  ): Promise<SharingMeeting> {
    return this.db.read(actor, (tx) => getMeeting(tx, actor, id));
  }

  @Mutation(() => SharingMeetingType, { description: 'Calls a meeting.' })
  @Allow('HUB_COORDINATOR')
  callSharingMeeting(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The day.' }) input: SharingMeetingInput,
  ): Promise<SharingMeeting> {
    return this.service.call(actor, input);
  }

  @Mutation(() => SharedLineType, {
    description: 'Brings an issue and a borrowed idea: for the own placement, or from the hub for anybody.',
  })
  @Allow('HUB_COORDINATOR', 'SPECIALIST')
  bringToSharingMeeting(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is brought.' }) input: SharedLineInput,
  ): Promise<SharedLine> {
    return this.service.bring(actor, input);
  }

  @ResolveField(() => [SharedLineType], {
    description: 'What was brought. A town reads its own issues and every idea.',
  })
  lines(
    @Parent() meeting: SharingMeeting,
    @Context() { loaders }: RequestContext,
  ): Promise<readonly SharedLine[]> {
    return loaders.joint.sharedLines.load(meeting.id);
  }

  @ResolveField(() => [PlacementType], {
    description: 'Placements of that day that have brought nothing yet: for the hub all, for you your own.',
  })
  async missing(
    @Parent() meeting: SharingMeeting,
    @Context() { loaders }: RequestContext,
  ): Promise<Placement[]> {
    return (await loaders.joint.missingAt.load(meeting.id)).map(({ placement }) => placement);
  }
}

@Resolver(() => SharedLineType)
export class SharedLineResolver {
  @ResolveField(() => MunicipalityType, { description: 'The town.' })
  async municipality(
    @Parent() line: SharedLine,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return context.loaders.municipality.load(line.municipalityId);
  }

  @ResolveField(() => ID, { description: 'Its version; whoever rewrites it says which one was read.' })
  version(@Parent() line: SharedLine, @Context() { loaders }: RequestContext): Promise<string> {
    return versionOf(loaders.joint.lineVersion, lineKey(line));
  }

  @ResolveField(() => Boolean, { description: 'Whether it is your own.' })
  isOwn(@Parent() line: SharedLine, @CurrentActor() actor: Actor): boolean {
    return actor.role === 'SPECIALIST' && actor.specialistId === line.specialistId;
  }
}
