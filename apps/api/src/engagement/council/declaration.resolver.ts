import type { Municipality } from '@banso/directory';
import {
  type Declaration,
  DeclarationService,
  type DeclarationSignatory,
  listDeclarations,
} from '@banso/engagement';
import type { Actor } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../../access.js';
import { MunicipalityType } from '../../directory/municipality.graphql.js';
import type { RequestContext } from '../../request-context.js';
import {
  DeclarationInput,
  DeclarationSignatoryType,
  DeclarationType,
  SignatureInput,
} from './council.graphql.js';

const signatory = { type: () => ID, description: 'Who signs.' };

@Resolver(() => DeclarationType)
export class DeclarationResolver {
  constructor(
    private readonly db: Db,
    private readonly service: DeclarationService,
  ) {}

  @Query(() => [DeclarationType], { description: "Your prefecture's declarations, the latest first." })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  declarations(@CurrentActor() actor: Actor): Promise<Declaration[]> {
    return this.db.read(actor, (tx) => listDeclarations(tx, actor));
  }

  @Mutation(() => DeclarationType, { description: 'Draws up a declaration, or changes its words.' })
  @Allow('HUB_COORDINATOR')
  keepDeclaration(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The declaration.' }) input: DeclarationInput,
  ): Promise<Declaration> {
    return this.service.keep(actor, input);
  }

  @Mutation(() => DeclarationSignatoryType, { description: 'Notes a signature.' })
  @Allow('HUB_COORDINATOR')
  signDeclaration(
    @CurrentActor() actor: Actor,
    @Args('id', signatory) id: string,
    @Args('input', { description: 'Who signed, and when.' }) input: SignatureInput,
  ): Promise<DeclarationSignatory> {
    return this.service.sign(actor, id, input);
  }

  @Mutation(() => DeclarationSignatoryType, { description: 'Takes back a signature noted by mistake.' })
  @Allow('HUB_COORDINATOR')
  takeBackSignature(
    @CurrentActor() actor: Actor,
    @Args('id', signatory) id: string,
  ): Promise<DeclarationSignatory> {
    return this.service.takeBack(actor, id);
  }

  @ResolveField(() => [DeclarationSignatoryType], { description: 'The prefecture first, then its towns.' })
  async signatories(
    @Parent() { id }: Declaration,
    @Context() { loaders }: RequestContext,
  ): Promise<DeclarationSignatory[]> {
    return [...(await loaders.signatories.load(id))];
  }

  @ResolveField(() => ID, { description: 'Its version; whoever rewrites it says which one was read.' })
  version(@Parent() { id }: Declaration, @Context() { loaders }: RequestContext): Promise<string> {
    return loaders.version.declaration.load(id);
  }
}

@Resolver(() => DeclarationSignatoryType)
export class DeclarationSignatoryResolver {
  @ResolveField(() => MunicipalityType, {
    nullable: true,
    description: 'The town; null for the prefecture itself.',
  })
  async municipality(
    @Parent() { municipalityId }: DeclarationSignatory,
    @Context() { loaders }: RequestContext,
  ): Promise<Municipality | null> {
    return municipalityId === null ? null : loaders.municipality.load(municipalityId);
  }
}
