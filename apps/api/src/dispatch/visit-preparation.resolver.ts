import { mayPrepare, type PreparationKnown, VisitPreparationService } from '@banso/dispatch';
import type { Actor } from '@banso/kernel';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowInPrefecture, CurrentActor } from '../access.js';
import type { RequestContext } from '../request-context.js';
import { VisitPreparationInput, VisitPreparationType } from './visit-preparation.graphql.js';

const visitId = { type: () => ID, description: 'The visit.' };

const toType = (actor: Actor, { visit, written, ...said }: PreparationKnown): VisitPreparationType => ({
  visitId: visit.id,
  ...said,
  things: [...said.things],
  writtenAt: written?.setAt ?? null,
  writtenByName: written?.setByName ?? null,
  mayWrite: mayPrepare(actor, visit),
});

@Resolver(() => VisitPreparationType)
export class VisitPreparationResolver {
  constructor(private readonly preparations: VisitPreparationService) {}

  @Query(() => VisitPreparationType, {
    description: 'What the town has ready for a visit that you may see, or what is proposed to it.',
  })
  @AllowInPrefecture()
  async visitPreparation(
    @CurrentActor() actor: Actor,
    @Args('visitId', visitId) id: string,
    @Context() { locale }: RequestContext,
  ): Promise<VisitPreparationType> {
    return toType(actor, await this.preparations.find(actor, id, locale));
  }

  @Mutation(() => VisitPreparationType, { description: 'Says what your town has ready for a visit.' })
  @Allow('TOWN_REQUESTER')
  async prepareVisit(
    @CurrentActor() actor: Actor,
    @Args('visitId', visitId) id: string,
    @Args('input', { description: 'What is ready, and where.' }) input: VisitPreparationInput,
  ): Promise<VisitPreparationType> {
    return toType(actor, await this.preparations.prepare(actor, id, input));
  }

  @Mutation(() => VisitPreparationType, {
    description: 'Ticks one thing of the list, or takes the tick back.',
  })
  @Allow('TOWN_REQUESTER')
  async tickPreparation(
    @CurrentActor() actor: Actor,
    @Args('visitId', visitId) id: string,
    @Args('text', { description: 'The thing, in its words.' }) text: string,
    @Args('done', { description: 'Whether it is ready.' }) done: boolean,
    @Context() { locale }: RequestContext,
  ): Promise<VisitPreparationType> {
    return toType(actor, await this.preparations.tick(actor, id, { text, done }, locale));
  }

  @ResolveField(() => ID, { description: 'Its version; whoever rewrites it says which one was read.' })
  version(
    @Parent() preparation: VisitPreparationType,
    @Context() { loaders }: RequestContext,
  ): Promise<string> {
    return loaders.version.visit_preparation.load(preparation.visitId);
  }
}
