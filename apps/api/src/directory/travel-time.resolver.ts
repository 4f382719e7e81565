import { listTravelTimes, overrideId, type TravelTime, TravelTimeService } from '@banso/directory';
import type { Actor } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowInPrefecture, CurrentActor } from '../access.js';
import type { RequestContext } from '../request-context.js';
import { TravelTimeInput, TravelTimeType } from './travel-time.graphql.js';

const place = (description: string) => ({ type: () => ID, description });

@Resolver(() => TravelTimeType)
export class TravelTimeResolver {
  constructor(
    private readonly db: Db,
    private readonly service: TravelTimeService,
  ) {}

  @Query(() => [TravelTimeType], {
    description: 'The ways from one place of your prefecture to every other.',
  })
  @AllowInPrefecture()
  travelTimes(
    @CurrentActor() actor: Actor,
    @Args('fromId', place('Code of the town, or of the prefecture for its office.')) fromId: string,
  ): Promise<TravelTime[]> {
    return this.db.read(actor, (tx) => listTravelTimes(tx, actor, fromId));
  }

  @Mutation(() => TravelTimeType, { description: 'Corrects a travel time, or says one that nobody knew.' })
  @Allow('HUB_COORDINATOR')
  setTravelTime(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Both ends, the minutes and where they come from.' })
    input: TravelTimeInput,
  ): Promise<TravelTime> {
    return this.service.set(actor, input);
  }

  @Mutation(() => TravelTimeType, { description: 'Goes back to the estimate.' })
  @Allow('HUB_COORDINATOR')
  clearTravelTime(
    @CurrentActor() actor: Actor,
    @Args('fromId', place('One end.')) fromId: string,
    @Args('toId', place('The other end.')) toId: string,
    @Args('seen', { type: () => ID, description: 'The version that you have read.' }) version: string,
  ): Promise<TravelTime> {
    return this.service.clear(actor, fromId, toId, version);
  }

  @ResolveField(() => ID, { description: 'Its version; whoever rewrites it says which one was read.' })
  version(
    @Parent() time: TravelTime,
    @CurrentActor() actor: Actor,
    @Context() context: RequestContext,
  ): Promise<string> {
    return context.loaders.version.travel_override.load(
      overrideId(actor.prefectureId ?? '', time.fromId, time.toId),
    );
  }
}
