import { type Actor, Clock } from '@banso/kernel';
import { Db } from '@banso/platform';
import {
  type AllocationTaxRule,
  AllocationTaxService,
  taxEvidence,
  type TaxEvidenceTable,
} from '@banso/settlement';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../../access.js';
import { taxEvidenceCsv } from './tax-evidence-csv.js';
import {
  TaxEvidenceFileType,
  TaxEvidenceType,
  TaxMeasureInput,
  TaxMeasureType,
} from './tax-evidence.graphql.js';

const year = { type: () => Int, description: 'The fiscal year, from April.' };

const tableOf = ({
  rows,
  totals,
  agreements,
  parties,
  measures,
  fiscalYear,
  until,
}: TaxEvidenceTable): TaxEvidenceType => ({
  fiscalYear,
  until,
  measures: [...measures],
  agreements: [...agreements],
  parties: [...new Map(parties.map((party) => [party.id, party])).values()],
  rows: rows.map((row) => ({ ...row, persons: [...row.persons], costs: [...row.costs] })),
  totals: [...totals],
});

@Resolver(() => TaxEvidenceType)
export class TaxEvidenceResolver {
  constructor(
    private readonly db: Db,
    private readonly service: AllocationTaxService,
    private readonly clock: Clock,
  ) {}

  @Query(() => TaxEvidenceType, {
    description:
      'What each body has borne in the months of a fiscal year that are over, held against each measure.',
  })
  @Allow('HUB_STAFF')
  async taxEvidence(
    @CurrentActor() actor: Actor,
    @Args('fiscalYear', year) fiscalYear: number,
  ): Promise<TaxEvidenceType> {
    const today = this.clock.today();
    return tableOf(await this.db.read(actor, (tx) => taxEvidence(tx, actor, { fiscalYear, today })));
  }

  @Mutation(() => TaxEvidenceFileType, {
    description: 'The same as a file: one row for each figure. That it was taken is logged.',
  })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER', 'HUB_AUDITOR')
  async exportTaxEvidence(
    @CurrentActor() actor: Actor,
    @Args('fiscalYear', year) fiscalYear: number,
  ): Promise<TaxEvidenceFileType> {
    const content = taxEvidenceCsv(await this.service.export(actor, fiscalYear));
    return { name: `tax-evidence-${fiscalYear}.csv`, content };
  }

  @Mutation(() => TaxMeasureType, { description: 'Enters a measure with its source.' })
  @Allow('HUB_COORDINATOR')
  stateTaxMeasure(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'As the source states it.' }) input: TaxMeasureInput,
  ): Promise<AllocationTaxRule> {
    return this.service.state(actor, input);
  }

  @Mutation(() => TaxMeasureType, { description: 'Takes a measure back; that it was there is kept.' })
  @Allow('HUB_COORDINATOR')
  removeTaxMeasure(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The measure.' }) id: string,
  ): Promise<AllocationTaxRule> {
    return this.service.remove(actor, id);
  }
}
