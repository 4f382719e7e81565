import { type HubContact, HubContactService, townsContactOf } from '@banso/directory';
import type { Actor } from '@banso/kernel';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowInPrefecture, CurrentActor } from '../access.js';
import type { RequestContext } from '../request-context.js';
import { HubContactInput, HubContactType } from './hub-contact.graphql.js';

@Resolver(() => HubContactType)
export class HubContactResolver {
  constructor(private readonly contacts: HubContactService) {}

  @Query(() => HubContactType, {
    nullable: true,
    description: 'Whom the towns of your prefecture call; null while nobody has said it.',
  })
  @AllowInPrefecture()
  hubContact(@CurrentActor() actor: Actor): Promise<HubContact | null> {
    return this.contacts.find(actor);
  }

  @Mutation(() => HubContactType, { description: 'Says whom the towns of your prefecture call.' })
  @Allow('HUB_COORDINATOR')
  setHubContact(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Section, person and telephone.' }) input: HubContactInput,
  ): Promise<HubContact> {
    return this.contacts.set(actor, input);
  }

  @ResolveField(() => ID, { description: 'Its version; whoever rewrites it says which one was read.' })
  version(@Parent() contact: HubContact, @Context() { loaders }: RequestContext): Promise<string> {
    return loaders.version.hub_contact.load(townsContactOf(contact.prefectureId));
  }
}
