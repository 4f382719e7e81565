import type { Agreement, AgreementClause } from '@banso/engagement';
import type { Actor } from '@banso/kernel';
import { Db } from '@banso/platform';
import {
  clausesOf,
  CostActualService,
  CostMatrixService,
  type CostMatrixVersion,
  type CostParty,
  getCostAgreement,
  listCostActuals,
  listCostAgreements,
  listCostMatrices,
} from '@banso/settlement';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../../access.js';
import type { RequestContext } from '../../request-context.js';
import {
  CostActualInput,
  CostActualType,
  CostAgreementType,
  CostClauseType,
  CostMatrixInput,
  CostMatrixType,
  CostPartyType,
} from './costs.graphql.js';

const agreement = { type: () => ID, description: 'The agreement.' };

const matrixOf = ({ lines, ...matrix }: CostMatrixVersion): CostMatrixType => ({
  ...matrix,
  lines: lines.map((line) => ({ ...line, shares: [...line.shares] })),
});

@Resolver(() => CostAgreementType)
export class CostsResolver {
  constructor(
    private readonly db: Db,
    private readonly matrices: CostMatrixService,
    private readonly actuals: CostActualService,
  ) {}

  @Query(() => [CostAgreementType], {
    description: 'Agreements whose costs you may read, at most 200, the latest term first.',
  })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  costAgreements(@CurrentActor() actor: Actor): Promise<Agreement[]> {
    return this.db.read(actor, (tx) => listCostAgreements(tx, actor));
  }

  @Query(() => CostAgreementType, { description: 'One of them.' })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  costAgreement(@CurrentActor() actor: Actor, @Args('id', agreement) id: string): Promise<Agreement> {
    return this.db.read(actor, (tx) => getCostAgreement(tx, actor, id));
  }

  @Query(() => [CostMatrixType], {
    description: 'Every version of who bears what under an agreement, the latest first.',
  })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  async costMatrices(
    @CurrentActor() actor: Actor,
    @Args('agreementId', agreement) agreementId: string,
  ): Promise<CostMatrixType[]> {
    const found = await this.db.read(actor, (tx) => listCostMatrices(tx, actor, agreementId));
    return found.map(matrixOf);
  }

  @Query(() => [CostActualType], {
    description: 'Amounts entered for rows and months, at most 500, the latest month first.',
  })
  @Allow('HUB_STAFF')
  costActuals(
    @CurrentActor() actor: Actor,
    @Args('agreementId', agreement) agreementId: string,
  ): Promise<CostActualType[]> {
    return this.db.read(actor, (tx) => listCostActuals(tx, actor, agreementId));
  }

  @Mutation(() => CostMatrixType, {
    description:
      'Says who bears what from a day on; what was said before is kept, and bills are not touched.',
  })
  @Allow('HUB_COORDINATOR')
  async setCostMatrix(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'All rows, and from when they hold.' }) input: CostMatrixInput,
  ): Promise<CostMatrixType> {
    return matrixOf(await this.matrices.set(actor, input));
  }

  @Mutation(() => CostActualType, { description: 'Enters what a row cost in a month that is not billed.' })
  @Allow('HUB_COORDINATOR')
  enterCostActual(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The row, the month, the yen and the paper.' }) input: CostActualInput,
  ): Promise<CostActualType> {
    return this.actuals.enter(actor, input);
  }

  @Mutation(() => CostActualType, { description: 'Takes an entered amount back; that it was there is kept.' })
  @Allow('HUB_COORDINATOR')
  removeCostActual(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The amount.' }) id: string,
  ): Promise<CostActualType> {
    return this.actuals.remove(actor, id);
  }

  @ResolveField(() => [CostPartyType], { description: 'Its parties, in their order.' })
  async parties(
    @Parent() one: CostAgreementType,
    @Context() context: RequestContext,
  ): Promise<readonly CostParty[]> {
    return context.loaders.costParties.load(one.id);
  }

  @ResolveField(() => [CostClauseType], { description: 'Its articles, by number.' })
  clauses(@Parent() one: CostAgreementType, @CurrentActor() actor: Actor): Promise<AgreementClause[]> {
    return this.db.read(actor, (tx) => clausesOf(tx, [one.id]));
  }
}
