import type { Municipality } from '@banso/directory';
import { type TownProfile, TownProfileService } from '@banso/dispatch';
import type { Actor } from '@banso/kernel';
import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { MunicipalityType } from '../directory/municipality.graphql.js';
import type { RequestContext } from '../request-context.js';
import { TownProfileInput, TownProfileType } from './town-profile.graphql.js';

@Resolver(() => MunicipalityType)
export class TownProfileResolver {
  constructor(private readonly profiles: TownProfileService) {}

  @Mutation(() => TownProfileType, { description: 'Says what the planner should know of a town.' })
  @Allow('HUB_COORDINATOR', 'TOWN_REQUESTER')
  setTownProfile(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The town, and what is known of it.' }) input: TownProfileInput,
  ): Promise<TownProfile> {
    return this.profiles.set(actor, input);
  }

  @ResolveField(() => TownProfileType, {
    nullable: true,
    description: 'What the planner knows of it; read by the hub of its prefecture and by the town itself.',
  })
  async townProfile(
    @Parent() town: Municipality,
    @Context() context: RequestContext,
  ): Promise<TownProfile | null> {
    return (await context.loaders.townProfile.load(town.id))[0] ?? null;
  }
}

@Resolver(() => TownProfileType)
export class TownProfileVersionResolver {
  @ResolveField(() => ID, { description: 'Its version; whoever rewrites it says which one was read.' })
  version(@Parent() profile: TownProfile, @Context() context: RequestContext): Promise<string> {
    return context.loaders.version.town_profile.load(profile.municipalityId);
  }
}
