import {
  type Applicant,
  APPLICANT_NEXT,
  type ApplicantEvent,
  type ApplicantStatus,
  getApplicant,
  getRecruitment,
  listRecruitments,
  type Recruitment,
  RecruitmentService,
} from '@banso/engagement';
import type { Actor } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../../access.js';
import type { RequestContext } from '../../request-context.js';
import {
  ApplicantEventType,
  ApplicantInputType,
  ApplicantStatusEnum,
  ApplicantStepInputType,
  ApplicantType,
  HireInput,
  RecruitmentInputType,
  RecruitmentType,
} from './recruitment.graphql.js';

const ofRecruitment = { type: () => ID, description: 'The recruitment.' };
const ofApplicant = { type: () => ID, description: 'The applicant.' };

@Resolver(() => RecruitmentType)
export class RecruitmentResolver {
  constructor(
    private readonly db: Db,
    private readonly service: RecruitmentService,
  ) {}

  @Query(() => [RecruitmentType], { description: 'Recruitments, the one that closes last first.' })
  @Allow('HUB_STAFF')
  recruitments(@CurrentActor() actor: Actor): Promise<Recruitment[]> {
    return this.db.read(actor, (tx) => listRecruitments(tx, actor));
  }

  @Query(() => RecruitmentType, { description: 'One recruitment.' })
  @Allow('HUB_STAFF')
  recruitment(@CurrentActor() actor: Actor, @Args('id', ofRecruitment) id: string): Promise<Recruitment> {
    return this.db.read(actor, (tx) => getRecruitment(tx, actor, id));
  }

  @Query(() => ApplicantType, { description: 'One applicant.' })
  @Allow('HUB_STAFF')
  applicant(@CurrentActor() actor: Actor, @Args('id', ofApplicant) id: string): Promise<Applicant> {
    return this.db.read(actor, (tx) => getApplicant(tx, actor, id));
  }

  @Mutation(() => RecruitmentType, { description: 'Opens a recruitment.' })
  @Allow('HUB_COORDINATOR')
  openRecruitment(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who is looked for, and until when.' }) input: RecruitmentInputType,
  ): Promise<Recruitment> {
    return this.service.open(actor, input);
  }

  @Mutation(() => RecruitmentType, { description: 'Closes a recruitment; applications under way go on.' })
  @Allow('HUB_COORDINATOR')
  closeRecruitment(
    @CurrentActor() actor: Actor,
    @Args('id', ofRecruitment) id: string,
  ): Promise<Recruitment> {
    return this.service.close(actor, id);
  }

  @Mutation(() => ApplicantType, { description: 'Writes an application down.' })
  @Allow('HUB_COORDINATOR')
  addApplicant(
    @CurrentActor() actor: Actor,
    @Args('recruitmentId', ofRecruitment) recruitmentId: string,
    @Args('input', { description: 'Who applied.' }) input: ApplicantInputType,
  ): Promise<Applicant> {
    return this.service.receive(actor, recruitmentId, input);
  }

  @Mutation(() => ApplicantType, { description: 'Takes an application one step further, or ends it.' })
  @Allow('HUB_COORDINATOR')
  moveApplicant(
    @CurrentActor() actor: Actor,
    @Args('id', ofApplicant) id: string,
    @Args('input', { description: 'The step.' }) input: ApplicantStepInputType,
  ): Promise<Applicant> {
    return this.service.move(actor, id, input);
  }

  @Mutation(() => ApplicantType, {
    description: 'Hires somebody who was offered the place: a specialist and an appointment, in one step.',
  })
  @Allow('HUB_COORDINATOR')
  hireApplicant(
    @CurrentActor() actor: Actor,
    @Args('id', ofApplicant) id: string,
    @Args('input', { description: 'The specialist and the appointment.' }) input: HireInput,
  ): Promise<Applicant> {
    return this.service.hire(actor, id, input);
  }

  @ResolveField(() => [ApplicantType], { description: 'In the order in which they applied.' })
  applicants(
    @Parent() recruitment: Recruitment,
    @Context() { loaders }: RequestContext,
  ): Promise<readonly Applicant[]> {
    return loaders.joint.applicants.load(recruitment.id);
  }
}

@Resolver(() => ApplicantType)
export class ApplicantResolver {
  @ResolveField(() => [ApplicantEventType], { description: 'Every step, oldest first.' })
  history(
    @Parent() applicant: Applicant,
    @Context() { loaders }: RequestContext,
  ): Promise<readonly ApplicantEvent[]> {
    return loaders.joint.applicantHistory.load(applicant.id);
  }

  @ResolveField(() => [ApplicantStatusEnum], { description: 'Where it may go next.' })
  next(@Parent() applicant: Applicant): readonly ApplicantStatus[] {
    return APPLICANT_NEXT[applicant.status];
  }
}
