import { type Municipality } from '@banso/directory';
import type { Actor } from '@banso/kernel';
import { type SearchGroup, type SearchHit, type SearchKind, SearchService } from '@banso/search';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowInPrefecture, CurrentActor } from '../access.js';
import { MunicipalityType } from '../directory/municipality.graphql.js';
import type { RequestContext } from '../request-context.js';
import { SearchGroupType, SearchHitType, SearchKindEnum } from './search.graphql.js';

@Resolver(() => SearchHitType)
export class SearchResolver {
  constructor(private readonly service: SearchService) {}

  @Query(() => [SearchGroupType], {
    description:
      'Everything that you may see and that has all of these words, however they are written: kana, width, old characters, readings of towns.',
  })
  @AllowInPrefecture()
  search(
    @CurrentActor() actor: Actor,
    @Args('words', { description: 'At most 100 characters.' }) words: string,
    @Args('only', { type: () => SearchKindEnum, nullable: true, description: 'One kind, and more of it.' })
    only?: SearchKind | null,
  ): Promise<readonly SearchGroup[]> {
    return this.service.find(actor, words, only);
  }

  @ResolveField(() => MunicipalityType, { nullable: true, description: 'Its town, if it is of one.' })
  async municipality(
    @Parent() { municipalityId }: SearchHit,
    @Context() { loaders }: RequestContext,
  ): Promise<Municipality | null> {
    return municipalityId ? loaders.municipality.load(municipalityId) : null;
  }
}
