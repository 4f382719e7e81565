import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PlanViolationType } from './explanation.graphql.js';
import { VisitChangeType } from './repair.graphql.js';

@ObjectType('PlanPartNames', { description: 'A part of a plan, as it is named when it is published.' })
export class PlanPartNamesType {
  @Field(() => [ID], { description: 'Proposed visits.' })
  only: readonly string[];

  @Field(() => [ID], { description: 'Published visits that are called off.' })
  callOff: readonly string[];
}

@ObjectType('PlanPart', { description: 'What publishing a part of a plan would do.' })
export class PlanPartType {
  @Field(() => ID, { description: 'The planning run.' })
  runId: string;

  @Field(() => [VisitChangeType], { description: 'Exactly what would change.' })
  changes: readonly VisitChangeType[];

  @Field({
    description: 'False: the calendar has changed so much that it cannot be done even with the whole plan.',
  })
  possible: boolean;

  @Field(() => [VisitChangeType], {
    description:
      'The fewest further changes without which it cannot be done; empty: it can be done as it is.',
  })
  alsoNeeded: readonly VisitChangeType[];

  @Field(() => PlanPartNamesType, { description: 'The same, to be named with the others.' })
  needed: PlanPartNamesType;

  @Field(() => [PlanViolationType], { description: 'The rules that stand against the part by itself.' })
  violations: readonly PlanViolationType[];
}
