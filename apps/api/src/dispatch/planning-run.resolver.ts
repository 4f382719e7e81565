import type { Actor } from '@banso/kernel';
import {
  type ExplainedUnplaced,
  getPlanningRun,
  listPlanningRuns,
  listPublications,
  type PlanningRun,
  type PlanningRunAction,
  planningRunActionsOf,
  PlanningRunService,
  type PlanPublication,
  type ProposedVisit,
  PublishService,
} from '@banso/dispatch';
import { Db } from '@banso/platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { type Connection, PageArgs, toConnection } from '../page.graphql.js';
import type { RequestContext } from '../request-context.js';
import {
  PlanningRunActionEnum,
  PlanningRunConnection,
  PlanningRunInput,
  PlanningRunType,
  PlanPublicationConnection,
  PlanPublicationType,
  ProposedVisitType,
  UnplacedVisitType,
} from './planning-run.graphql.js';

const id = { type: () => ID, description: 'The planning run.' };

@Resolver(() => PlanningRunType)
export class PlanningRunResolver {
  constructor(
    private readonly db: Db,
    private readonly runs: PlanningRunService,
    private readonly publishing: PublishService,
  ) {}

  @Query(() => PlanningRunConnection, { description: 'Planning runs of the prefecture, newest first.' })
  @Allow('HUB_STAFF')
  async planningRuns(@CurrentActor() actor: Actor, @Args() page: PageArgs): Promise<Connection<PlanningRun>> {
    return toConnection(await this.db.read(actor, (tx) => listPlanningRuns(tx, actor, page)));
  }

  @Query(() => PlanningRunType, { description: 'One planning run; ask again to follow its progress.' })
  @Allow('HUB_STAFF')
  planningRun(@CurrentActor() actor: Actor, @Args('id', id) runId: string): Promise<PlanningRun> {
    return this.db.read(actor, (tx) => getPlanningRun(tx, actor, runId));
  }

  @Query(() => PlanPublicationConnection, { description: 'Published versions of the plan, newest first.' })
  @Allow('HUB_STAFF')
  async planPublications(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
  ): Promise<Connection<PlanPublication>> {
    return toConnection(await this.db.read(actor, (tx) => listPublications(tx, actor, page)));
  }

  @Mutation(() => PlanningRunType, { description: 'Asks for a plan; it is made in the background.' })
  @Allow('HUB_STAFF')
  requestPlanningRun(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What to plan.' }) input: PlanningRunInput,
  ): Promise<PlanningRun> {
    return this.runs.request(actor, input);
  }

  @Mutation(() => PlanningRunType, { description: 'Stops a run that is waiting or being solved.' })
  @Allow('HUB_STAFF')
  cancelPlanningRun(@CurrentActor() actor: Actor, @Args('id', id) runId: string): Promise<PlanningRun> {
    return this.runs.cancel(actor, runId);
  }

  @Mutation(() => PlanningRunType, { description: 'Sets a proposed plan aside.' })
  @Allow('HUB_STAFF')
  discardPlanningRun(@CurrentActor() actor: Actor, @Args('id', id) runId: string): Promise<PlanningRun> {
    return this.runs.discard(actor, runId);
  }

  @Mutation(() => ProposedVisitType, {
    description: 'Keeps a proposed visit where it is when the days are planned again.',
  })
  @Allow('HUB_STAFF')
  pinProposedVisit(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The proposed visit.' }) visitId: string,
    @Args('pinned', { description: 'Whether to keep it.' }) pinned: boolean,
  ): Promise<ProposedVisit> {
    return this.runs.pinProposedVisit(actor, visitId, pinned);
  }

  @Mutation(() => PlanPublicationType, {
    description: 'Makes a plan official: towns and specialists then see its visits.',
  })
  @Allow('HUB_STAFF')
  publishPlan(@CurrentActor() actor: Actor, @Args('id', id) runId: string): Promise<PlanPublication> {
    return this.publishing.publish(actor, runId);
  }

  @ResolveField(() => [ProposedVisitType], { description: 'What it proposes, by time.' })
  async proposedVisits(
    @Parent() run: PlanningRun,
    @Context() context: RequestContext,
  ): Promise<readonly ProposedVisit[]> {
    return context.loaders.proposedVisits.load(run.id);
  }

  @ResolveField(() => [UnplacedVisitType], { description: 'What it could not place, and why.' })
  async unplacedVisits(
    @Parent() run: PlanningRun,
    @Context() context: RequestContext,
  ): Promise<readonly ExplainedUnplaced[]> {
    return context.loaders.unplacedVisits.load(run.id);
  }

  @ResolveField(() => PlanPublicationType, { nullable: true, description: 'The version that it became.' })
  async publication(
    @Parent() run: PlanningRun,
    @Context() context: RequestContext,
  ): Promise<PlanPublication | null> {
    return (await context.loaders.publication.load(run.id))[0] ?? null;
  }

  @ResolveField(() => [PlanningRunActionEnum], { description: 'What you may do with it now.' })
  viewerActions(@Parent() run: PlanningRun, @CurrentActor() actor: Actor): PlanningRunAction[] {
    return planningRunActionsOf(actor, run);
  }
}
