import { parseDateRange } from '@banso/directory';
import type { Actor, LocalDate } from '@banso/kernel';
import { Db } from '@banso/platform';
import { amountWords, reckonStatement, type StatementLine } from '@banso/settlement';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../../access.js';
import { LocalDateScalar } from '../../local-date.scalar.js';
import { CostStatementLineType } from './statement.graphql.js';

const day = (description: string) => ({ type: () => LocalDateScalar, description });

function lineOf(line: StatementLine): CostStatementLineType {
  const { terms, from, to, fiscalYear, totalYen, version: matrixVersion } = line;
  const { item, label, clauseNo } = terms;
  const { ja: formulaJa, en: formulaEn } = amountWords(line);
  const borne = line.shares.map(({ partyId, yen }) => ({ partyId, yen }));
  return {
    item,
    label,
    clauseNo,
    matrixVersion,
    from,
    to,
    fiscalYear,
    totalYen,
    formulaJa,
    formulaEn,
    borne,
  };
}

@Resolver(() => CostStatementLineType)
export class CostStatementResolver {
  constructor(private readonly db: Db) {}

  @Query(() => [CostStatementLineType], {
    description:
      'What an agreement costs in a period of at most 500 days, and who bears it, as things stand now.',
  })
  @Allow('HUB_STAFF')
  async costStatement(
    @CurrentActor() actor: Actor,
    @Args('agreementId', { type: () => ID, description: 'The agreement.' }) agreementId: string,
    @Args('from', day('First day.')) from: LocalDate,
    @Args('to', day('Last day.')) to: LocalDate,
  ): Promise<CostStatementLineType[]> {
    const period = parseDateRange({ from, to });
    const { lines } = await this.db.read(actor, (tx) => reckonStatement(tx, actor, { agreementId, period }));
    return lines.map(lineOf);
  }
}
