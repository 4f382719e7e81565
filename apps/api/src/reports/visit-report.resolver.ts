import type { Municipality } from '@banso/directory';
import type { Visit } from '@banso/dispatch';
import { type Actor, addDays, Clock, type LocalDate, localDateOf } from '@banso/kernel';
import { Db } from '@banso/platform';
import {
  EvaluationService,
  listSteps,
  mayCloseStep,
  offeredTopics,
  type OfferedTopic,
  readsInternalNote,
  ReportPaperService,
  reportSince,
  type ReportStep,
  type ReportTask,
  reportTasks,
  type StepFigures,
  stepFigures,
  type SupportEvaluation,
  type VisitReport,
  type VisitReportAction,
  visitReportActionsOf,
  VisitReportService,
} from '@banso/reports';
import type { SupportRequest } from '@banso/support';
import type { Specialist } from '@banso/talent';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowInPrefecture, CurrentActor } from '../access.js';
import { MunicipalityType } from '../directory/municipality.graphql.js';
import { VisitType } from '../dispatch/visit.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { type Connection, PageArgs, toConnection } from '../page.graphql.js';
import { PaperFileType } from '../paper.graphql.js';
import type { RequestContext } from '../request-context.js';
import { SupportRequestType } from '../support/support-request.graphql.js';
import { SpecialistType } from '../talent/specialist.graphql.js';
import {
  OfferedTopicType,
  RatingsInput,
  ReportStepConnection,
  ReportStepFilter,
  ReportStepFiguresType,
  ReportStepType,
  ReportTaskType,
  SupportEvaluationType,
  VisitReportActionEnum,
  VisitReportInput,
  VisitReportType,
} from './visit-report.graphql.js';

const visitId = { type: () => ID, description: 'The visit.' };
const TOWN = ['TOWN_REQUESTER', 'TOWN_APPROVER'] as const;

@Resolver(() => VisitReportType)
export class VisitReportResolver {
  constructor(
    private readonly reports: VisitReportService,
    private readonly evaluations: EvaluationService,
    private readonly papers: ReportPaperService,
  ) {}

  @Mutation(() => VisitReportType, {
    description: 'Keeps what was written about a visit so far, from its end on; nobody else is told.',
  })
  @Allow('SPECIALIST', 'HUB_COORDINATOR')
  saveVisitReport(
    @CurrentActor() actor: Actor,
    @Args('visitId', visitId) id: string,
    @Args('input', { description: 'What was written.' }) input: VisitReportInput,
  ): Promise<VisitReport> {
    return this.reports.save(actor, id, input);
  }

  @Mutation(() => VisitReportType, {
    description: 'Hands a report in: the visit is done and reported, and the town is asked to confirm it.',
  })
  @Allow('SPECIALIST', 'HUB_COORDINATOR')
  submitVisitReport(
    @CurrentActor() actor: Actor,
    @Args('visitId', visitId) id: string,
    @Args('input', { description: 'What was written.' }) input: VisitReportInput,
  ): Promise<VisitReport> {
    return this.reports.submit(actor, id, input);
  }

  @Mutation(() => VisitReportType, {
    description: 'Confirms that a visit took place as reported. The hub does so for a town with a reason.',
  })
  @Allow(...TOWN, 'HUB_COORDINATOR')
  confirmVisitReport(
    @CurrentActor() actor: Actor,
    @Args('visitId', visitId) id: string,
    @Args('thanks', {
      type: () => String,
      nullable: true,
      description: 'A word to whoever came; at most 300 characters.',
    })
    thanks?: string | null,
    @Args('reason', {
      type: () => String,
      nullable: true,
      description: 'Why the hub confirms it for the town; only there.',
    })
    reason?: string | null,
  ): Promise<VisitReport> {
    return this.reports.confirm(actor, id, { thanks, reason });
  }

  @Mutation(() => VisitReportType, { description: 'Sends a report back to be written again.' })
  @Allow(...TOWN)
  returnVisitReport(
    @CurrentActor() actor: Actor,
    @Args('visitId', visitId) id: string,
    @Args('reason', { description: 'What is wrong; the writer reads it.' }) reason: string,
  ): Promise<VisitReport> {
    return this.reports.return(actor, id, { reason });
  }

  @Mutation(() => SupportEvaluationType, {
    description: 'Says what one visit was worth, once it is confirmed.',
  })
  @Allow(...TOWN)
  evaluateVisit(
    @CurrentActor() actor: Actor,
    @Args('visitId', visitId) id: string,
    @Args('ratings', { description: 'Points and words.' }) ratings: RatingsInput,
  ): Promise<SupportEvaluation> {
    return this.evaluations.ofVisit(actor, id, ratings);
  }

  @Mutation(() => PaperFileType, {
    description: 'The report of a visit in Japanese, as PDF. That it was handed out is logged.',
  })
  @Allow('SPECIALIST', 'HUB_COORDINATOR', 'HUB_APPROVER', ...TOWN)
  async makeVisitReportPaper(
    @CurrentActor() actor: Actor,
    @Args('visitId', visitId) id: string,
  ): Promise<PaperFileType> {
    const { name, pdf } = await this.papers.ofVisit(actor, id);
    return { name, content: pdf.toString('base64') };
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'What was noted for the hub alone; null for everybody else but its writer.',
  })
  internalNote(@Parent() report: VisitReport, @CurrentActor() actor: Actor): string | null {
    return readsInternalNote(actor, report) ? report.internalNote : null;
  }

  @ResolveField(() => Boolean, { description: 'Whether the hub handed it in for whoever came.' })
  byHub(@Parent() report: VisitReport): boolean {
    return report.submittedByRole === 'HUB_STAFF';
  }

  @ResolveField(() => ID, { description: 'Its version; whoever rewrites it says which one was read.' })
  version(@Parent() report: VisitReport, @Context() context: RequestContext): Promise<string> {
    return context.loaders.version.visit_report.load(report.id);
  }
}

/** What a visit's page asks about its report. */
@Resolver(() => VisitType)
export class ReportOfVisitResolver {
  constructor(private readonly clock: Clock) {}

  @ResolveField(() => VisitReportType, {
    nullable: true,
    description: 'Its report; a town reads it once it was handed in.',
  })
  async report(@Parent() visit: Visit, @Context() context: RequestContext): Promise<VisitReport | null> {
    return (await context.loaders.reports.ofVisit.load(visit.id))[0] ?? null;
  }

  @ResolveField(() => LocalDateScalar, { description: 'By when its report is due.' })
  async reportDueOn(@Parent() visit: Visit, @Context() context: RequestContext): Promise<LocalDate> {
    const report = (await context.loaders.reports.ofVisit.load(visit.id))[0] ?? null;
    const [days] = await context.loaders.reports.days.load(visit.prefectureId);
    return addDays(localDateOf(reportSince(visit, report)), days?.reportDays ?? 0);
  }

  @ResolveField(() => [OfferedTopicType], { description: 'Words to tap for its report.' })
  async reportTopics(@Parent() visit: Visit, @Context() context: RequestContext): Promise<OfferedTopic[]> {
    const steps = await context.loaders.reports.steps.load(visit.supportRequestId);
    const open = steps.filter(({ status }) => status === 'OPEN');
    return offeredTopics(open, await context.loaders.reports.themeTopics.load(visit.supportRequestId));
  }

  @ResolveField(() => SupportEvaluationType, {
    nullable: true,
    description: 'What the town said it was worth; not told to specialists.',
  })
  async evaluation(
    @Parent() visit: Visit,
    @Context() context: RequestContext,
  ): Promise<SupportEvaluation | null> {
    const all = await context.loaders.reports.evaluations.load(visit.supportRequestId);
    return all.find((one) => one.visitId === visit.id) ?? null;
  }

  @ResolveField(() => [VisitReportActionEnum], { description: 'What you may do about its report now.' })
  async reportActions(
    @Parent() visit: Visit,
    @CurrentActor() actor: Actor,
    @Context() context: RequestContext,
  ): Promise<VisitReportAction[]> {
    const report = (await context.loaders.reports.ofVisit.load(visit.id))[0] ?? null;
    const all = await context.loaders.reports.evaluations.load(visit.supportRequestId);
    const evaluated = all.some((one) => one.visitId === visit.id);
    return visitReportActionsOf(actor, { visit, report, evaluated }, this.clock.now());
  }
}

@Resolver(() => ReportStepType)
export class ReportStepResolver {
  constructor(
    private readonly db: Db,
    private readonly reports: VisitReportService,
    private readonly clock: Clock,
  ) {}

  @Query(() => ReportStepConnection, { description: 'Next steps that you may see, the first due first.' })
  @AllowInPrefecture()
  async reportSteps(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Which ones; all when left out.' })
    filter?: ReportStepFilter,
  ): Promise<Connection<ReportStep>> {
    return toConnection(await this.db.read(actor, (tx) => listSteps(tx, actor, filter ?? {}, page)));
  }

  @Query(() => ReportStepFiguresType, {
    description: 'Which share of the next steps of a period was closed within 90 days.',
  })
  @AllowInPrefecture()
  reportStepFigures(
    @CurrentActor() actor: Actor,
    @Args('from', { type: () => LocalDateScalar, description: 'Agreed on this day or later.' }) from: string,
    @Args('to', { type: () => LocalDateScalar, description: 'And on this day or earlier.' }) to: string,
  ): Promise<StepFigures> {
    return this.db.read(actor, (tx) => stepFigures(tx, actor, { from, to }, this.clock.now()));
  }

  @Mutation(() => ReportStepType, {
    description: 'Says that a next step was done: by the side whose turn it was, or by the hub with a note.',
  })
  @Allow('SPECIALIST', 'HUB_COORDINATOR', ...TOWN)
  closeReportStep(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The next step.' }) id: string,
    @Args('note', { type: () => String, nullable: true, description: 'How; at most 300 characters.' })
    note?: string | null,
  ): Promise<ReportStep> {
    return this.reports.closeStep(actor, id, { note });
  }

  @ResolveField(() => Boolean, { description: 'Whether you may close it now.' })
  viewerCloses(@Parent() step: ReportStep, @CurrentActor() actor: Actor): boolean {
    return mayCloseStep(actor, step);
  }

  @ResolveField(() => SupportRequestType, { nullable: true, description: 'The case.' })
  async supportRequest(
    @Parent() step: ReportStep,
    @Context() context: RequestContext,
  ): Promise<SupportRequest | null> {
    return context.loaders.supportRequest.load(step.supportRequestId);
  }

  @ResolveField(() => MunicipalityType, { nullable: true, description: 'The town.' })
  async municipality(
    @Parent() step: ReportStep,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return context.loaders.municipality.load(step.municipalityId);
  }
}

@Resolver(() => ReportTaskType)
export class ReportTaskResolver {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Query(() => [ReportTaskType], {
    description:
      'What you owe about visits that were made, and for the hub what anybody owes: the first due first, 200 at most.',
  })
  @AllowInPrefecture()
  reportTasks(@CurrentActor() actor: Actor): Promise<ReportTask[]> {
    return this.db.read(actor, (tx) => reportTasks(tx, actor, { now: this.clock.now() }));
  }

  @ResolveField(() => SupportRequestType, { nullable: true, description: 'The case.' })
  async supportRequest(
    @Parent() task: ReportTask,
    @Context() context: RequestContext,
  ): Promise<SupportRequest | null> {
    return context.loaders.supportRequest.load(task.supportRequestId);
  }

  @ResolveField(() => MunicipalityType, { nullable: true, description: 'The town.' })
  async municipality(
    @Parent() task: ReportTask,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return context.loaders.municipality.load(task.municipalityId);
  }

  @ResolveField(() => SpecialistType, { nullable: true, description: 'Who came, where it is about a visit.' })
  async specialist(
    @Parent() task: ReportTask,
    @Context() context: RequestContext,
  ): Promise<Specialist | null> {
    return task.specialistId === null ? null : context.loaders.specialist.load(task.specialistId);
  }
}
