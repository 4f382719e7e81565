import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { VisitChangeType } from './repair.graphql.js';
import { PriceType } from './slot.graphql.js';

@ObjectType('TownFigures', { description: 'How a plan treats one town.' })
export class TownFiguresType {
  @Field(() => ID, { description: 'The town.' })
  municipalityId: string;

  @Field(() => Int, { description: 'Visits to place.' })
  asked: number;

  @Field(() => Int, { description: 'Visits with a place.' })
  placed: number;

  @Field({ description: 'Whether one person at most does its IT.' })
  isOnePerson: boolean;
}

@ObjectType('SpecialistFigures', { description: 'How a plan treats one specialist.' })
export class SpecialistFiguresType {
  @Field(() => ID, { description: 'The specialist.' })
  specialistId: string;

  @Field(() => Int, { description: 'Days of work in the months of the plan.' })
  days: number;

  @Field(() => Int, { description: 'Days that can be asked for in them.' })
  capacity: number;
}

@ObjectType('PlanFigures', { description: 'How even a plan is over towns and specialists.' })
export class PlanFiguresType {
  @Field(() => ID, { description: 'The run.' })
  runId: string;

  @Field(() => Int, { description: 'Visits with a place.' })
  placed: number;

  @Field(() => Int, { description: 'Visits without one.' })
  unplaced: number;

  @Field(() => Int, {
    description: 'Sum of the weights of priority (1, 2, 4, 8) of the visits with a place.',
  })
  priorityPlaced: number;

  @Field(() => Int, { description: 'The same sum over all visits to place.' })
  priorityAsked: number;

  @Field(() => Int, {
    description: 'Most days that a visit waits after its due day; to the last day when left out.',
  })
  longestWaitDays: number;

  @Field(() => Float, { description: 'Days that placed visits wait after they were due, on average.' })
  meanWaitDays: number;

  @Field(() => Int, {
    description: 'Days of the specialist with the most, less those of the one with the least.',
  })
  daysSpread: number;

  @Field(() => Int, { description: 'Minutes of travel, buffer and fixed visits included.' })
  travelMinutes: number;

  @Field(() => Int, { description: 'Specialists on requests beyond the one needed.' })
  specialistChanges: number;

  @Field(() => Int, { description: 'Published visits that do not stay as they are.' })
  publishedMoved: number;

  @Field(() => Int, { description: 'Days above the monthly and weekly guidelines.' })
  guidelineDaysAbove: number;

  @Field(() => Int, { description: 'Nights away from home.' })
  nights: number;

  @Field(() => Int, { description: 'Towns with at least one visit.' })
  townsServed: number;

  @Field(() => Int, { description: 'Towns that asked and have none.' })
  townsLeftOut: number;

  @Field(() => Int, { description: 'Towns with one person at most for IT that have a visit.' })
  onePersonTownsServed: number;

  @Field(() => Int, { description: 'Towns with one person at most for IT that asked.' })
  onePersonTowns: number;

  @Field(() => Int, {
    description: 'Most minus least load, in thousandths of what a specialist can be asked for.',
  })
  loadSpread: number;

  @Field(() => [TownFiguresType], { description: 'By town, those with the most visits left out first.' })
  towns: TownFiguresType[];

  @Field(() => [SpecialistFiguresType], { description: 'By specialist, those with the highest load first.' })
  specialists: SpecialistFiguresType[];
}

@ObjectType('PlanComparison', { description: 'Two plans, visit by visit: what differs.' })
export class PlanComparisonType {
  @Field(() => ID, { description: 'The first run.' })
  beforeRunId: string;

  @Field(() => ID, { description: 'The second run.' })
  afterRunId: string;

  @Field(() => [VisitChangeType], { description: 'What is new, moved or gone in the second.' })
  changes: VisitChangeType[];

  @Field(() => Int, { description: 'Visits that are the same in both.' })
  unchanged: number;

  @Field(() => PriceType, {
    nullable: true,
    description: 'What the second costs on top of the first; null when their policies differ.',
  })
  price: PriceType | null;
}
