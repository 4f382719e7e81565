import { OwnViewService, type SavedView, type ViewSetting } from '@banso/directory';
import type { Actor } from '@banso/kernel';
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowSignedIn, CurrentActor } from '../access.js';
import { SavedViewInput, SavedViewType, ViewSettingsInput, ViewSettingsType } from './own-view.graphql.js';
import { ViewerType } from './session.graphql.js';

/** What every screen needs to know of its reader. */
@Resolver(() => ViewerType)
export class ViewerPartsResolver {
  constructor(private readonly service: OwnViewService) {}

  @ResolveField(() => ViewSettingsType, { description: 'How you want to see the screens.' })
  settings(@Parent() { actor }: ViewerType): Promise<ViewSetting> {
    return this.service.settings(actor);
  }

  @ResolveField(() => [SavedViewType], {
    description: 'Lists that you have given names in this role, by screen, the oldest first.',
  })
  savedViews(@Parent() { actor }: ViewerType): Promise<SavedView[]> {
    return this.service.list(actor);
  }
}

/** How somebody sees the screens: everybody for themselves. */
@Resolver()
export class OwnViewResolver {
  constructor(private readonly service: OwnViewService) {}

  @Mutation(() => ViewSettingsType, { description: 'Chooses how you want to see the screens.' })
  @AllowSignedIn()
  chooseView(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What you want.' }) input: ViewSettingsInput,
  ): Promise<ViewSetting> {
    return this.service.choose(actor, input);
  }

  @Mutation(() => SavedViewType, {
    description: 'Keeps a list as it is shown now; under a name that it has already, in its place.',
  })
  @AllowSignedIn()
  saveView(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The list.' }) input: SavedViewInput,
  ): Promise<SavedView> {
    return this.service.save(actor, input);
  }

  @Mutation(() => SavedViewType, { description: 'Gives a saved view another name, or opens the list so.' })
  @AllowSignedIn()
  changeSavedView(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'One of your saved views.' }) id: string,
    @Args('name', { description: 'What you call it from now on.' }) name: string,
    @Args('isDefault', { description: 'Whether the list opens so from now on.' }) isDefault: boolean,
  ): Promise<SavedView> {
    return this.service.change(actor, id, { name, isDefault });
  }

  @Mutation(() => Boolean, { description: 'Forgets a saved view; the list itself stays.' })
  @AllowSignedIn()
  async removeSavedView(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'One of your saved views.' }) id: string,
  ): Promise<boolean> {
    await this.service.remove(actor, id);
    return true;
  }
}
