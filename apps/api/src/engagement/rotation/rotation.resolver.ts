import type { Municipality } from '@banso/directory';
import {
  getRotation,
  type JudgedMove,
  judgedMoves,
  listRotations,
  type Placement,
  type Rotation,
  RotationService,
  type RotationTarget,
} from '@banso/engagement';
import type { Actor } from '@banso/kernel';
import { Db } from '@banso/platform';
import type { Specialist } from '@banso/talent';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../../access.js';
import { MunicipalityType } from '../../directory/municipality.graphql.js';
import { sentenceOf } from '../../messages/index.js';
import type { RequestContext } from '../../request-context.js';
import { SpecialistType } from '../../talent/specialist.graphql.js';
import { versionOf } from '../joint-loaders.js';
import { PlacementType } from '../placements/placement.graphql.js';
import { RotationInputType, RotationMoveType, RotationTargetType, RotationType } from './rotation.graphql.js';

const id = { type: () => ID, description: 'The rotation.' };

@Resolver(() => RotationType)
export class RotationResolver {
  constructor(
    private readonly db: Db,
    private readonly service: RotationService,
  ) {}

  @Query(() => [RotationType], { description: 'Rotations, the latest day first.' })
  @Allow('HUB_STAFF')
  rotations(@CurrentActor() actor: Actor): Promise<Rotation[]> {
    return this.db.read(actor, (tx) => listRotations(tx, actor));
  }

  @Query(() => RotationType, { description: 'One rotation.' })
  @Allow('HUB_STAFF')
  rotation(@CurrentActor() actor: Actor, @Args('id', id) rotationId: string): Promise<Rotation> {
    return this.db.read(actor, (tx) => getRotation(tx, actor, rotationId));
  }

  @Mutation(() => RotationType, { description: 'Draws a rotation up, or changes a draft.' })
  @Allow('HUB_COORDINATOR')
  draftRotation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'All of it.' }) input: RotationInputType,
  ): Promise<Rotation> {
    return this.service.draft(actor, input);
  }

  @Mutation(() => RotationType, {
    description:
      'Makes all changes, or none: the old placements end, the new are planned until their gate opens.',
  })
  @Allow('HUB_COORDINATOR')
  applyRotation(@CurrentActor() actor: Actor, @Args('id', id) rotationId: string): Promise<Rotation> {
    return this.service.apply(actor, rotationId);
  }

  @Mutation(() => RotationType, { description: 'Takes a draft back.' })
  @Allow('HUB_COORDINATOR')
  withdrawRotation(@CurrentActor() actor: Actor, @Args('id', id) rotationId: string): Promise<Rotation> {
    return this.service.withdraw(actor, rotationId);
  }

  @ResolveField(() => ID, { description: 'Its version; whoever rewrites it says which one was read.' })
  version(@Parent() rotation: Rotation, @Context() { loaders }: RequestContext): Promise<string> {
    return versionOf(loaders.joint.rotationVersion, rotation.id);
  }

  @ResolveField(() => [RotationMoveType], {
    description: 'Its changes; of a draft, with what keeps them from being made.',
  })
  moves(@Parent() rotation: Rotation, @CurrentActor() actor: Actor): Promise<JudgedMove[]> {
    return this.db.read(actor, (tx) => judgedMoves(tx, actor, rotation));
  }
}

@Resolver(() => RotationMoveType)
export class RotationMoveResolver {
  @ResolveField(() => SpecialistType, { nullable: true, description: 'Who moves.' })
  async specialist(
    @Parent() move: JudgedMove,
    @Context() context: RequestContext,
  ): Promise<Specialist | null> {
    return context.loaders.specialist.load(move.specialistId);
  }

  @ResolveField(() => PlacementType, { nullable: true, description: 'The placement that ends.' })
  async leaves(
    @Parent() move: JudgedMove,
    @Context() { loaders }: RequestContext,
  ): Promise<Placement | null> {
    return move.leavesId ? ((await loaders.joint.placement.load(move.leavesId))[0] ?? null) : null;
  }

  @ResolveField(() => [String], { description: 'Why a draft cannot make this change; in your language.' })
  obstacles(@Parent() move: JudgedMove, @Context() { locale }: RequestContext): string[] {
    return move.obstacles.map((obstacle) => sentenceOf({ ...obstacle }, locale));
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Training that the new placement waits for; in your language. No obstacle: it stays planned.',
  })
  gate(@Parent() move: JudgedMove, @Context() { locale }: RequestContext): string | null {
    return move.gate && sentenceOf({ ...move.gate }, locale);
  }
}

@Resolver(() => RotationTargetType)
export class RotationTargetResolver {
  @ResolveField(() => MunicipalityType, { nullable: true, description: 'The town.' })
  async municipality(
    @Parent() target: RotationTarget,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return context.loaders.municipality.load(target.municipalityId);
  }
}
