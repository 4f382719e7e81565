import type { Municipality } from '@banso/directory';
import { type Actor, Clock } from '@banso/kernel';
import { targetsOf, TargetService } from '@banso/overview';
import { Db } from '@banso/platform';
import { listSpecialists } from '@banso/talent';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { MunicipalityType } from '../directory/municipality.graphql.js';
import type { RequestContext } from '../request-context.js';
import { OverviewTargetType, saidTarget, TargetInput, TargetOverviewType } from './targets.graphql.js';
import { saidYear, yearArg, yearIn } from './year.graphql.js';

@Resolver(() => OverviewTargetType)
export class OverviewTargetResolver {
  constructor(
    private readonly db: Db,
    private readonly service: TargetService,
    private readonly clock: Clock,
  ) {}

  @Query(() => TargetOverviewType, {
    description: 'What the hub wants to reach in a year, and how far it is.',
  })
  @Allow('HUB_STAFF')
  async targetOverview(
    @CurrentActor() actor: Actor,
    @Args('fiscalYear', yearArg) fiscalYear?: number | null,
  ): Promise<TargetOverviewType> {
    const year = yearIn(fiscalYear, this.clock);
    return this.db.survey(actor, async (tx) => {
      const rows = await targetsOf(tx, actor, year);
      const { total } = await listSpecialists(tx, actor, { active: true }, { first: 1 });
      return {
        year: saidYear(year, this.clock),
        pool: total,
        rows: rows.map(({ current, history, ...stand }) => ({
          current: saidTarget(current),
          history: history.map(saidTarget),
          ...stand,
        })),
      };
    });
  }

  @Mutation(() => OverviewTargetType, {
    description: 'Sets a target of a year, or what was counted of it; the versions before stay to be read.',
  })
  @Allow('HUB_COORDINATOR')
  async setOverviewTarget(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The target, and how far it is.' }) input: TargetInput,
  ): Promise<OverviewTargetType> {
    return saidTarget(await this.service.set(actor, input));
  }

  @ResolveField(() => MunicipalityType, {
    nullable: true,
    description: 'The town; null: of the prefecture itself.',
  })
  async municipality(
    @Parent() { municipalityId }: OverviewTargetType,
    @Context() { loaders }: RequestContext,
  ): Promise<Municipality | null> {
    return municipalityId ? loaders.municipality.load(municipalityId) : null;
  }
}
