import type { Municipality } from '@banso/directory';
import {
  nextVersion,
  type PartPreview,
  type PlanningRun,
  PlanningRunService,
  PlanPresenceService,
  type PlanPublication,
  type Present,
  type PublicationOrder,
  PublicationOrderService,
  type PublicationRecord,
  publicationRecord,
  RestoringService,
  type Restoration,
  type ToldParty,
  toldOf,
  versionOf,
  waitingOrders,
} from '@banso/dispatch';
import type { Actor } from '@banso/kernel';
import { Db } from '@banso/platform';
import type { Specialist } from '@banso/talent';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { MunicipalityType } from '../directory/municipality.graphql.js';
import { sentenceOf } from '../messages/index.js';
import type { RequestContext } from '../request-context.js';
import { SpecialistType } from '../talent/specialist.graphql.js';
import { PlanPartType } from './plan-part.graphql.js';
import { PlanningRunType, PlanPublicationType } from './planning-run.graphql.js';
import {
  PersonPresentType,
  PublicationOrderType,
  PublicationRecordType,
  RestorationType,
  ToldPartyType,
} from './publication.graphql.js';
import { SentenceType } from './sentence.graphql.js';

/** It judges a whole version. */
const COSTLY = 500;
const run = { type: () => ID, description: 'The planning run.' };
const order = { type: () => ID, description: 'What waits to be published.' };
const version = { type: () => ID, description: 'The older version, by its id.' };

@Resolver(() => PublicationOrderType)
export class PublicationResolver {
  constructor(
    private readonly db: Db,
    private readonly orders: PublicationOrderService,
    private readonly restoring: RestoringService,
    private readonly presence: PlanPresenceService,
    private readonly runs: PlanningRunService,
  ) {}

  @Query(() => [PublicationOrderType], { description: 'What waits to be published, the next first.' })
  @Allow('HUB_STAFF')
  publicationOrders(@CurrentActor() actor: Actor): Promise<PublicationOrder[]> {
    return this.db.read(actor, (tx) => waitingOrders(tx, actor));
  }

  @Mutation(() => PublicationOrderType, {
    description:
      'Publishes a plan, or the named part of it, when the hold of the policy is over; without a hold at once. Until then nobody outside sees or hears anything.',
  })
  @Allow('HUB_COORDINATOR')
  schedulePublication(
    @CurrentActor() actor: Actor,
    @Args('id', run) runId: string,
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
    @Args('words', {
      type: () => String,
      nullable: true,
      description: 'A line for those who are told, at most 200 characters.',
    })
    words?: string | null,
  ): Promise<PublicationOrder> {
    return this.orders.order(actor, runId, { only, callOff, words });
  }

  @Mutation(() => PublicationOrderType, { description: 'Takes back what waits to be published.' })
  @Allow('HUB_COORDINATOR')
  takeBackPublication(
    @CurrentActor() actor: Actor,
    @Args('id', order) id: string,
  ): Promise<PublicationOrder> {
    return this.orders.takeBack(actor, id);
  }

  @Mutation(() => PublicationOrderType, { description: 'Publishes at once what waits to be published.' })
  @Allow('HUB_COORDINATOR')
  sendPublicationNow(@CurrentActor() actor: Actor, @Args('id', order) id: string): Promise<PublicationOrder> {
    return this.orders.sendNow(actor, id);
  }

  @Query(() => PublicationRecordType, { description: 'A published version with what it made of each visit.' })
  @Allow('HUB_STAFF')
  planPublication(
    @CurrentActor() actor: Actor,
    @Args('publicationId', { type: () => ID, description: 'The version, by its id.' }) publicationId: string,
  ): Promise<PublicationRecord> {
    return this.db.read(actor, (tx) => publicationRecord(tx, actor, publicationId));
  }

  @Query(() => RestorationType, {
    description:
      'What going back to an older version would do today, and what cannot go back. Changes nothing.',
    complexity: COSTLY,
  })
  @Allow('HUB_STAFF')
  planRestoration(
    @CurrentActor() actor: Actor,
    @Args('publicationId', version) publicationId: string,
  ): Promise<Restoration> {
    return this.restoring.preview(actor, publicationId);
  }

  @Mutation(() => PlanPublicationType, {
    description:
      'Goes back to an older version as far as the rules and today allow: as a new version, of which only the differences are told.',
  })
  @Allow('HUB_COORDINATOR')
  restorePublication(
    @CurrentActor() actor: Actor,
    @Args('publicationId', version) publicationId: string,
    @Args('latest', { type: () => Int, description: 'The version in force that you have seen.' })
    latest: number,
  ): Promise<PlanPublication> {
    return this.restoring.restore(actor, publicationId, { latest });
  }

  @Mutation(() => PlanningRunType, {
    description: 'Keeps a plan under a name, to come back to; an empty name takes it away.',
  })
  @Allow('HUB_COORDINATOR')
  namePlanningRun(
    @CurrentActor() actor: Actor,
    @Args('id', run) id: string,
    @Args('name', { description: 'At most 60 characters.' }) name: string,
  ): Promise<PlanningRun> {
    return this.runs.name(actor, id, { name });
  }

  @Mutation(() => [PersonPresentType], {
    description:
      'Says that you have a plan before you, or no longer; answers who else has. Worth 45 seconds.',
  })
  @Allow('HUB_COORDINATOR')
  bePresent(
    @CurrentActor() actor: Actor,
    @Args('runId', run) runId: string,
    @Args('here', { defaultValue: true, description: 'False when you leave.' }) here: boolean,
  ): Promise<Present[]> {
    return this.presence.tell(actor, runId, here);
  }

  @ResolveField(() => Int, { description: 'The number that the version has, or will have as things are.' })
  async version(@Parent() one: PublicationOrder, @CurrentActor() actor: Actor): Promise<number> {
    return this.db.read(actor, async (tx) => {
      if (one.publicationId === null) return nextVersion(tx, one.prefectureId);
      return versionOf(tx, actor, one.publicationId);
    });
  }

  @ResolveField(() => SentenceType, { nullable: true, description: 'Why it could not be published.' })
  refusal(@Parent() { refusal }: PublicationOrder): SentenceType | null {
    if (!refusal) return null;
    const facts: unknown = JSON.parse(refusal.facts);
    const said = { reason: refusal.reason, facts };
    return { ja: sentenceOf(said, 'ja'), en: sentenceOf(said, 'en') };
  }
}

@Resolver(() => PlanPartType)
export class PlanPartResolver {
  constructor(private readonly db: Db) {}

  @ResolveField(() => [ToldPartyType], { description: 'Who is told of it, and how they are reached.' })
  told(@Parent() { changes }: PartPreview, @CurrentActor() actor: Actor): Promise<ToldParty[]> {
    return this.db.read(actor, (tx) => toldOf(tx, actor, changes));
  }
}

@Resolver(() => ToldPartyType)
export class ToldPartyResolver {
  @ResolveField(() => MunicipalityType, { nullable: true, description: 'The town; null = a specialist.' })
  async municipality(
    @Parent() { municipalityId }: ToldParty,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return municipalityId === null ? null : context.loaders.municipality.load(municipalityId);
  }

  @ResolveField(() => SpecialistType, { nullable: true, description: 'The specialist; null = a town.' })
  async specialist(
    @Parent() { specialistId }: ToldParty,
    @Context() context: RequestContext,
  ): Promise<Specialist | null> {
    return specialistId === null ? null : context.loaders.specialist.load(specialistId);
  }
}
