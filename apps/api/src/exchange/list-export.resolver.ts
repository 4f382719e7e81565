import { ListExportService, type ListName } from '@banso/exchange';
import type { Actor } from '@banso/kernel';
import type { SheetFormat } from '@banso/platform';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import type { RequestContext } from '../request-context.js';
import { ListFileType, ListFilterInput, ListNameEnum, SheetFormatEnum } from './list-export.graphql.js';

/** Characters that are named one by one; the rest is a count. */
const MOST_NAMED = 200;

@Resolver()
export class ListExportResolver {
  constructor(private readonly service: ListExportService) {}

  @Mutation(() => ListFileType, {
    description:
      'A list of a screen as a file: what you see is what you get, at most 5,000 rows. That it was taken is logged.',
    complexity: 50,
  })
  @Allow(
    'HUB_COORDINATOR',
    'HUB_APPROVER',
    'HUB_AUDITOR',
    'TOWN_REQUESTER',
    'TOWN_APPROVER',
    'TOWN_MANAGER',
    'SPECIALIST',
  )
  async exportList(
    @CurrentActor() actor: Actor,
    @Context() { locale }: RequestContext,
    @Args('list', { type: () => ListNameEnum, description: 'Which list.' }) list: ListName,
    @Args('format', { type: () => SheetFormatEnum, description: 'Which kind of file.' }) format: SheetFormat,
    @Args('filter', { nullable: true, description: 'Which rows; none: all that you may see.' })
    filter?: ListFilterInput,
    @Args('substitute', {
      nullable: true,
      description: 'Characters that CP932 does not have are written as 〓.',
    })
    substitute?: boolean,
  ): Promise<ListFileType> {
    const wish = {
      list,
      format,
      filter: Object.fromEntries(Object.entries(filter ?? {})),
      locale,
      substitute: substitute ?? false,
    };
    const { name, rows, bytes, characters } = await this.service.take(actor, wish);
    return {
      name,
      rows,
      content: bytes?.toString('base64') ?? null,
      characters: characters.slice(0, MOST_NAMED),
      characterCount: characters.length,
    };
  }
}
