import type { Municipality } from '@banso/directory';
import { type Actor, Clock } from '@banso/kernel';
import { Db } from '@banso/platform';
import { ownDays } from '@banso/settlement';
import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../../access.js';
import { MunicipalityType } from '../../directory/municipality.graphql.js';
import type { RequestContext } from '../../request-context.js';
import { OwnDaysType, OwnTownType } from './own-days.graphql.js';

@Resolver(() => OwnTownType)
export class OwnDaysResolver {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Query(() => OwnDaysType, { description: 'Your days of a fiscal year against what was agreed.' })
  @Allow('SPECIALIST')
  async ownDays(
    @CurrentActor() actor: Actor,
    @Args('fiscalYear', { type: () => Int, description: 'The year in which its April lies.' })
    fiscalYear: number,
  ): Promise<OwnDaysType> {
    const now = this.clock.now();
    const { months, towns, ...rest } = await this.db.read(actor, (tx) =>
      ownDays(tx, actor, { fiscalYear, now }),
    );
    return { ...rest, months: [...months], towns: [...towns] };
  }

  @ResolveField(() => MunicipalityType, { nullable: true, description: 'The town.' })
  async municipality(
    @Parent() { municipalityId }: OwnTownType,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return context.loaders.municipality.load(municipalityId);
  }
}
