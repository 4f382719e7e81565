import type { Municipality } from '@banso/directory';
import {
  type DemandAnswer,
  DemandService,
  type DemandSum,
  type DemandSurvey,
  getSurvey,
  listSurveys,
  sumDemand,
} from '@banso/engagement';
import { type Actor, Clock } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../../access.js';
import { MunicipalityType } from '../../directory/municipality.graphql.js';
import type { RequestContext } from '../../request-context.js';
import { versionOf } from '../joint-loaders.js';
import {
  DemandAnswerInput,
  DemandAnswerType,
  DemandSumType,
  DemandSurveyInput,
  DemandSurveyType,
} from './survey.graphql.js';

const id = { type: () => ID, description: 'The survey.' };

@Resolver(() => DemandSurveyType)
export class DemandSurveyResolver {
  constructor(
    private readonly db: Db,
    private readonly service: DemandService,
    private readonly clock: Clock,
  ) {}

  @Query(() => [DemandSurveyType], { description: 'Surveys of your prefecture, the latest first.' })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  demandSurveys(@CurrentActor() actor: Actor): Promise<DemandSurvey[]> {
    return this.db.read(actor, (tx) => listSurveys(tx, actor));
  }

  @Query(() => DemandSurveyType, { description: 'One survey.' })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  demandSurvey(@CurrentActor() actor: Actor, @Args('id', id) surveyId: string): Promise<DemandSurvey> {
    return this.db.read(actor, (tx) => getSurvey(tx, actor, surveyId));
  }

  @Mutation(() => DemandSurveyType, { description: 'Opens a survey for all towns.' })
  @Allow('HUB_COORDINATOR')
  openDemandSurvey(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is asked, and until when.' }) input: DemandSurveyInput,
  ): Promise<DemandSurvey> {
    return this.service.open(actor, input);
  }

  @Mutation(() => DemandAnswerType, {
    description: 'Answers for your town, or answers anew until the deadline.',
  })
  @Allow('TOWN_REQUESTER')
  answerDemandSurvey(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The whole answer.' }) input: DemandAnswerInput,
  ): Promise<DemandAnswer> {
    return this.service.answer(actor, input);
  }

  @Mutation(() => DemandSurveyType, { description: 'Closes a survey; no answer comes after.' })
  @Allow('HUB_COORDINATOR')
  closeDemandSurvey(@CurrentActor() actor: Actor, @Args('id', id) surveyId: string): Promise<DemandSurvey> {
    return this.service.close(actor, surveyId);
  }

  @ResolveField(() => Boolean, { description: 'Whether towns may answer today.' })
  takesAnswers(@Parent() survey: DemandSurvey): boolean {
    return survey.takesAnswersOn(this.clock.today());
  }

  @ResolveField(() => [DemandAnswerType], {
    description: "For the hub every town's answer, for a town its own.",
  })
  answers(
    @Parent() survey: DemandSurvey,
    @Context() { loaders }: RequestContext,
  ): Promise<readonly DemandAnswer[]> {
    return loaders.joint.demandAnswers.load(survey.id);
  }

  @ResolveField(() => [DemandSumType], {
    description: 'What the towns want together, by profile; for a town the sum of its own answer.',
  })
  async sums(@Parent() survey: DemandSurvey, @Context() { loaders }: RequestContext): Promise<DemandSum[]> {
    return sumDemand(survey, await loaders.joint.demandAnswers.load(survey.id));
  }
}

@Resolver(() => DemandAnswerType)
export class DemandAnswerResolver {
  @ResolveField(() => MunicipalityType, { description: 'The town.' })
  async municipality(
    @Parent() answer: DemandAnswer,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return context.loaders.municipality.load(answer.municipalityId);
  }

  @ResolveField(() => ID, { description: 'Its version; whoever answers anew says which one was read.' })
  version(@Parent() answer: DemandAnswer, @Context() { loaders }: RequestContext): Promise<string> {
    return versionOf(loaders.joint.answerVersion, `${answer.surveyId}/${answer.municipalityId}`);
  }
}
