import type { Actor } from '@banso/kernel';
import {
  type ExplainedUnplaced,
  gapOf,
  getPlanningRun,
  listPlanningRuns,
  listPublications,
  type PartPreview,
  type PlanningRun,
  type PlanningRunAction,
  planningRunActionsOf,
  PlanningRunService,
  type PlanPublication,
  type ProposedVisit,
  type PublicationOrder,
  PublishService,
  scoreInTiers,
  type SpokenFinding,
} from '@banso/dispatch';
import { Db } from '@banso/platform';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { type Connection, PageArgs, toConnection } from '../page.graphql.js';
import type { RequestContext } from '../request-context.js';
import { PlanPartType } from './plan-part.graphql.js';
import {
  PlanningFindingType,
  PlanningProgressType,
  PlanningRunActionEnum,
  PlanningRunConnection,
  PlanningRunInput,
  PlanningRunType,
  PlanningScoreType,
  PlanPublicationConnection,
  PlanPublicationType,
  ProposedVisitType,
  UnplacedVisitType,
} from './planning-run.graphql.js';
import { PublicationOrderType } from './publication.graphql.js';

/** It looks for what else must follow through the whole plan. */
const COSTLY = 500;

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
  @Allow('HUB_COORDINATOR')
  requestPlanningRun(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What to plan.' }) input: PlanningRunInput,
  ): Promise<PlanningRun> {
    return this.runs.request(actor, input);
  }

  @Mutation(() => PlanningRunType, { description: 'Stops a run that is waiting or being solved.' })
  @Allow('HUB_COORDINATOR')
  cancelPlanningRun(@CurrentActor() actor: Actor, @Args('id', id) runId: string): Promise<PlanningRun> {
    return this.runs.cancel(actor, runId);
  }

  @Mutation(() => PlanningRunType, {
    description: 'Ends the search and keeps the best plan so far; the run is proposed within seconds.',
  })
  @Allow('HUB_COORDINATOR')
  stopPlanningRun(@CurrentActor() actor: Actor, @Args('id', id) runId: string): Promise<PlanningRun> {
    return this.runs.stop(actor, runId);
  }

  @Mutation(() => PlanningRunType, { description: 'Sets a proposed plan aside.' })
  @Allow('HUB_COORDINATOR')
  discardPlanningRun(@CurrentActor() actor: Actor, @Args('id', id) runId: string): Promise<PlanningRun> {
    return this.runs.discard(actor, runId);
  }

  @Mutation(() => ProposedVisitType, {
    description: 'Keeps a proposed visit where it is when the days are planned again.',
  })
  @Allow('HUB_COORDINATOR')
  pinProposedVisit(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The proposed visit.' }) visitId: string,
    @Args('pinned', { description: 'Whether to keep it.' }) pinned: boolean,
  ): Promise<ProposedVisit> {
    return this.runs.pinProposedVisit(actor, visitId, pinned);
  }

  @Mutation(() => PlanPublicationType, {
    description:
      'Makes a plan official, or the named part of it: towns and specialists then see its visits. What the rest would need is named in the refusal.',
  })
  @Allow('HUB_COORDINATOR')
  publishPlan(
    @CurrentActor() actor: Actor,
    @Args('id', id) runId: string,
    @Args('only', {
      type: () => [ID],
      nullable: true,
      description: 'Proposed visits to adopt, and nothing else; the whole plan when both are left out.',
    })
    only?: string[] | null,
    @Args('callOff', {
      type: () => [ID],
      nullable: true,
      description: 'Published visits without a place in the plan that are called off; the others stay.',
    })
    callOff?: string[] | null,
  ): Promise<PlanPublication> {
    const isWhole = !only && !callOff;
    return this.publishing.publish(
      actor,
      runId,
      isWhole ? null : { only: only ?? [], callOff: callOff ?? [] },
    );
  }

  @Query(() => PlanPartType, {
    description: 'What publishing a part of a plan would change, and what else must follow. Changes nothing.',
    complexity: COSTLY,
  })
  @Allow('HUB_STAFF')
  planPart(
    @CurrentActor() actor: Actor,
    @Args('id', id) runId: string,
    @Args('only', { type: () => [ID], description: 'Proposed visits to adopt.' }) only: string[],
    @Args('callOff', {
      type: () => [ID],
      defaultValue: [],
      description: 'Published visits without a place in the plan that are called off.',
    })
    callOff: string[],
  ): Promise<PartPreview> {
    return this.publishing.previewPart(actor, runId, { only, callOff });
  }

  @ResolveField(() => [PlanningFindingType], {
    description: 'What is wrong or odd with what the planner was given; the plan is made of the rest.',
  })
  async findings(
    @Parent() run: PlanningRun,
    @Context() context: RequestContext,
  ): Promise<readonly SpokenFinding[]> {
    return context.loaders.findings.load(run.id);
  }

  @ResolveField(() => PlanningProgressType, { nullable: true, description: 'How far it has come.' })
  progress(@Parent() { progress }: PlanningRun): PlanningProgressType | null {
    if (!progress) return null;
    const { tiers, bound } = progress;
    return { ...progress, tiers: [...tiers], bound: bound && [...bound], gap: gapOf(tiers, bound) };
  }

  @ResolveField(() => PlanningScoreType, { nullable: true, description: 'What the plan is judged by.' })
  score(@Parent() run: PlanningRun): PlanningScoreType | null {
    return scoreInTiers(run);
  }

  @ResolveField(() => Int, { description: 'Version of the policy that it was made by; 0 = the defaults.' })
  policyVersion(@Parent() run: PlanningRun): number {
    return run.policy?.version ?? 0;
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

  @ResolveField(() => PublicationOrderType, {
    nullable: true,
    description: 'Its latest order to be published: it waits, or what became of it; null without one.',
  })
  async publicationOrder(
    @Parent() run: PlanningRun,
    @Context() context: RequestContext,
  ): Promise<PublicationOrder | null> {
    return (await context.loaders.publicationOrder.load(run.id))[0] ?? null;
  }

  @ResolveField(() => [PlanningRunActionEnum], { description: 'What you may do with it now.' })
  async viewerActions(
    @Parent() run: PlanningRun,
    @CurrentActor() actor: Actor,
    @Context() context: RequestContext,
  ): Promise<PlanningRunAction[]> {
    const actions = planningRunActionsOf(actor, run);
    if (actions.length === 0) return actions;
    // What waits to be published is not changed: it is taken back first.
    const [order] = await context.loaders.publicationOrder.load(run.id);
    return order?.isWaiting ? [] : actions;
  }
}
