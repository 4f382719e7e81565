import type { LocalDate } from '@banso/kernel';
import type { CostItem } from '@banso/settlement';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../../local-date.scalar.js';
import { CostItemEnum } from './costs.graphql.js';

@ObjectType('CostBorne', { description: 'What one party bears of a line.' })
export class CostBorneType {
  @Field(() => ID, { description: 'The party.' })
  partyId: string;

  @Field(() => Int, { description: 'Yen, with any remainder.' })
  yen: number;
}

@ObjectType('CostStatementLine', {
  description: 'What a row comes to in a slice of a period, as things stand now.',
})
export class CostStatementLineType {
  @Field(() => CostItemEnum, { description: 'The item.' })
  item: CostItem;

  @Field({ description: 'The name of the row.' })
  label: string;

  @Field(() => Int, { description: 'The article that says so.' })
  clauseNo: number;

  @Field(() => Int, { description: 'The version of the terms.' })
  matrixVersion: number;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  from: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  to: LocalDate;

  @Field(() => Int, { description: 'The fiscal year, from April.' })
  fiscalYear: number;

  @Field(() => Int, { description: 'Yen of all who share it.' })
  totalYen: number;

  @Field({ description: 'How it came about, in Japanese.' })
  formulaJa: string;

  @Field({ description: 'The same in English.' })
  formulaEn: string;

  @Field(() => [CostBorneType], { description: 'Who bears it.' })
  borne: CostBorneType[];
}
