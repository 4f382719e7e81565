import { DispatchPaperService, PLAN_ORDERS, type PlanOrder } from '@banso/dispatch';
import type { Actor, LocalDate } from '@banso/kernel';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { enumOf } from '../enum.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { PaperFileType, toPaperFile } from '../paper.graphql.js';

const PlanOrderEnum = enumOf('PlanOrder', PLAN_ORDERS, 'By whom the visits of a month are put together.');

@Resolver()
export class DispatchPaperResolver {
  constructor(private readonly papers: DispatchPaperService) {}

  @Mutation(() => PaperFileType, {
    description:
      'The decision to send a specialist, in Japanese as PDF, with the days fixed so far. That it was handed out is logged.',
  })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER', 'TOWN_REQUESTER', 'TOWN_APPROVER', 'SPECIALIST')
  async makeDecisionNotice(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The support request.' }) id: string,
  ): Promise<PaperFileType> {
    return toPaperFile(await this.papers.decision(actor, id));
  }

  @Mutation(() => PaperFileType, {
    description:
      'The published visits of a month that you may see, in Japanese as PDF, at most 2,000. That it was handed out is logged.',
  })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER', 'TOWN_REQUESTER', 'TOWN_APPROVER', 'SPECIALIST')
  async makeVisitPlan(
    @CurrentActor() actor: Actor,
    @Args('month', { type: () => LocalDateScalar, description: 'Any day of the month, 2000 to 2099.' })
    month: LocalDate,
    @Args('order', {
      type: () => PlanOrderEnum,
      nullable: true,
      description: 'By person when left out.',
    })
    order?: PlanOrder | null,
  ): Promise<PaperFileType> {
    return toPaperFile(await this.papers.plan(actor, { month, order: order ?? undefined }));
  }
}
