import { listParties, type Party, PartyService } from '@banso/engagement';
import type { Actor } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../../access.js';
import { type Connection, PageArgs, toConnection } from '../../page.graphql.js';
import type { RequestContext } from '../../request-context.js';
import { PartyConnection, PartyFilter, PartyInput, PartyRevisionInput, PartyType } from './party.graphql.js';

@Resolver(() => PartyType)
export class PartyResolver {
  constructor(
    private readonly db: Db,
    private readonly service: PartyService,
  ) {}

  @Query(() => PartyConnection, { description: 'Everybody that your prefecture agrees with, by name.' })
  @Allow('HUB_STAFF')
  async parties(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Which ones; all when left out.' }) filter?: PartyFilter,
  ): Promise<Connection<Party>> {
    return toConnection(await this.db.read(actor, (tx) => listParties(tx, actor, filter ?? {}, page)));
  }

  @Mutation(() => PartyType, {
    description: 'Adds the prefecture itself, a town, a company or an association.',
  })
  @Allow('HUB_COORDINATOR')
  addParty(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who it is.' }) input: PartyInput,
  ): Promise<Party> {
    return this.service.add(actor, input);
  }

  @Mutation(() => PartyType, { description: 'Changes the name or the address of a party.' })
  @Allow('HUB_COORDINATOR')
  reviseParty(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The party.' }) id: string,
    @Args('input', { description: 'What it is called now, and where it is.' }) input: PartyRevisionInput,
    @Args('seen', { type: () => ID, description: 'The version that you have read.' }) seen: string,
  ): Promise<Party> {
    return this.service.revise(actor, id, input, seen);
  }

  @ResolveField(() => ID, { description: 'Its version; whoever rewrites it says which one was read.' })
  version(@Parent() party: Party, @Context() context: RequestContext): Promise<string> {
    return context.loaders.version.party.load(party.id);
  }
}
