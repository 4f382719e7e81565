import { type Employment, EmploymentService, listEmployments } from '@banso/engagement';
import type { Actor } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../../access.js';
import { LocalDateScalar } from '../../local-date.scalar.js';
import { EmploymentInputType, EmploymentType } from './training.graphql.js';

const id = { type: () => ID, description: 'The appointment.' };
const reason = { description: 'Why; kept with it.' };
const specialist = { type: () => ID, description: 'Whose.' };

@Resolver(() => EmploymentType)
export class EmploymentResolver {
  constructor(
    private readonly db: Db,
    private readonly service: EmploymentService,
  ) {}

  @Query(() => [EmploymentType], {
    description: 'How somebody is and was appointed, the latest first, also what was taken back.',
  })
  @Allow('HUB_STAFF', 'SPECIALIST')
  employments(
    @CurrentActor() actor: Actor,
    @Args('specialistId', specialist) specialistId: string,
  ): Promise<Employment[]> {
    return this.db.read(actor, (tx) => listEmployments(tx, actor, specialistId));
  }

  @Mutation(() => EmploymentType, { description: 'Appoints somebody; never two appointments at a time.' })
  @Allow('HUB_COORDINATOR')
  recordEmployment(
    @CurrentActor() actor: Actor,
    @Args('specialistId', specialist) specialistId: string,
    @Args('input', { description: 'How, by whom, for how long.' }) input: EmploymentInputType,
  ): Promise<Employment> {
    return this.service.record(actor, specialistId, input);
  }

  @Mutation(() => EmploymentType, { description: 'Ends an appointment on a day of its term.' })
  @Allow('HUB_COORDINATOR')
  endEmployment(
    @CurrentActor() actor: Actor,
    @Args('id', id) employmentId: string,
    @Args('on', { type: () => LocalDateScalar, description: 'Its last day.' }) on: string,
    @Args('reason', reason) why: string,
  ): Promise<Employment> {
    return this.service.end(actor, employmentId, { on, reason: why });
  }

  @Mutation(() => EmploymentType, {
    description: 'Takes an appointment back that never was; it stays in the record.',
  })
  @Allow('HUB_COORDINATOR')
  takeEmploymentBack(
    @CurrentActor() actor: Actor,
    @Args('id', id) employmentId: string,
    @Args('reason', reason) why: string,
  ): Promise<Employment> {
    return this.service.takeBack(actor, employmentId, why);
  }
}
