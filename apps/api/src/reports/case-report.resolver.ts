import type { Municipality } from '@banso/directory';
import type { Actor } from '@banso/kernel';
import { Db } from '@banso/platform';
import {
  type AftermathAction,
  aftermathActionsOf,
  type CaseReport,
  type CaseReportAction,
  caseReportActionsOf,
  type CaseReportContent,
  type CaseReportEvent,
  CaseReportService,
  type CaseSheet,
  EvaluationService,
  type FollowUp,
  FollowUpService,
  getCaseReport,
  getSharedCase,
  listCaseReports,
  listFollowUps,
  listSharedCases,
  similarCases,
  type ReportDays,
  reportDaysOf,
  ReportPaperService,
  ReportPolicyService,
  type ReportStep,
  type SharedCase,
  type SupportEvaluation,
} from '@banso/reports';
import type { Audience, SupportRequest } from '@banso/support';
import type { SupportTheme } from '@banso/talent';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowInPrefecture, CurrentActor } from '../access.js';
import { MunicipalityType } from '../directory/municipality.graphql.js';
import { type Connection, PageArgs, toConnection } from '../page.graphql.js';
import { PaperFileType } from '../paper.graphql.js';
import type { RequestContext } from '../request-context.js';
import { AudienceEnum } from '../support/request-sheet.graphql.js';
import { SupportRequestType } from '../support/support-request.graphql.js';
import { SupportThemeType } from '../talent/support-theme.graphql.js';
import {
  CaseReportActionEnum,
  CaseReportConnection,
  CaseReportEventType,
  CaseReportFilter,
  CaseReportInput,
  CaseReportType,
  CaseReportWordsType,
  CaseSheetType,
  FollowUpConnection,
  FollowUpFilter,
  FollowUpInput,
  FollowUpType,
  ReportPolicyInput,
  ReportPolicyType,
  SharedCaseConnection,
  SharedCaseFilter,
  SharedCaseType,
} from './case-report.graphql.js';
import {
  AftermathActionEnum,
  RatingsInput,
  ReportStepType,
  SupportEvaluationType,
} from './visit-report.graphql.js';

const TOWN = ['TOWN_REQUESTER', 'TOWN_APPROVER'] as const;
const id = { type: () => ID, description: 'The report of the case.' };
const requestId = { type: () => ID, description: 'The case.' };
const reason = { description: 'Why; at most 500 characters.' };
const audienceArgument = { type: () => AudienceEnum, description: 'Who will read it.' };

@Resolver(() => CaseReportType)
export class CaseReportResolver {
  constructor(
    private readonly db: Db,
    private readonly reports: CaseReportService,
    private readonly papers: ReportPaperService,
  ) {}

  @Query(() => CaseReportConnection, {
    description: 'Reports of cases that you may see, the latest first; for a town once it is asked to share.',
  })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  async caseReports(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Which ones; all when left out.' })
    filter?: CaseReportFilter,
  ): Promise<Connection<CaseReport>> {
    return toConnection(await this.db.read(actor, (tx) => listCaseReports(tx, actor, filter ?? {}, page)));
  }

  @Query(() => CaseReportType, { description: 'The report of one case.' })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  caseReport(@CurrentActor() actor: Actor, @Args('id', id) reportId: string): Promise<CaseReport> {
    return this.db.read(actor, (tx) => getCaseReport(tx, actor, reportId));
  }

  @Query(() => CaseSheetType, {
    description: 'The report of a case as one audience would have it, and what that audience does not get.',
  })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  caseReportSheet(
    @CurrentActor() actor: Actor,
    @Args('id', id) reportId: string,
    @Args('audience', audienceArgument) audience: Audience,
  ): Promise<CaseSheet> {
    return this.reports.sheet(actor, reportId, audience);
  }

  @Mutation(() => CaseReportType, {
    description: 'Begins the report of a case with what its visits came to.',
  })
  @Allow('HUB_COORDINATOR')
  draftCaseReport(
    @CurrentActor() actor: Actor,
    @Args('supportRequestId', requestId) caseId: string,
  ): Promise<CaseReport> {
    return this.reports.draft(actor, caseId);
  }

  @Mutation(() => CaseReportType, { description: 'Rewrites a draft.' })
  @Allow('HUB_COORDINATOR')
  writeCaseReport(
    @CurrentActor() actor: Actor,
    @Args('id', id) reportId: string,
    @Args('input', { description: 'The whole of it.' }) input: CaseReportInput,
  ): Promise<CaseReport> {
    return this.reports.write(actor, reportId, input);
  }

  @Mutation(() => CaseReportType, { description: 'Sends a draft to the approver of the prefecture.' })
  @Allow('HUB_COORDINATOR')
  sendCaseReportForApproval(
    @CurrentActor() actor: Actor,
    @Args('id', id) reportId: string,
  ): Promise<CaseReport> {
    return this.reports.sendForApproval(actor, reportId);
  }

  @Mutation(() => CaseReportType, { description: 'Approves it for the prefecture.' })
  @Allow('HUB_APPROVER')
  approveCaseReport(@CurrentActor() actor: Actor, @Args('id', id) reportId: string): Promise<CaseReport> {
    return this.reports.approve(actor, reportId);
  }

  @Mutation(() => CaseReportType, {
    description: 'Back to a draft: from approval by its approver, and before it is shared by its writer.',
  })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER')
  returnCaseReport(
    @CurrentActor() actor: Actor,
    @Args('id', id) reportId: string,
    @Args('reason', reason) why: string,
  ): Promise<CaseReport> {
    return this.reports.return(actor, reportId, { reason: why });
  }

  @Mutation(() => CaseReportType, { description: 'Asks the town whether others may read it.' })
  @Allow('HUB_COORDINATOR')
  askTownToShare(@CurrentActor() actor: Actor, @Args('id', id) reportId: string): Promise<CaseReport> {
    return this.reports.askTown(actor, reportId);
  }

  @Mutation(() => CaseReportType, { description: 'The town agrees that others may read it.' })
  @Allow(...TOWN)
  agreeToShare(@CurrentActor() actor: Actor, @Args('id', id) reportId: string): Promise<CaseReport> {
    return this.reports.agree(actor, reportId);
  }

  @Mutation(() => CaseReportType, { description: 'The town does not want others to read it.' })
  @Allow(...TOWN)
  declineToShare(
    @CurrentActor() actor: Actor,
    @Args('id', id) reportId: string,
    @Args('reason', reason) why: string,
  ): Promise<CaseReport> {
    return this.reports.decline(actor, reportId, { reason: why });
  }

  @Mutation(() => CaseReportType, { description: 'Lets other towns read what the town has agreed to.' })
  @Allow('HUB_APPROVER')
  publishCaseReport(@CurrentActor() actor: Actor, @Args('id', id) reportId: string): Promise<CaseReport> {
    return this.reports.publish(actor, reportId);
  }

  @Mutation(() => CaseReportType, { description: 'Takes it out of the library again.' })
  @Allow('HUB_APPROVER')
  takeBackCaseReport(
    @CurrentActor() actor: Actor,
    @Args('id', id) reportId: string,
    @Args('reason', reason) why: string,
  ): Promise<CaseReport> {
    return this.reports.takeBack(actor, reportId, { reason: why });
  }

  @Mutation(() => PaperFileType, {
    description:
      'The report of a case for one audience, in Japanese, as PDF. That it was handed out is logged.',
  })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER', ...TOWN)
  async makeCaseReportPaper(
    @CurrentActor() actor: Actor,
    @Args('id', id) reportId: string,
    @Args('audience', audienceArgument) audience: Audience,
  ): Promise<PaperFileType> {
    const { name, pdf } = await this.papers.ofCase(actor, reportId, audience);
    return { name, content: pdf.toString('base64') };
  }

  @ResolveField(() => CaseReportWordsType, {
    nullable: true,
    description: 'What is written; a town reads the sheet that others would have.',
  })
  words(@Parent() report: CaseReport, @CurrentActor() actor: Actor): CaseReportContent | null {
    return actor.role === 'HUB_STAFF' ? report : null;
  }

  @ResolveField(() => SupportRequestType, { nullable: true, description: 'The case.' })
  async supportRequest(
    @Parent() report: CaseReport,
    @Context() context: RequestContext,
  ): Promise<SupportRequest | null> {
    return context.loaders.supportRequest.load(report.supportRequestId);
  }

  @ResolveField(() => MunicipalityType, { nullable: true, description: 'The town.' })
  async municipality(
    @Parent() report: CaseReport,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return context.loaders.municipality.load(report.municipalityId);
  }

  @ResolveField(() => [CaseReportEventType], { description: 'Every change of state, oldest first.' })
  async history(
    @Parent() report: CaseReport,
    @Context() context: RequestContext,
  ): Promise<readonly CaseReportEvent[]> {
    return context.loaders.reports.caseHistory.load(report.id);
  }

  @ResolveField(() => [CaseReportActionEnum], { description: 'What you may do with it now.' })
  viewerActions(@Parent() report: CaseReport, @CurrentActor() actor: Actor): CaseReportAction[] {
    return caseReportActionsOf(actor, report);
  }

  @ResolveField(() => ID, { description: 'Its version; whoever rewrites it says which one was read.' })
  version(@Parent() report: CaseReport, @Context() context: RequestContext): Promise<string> {
    return context.loaders.version.case_report.load(report.id);
  }
}

/** What becomes of a case after its last visit. */
@Resolver(() => SupportRequestType)
export class AftermathResolver {
  constructor(private readonly service: EvaluationService) {}

  @Mutation(() => SupportEvaluationType, {
    description: 'Says what the support was worth, once every report is confirmed: the case is completed.',
  })
  @Allow(...TOWN)
  evaluateSupport(
    @CurrentActor() actor: Actor,
    @Args('supportRequestId', requestId) caseId: string,
    @Args('ratings', { description: 'Points and words.' }) ratings: RatingsInput,
  ): Promise<SupportEvaluation> {
    return this.service.ofCase(actor, caseId, ratings);
  }

  @Mutation(() => SupportRequestType, {
    description: 'Completes a case without an evaluation, when its town cannot be reached.',
  })
  @Allow('HUB_COORDINATOR')
  waiveEvaluation(
    @CurrentActor() actor: Actor,
    @Args('supportRequestId', requestId) caseId: string,
    @Args('reason', reason) why: string,
  ): Promise<SupportRequest> {
    return this.service.waive(actor, caseId, { reason: why });
  }

  @ResolveField(() => [SupportEvaluationType], {
    description: 'What the town said its visits and the case were worth; not told to specialists.',
  })
  async evaluations(
    @Parent() request: SupportRequest,
    @Context() context: RequestContext,
  ): Promise<readonly SupportEvaluation[]> {
    return context.loaders.reports.evaluations.load(request.id);
  }

  @ResolveField(() => [ReportStepType], { description: 'Next steps that were agreed.' })
  async reportSteps(
    @Parent() request: SupportRequest,
    @Context() context: RequestContext,
  ): Promise<readonly ReportStep[]> {
    return context.loaders.reports.steps.load(request.id);
  }

  @ResolveField(() => CaseReportType, {
    nullable: true,
    description: 'Its report, as far as you may see it.',
  })
  async caseReport(
    @Parent() request: SupportRequest,
    @Context() context: RequestContext,
  ): Promise<CaseReport | null> {
    return (await context.loaders.reports.caseReports.load(request.id))[0] ?? null;
  }

  @ResolveField(() => FollowUpType, { nullable: true, description: 'What became of it a year later.' })
  async followUp(
    @Parent() request: SupportRequest,
    @Context() context: RequestContext,
  ): Promise<FollowUp | null> {
    return (await context.loaders.reports.followUps.load(request.id))[0] ?? null;
  }

  @ResolveField(() => [AftermathActionEnum], { description: 'What you may do about it after its visits.' })
  async aftermathActions(
    @Parent() request: SupportRequest,
    @CurrentActor() actor: Actor,
    @Context() context: RequestContext,
  ): Promise<AftermathAction[]> {
    const report = (await context.loaders.reports.caseReports.load(request.id))[0] ?? null;
    return aftermathActionsOf(actor, request, report);
  }
}

@Resolver(() => FollowUpType)
export class FollowUpResolver {
  constructor(
    private readonly db: Db,
    private readonly service: FollowUpService,
  ) {}

  @Query(() => FollowUpConnection, { description: 'Follow-ups that you may see, the first due first.' })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  async followUps(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Which ones; all when left out.' })
    filter?: FollowUpFilter,
  ): Promise<Connection<FollowUp>> {
    return toConnection(await this.db.read(actor, (tx) => listFollowUps(tx, actor, filter ?? {}, page)));
  }

  @Mutation(() => FollowUpType, { description: 'Says what became of a case.' })
  @Allow(...TOWN)
  answerFollowUp(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The follow-up.' }) followUpId: string,
    @Args('input', { description: 'Still in use? Its effect? What next?' }) input: FollowUpInput,
  ): Promise<FollowUp> {
    return this.service.answer(actor, followUpId, input);
  }

  @ResolveField(() => SupportRequestType, { nullable: true, description: 'The case.' })
  async supportRequest(
    @Parent() followUp: FollowUp,
    @Context() context: RequestContext,
  ): Promise<SupportRequest | null> {
    return context.loaders.supportRequest.load(followUp.supportRequestId);
  }

  @ResolveField(() => MunicipalityType, { nullable: true, description: 'The town.' })
  async municipality(
    @Parent() followUp: FollowUp,
    @Context() context: RequestContext,
  ): Promise<Municipality | null> {
    return context.loaders.municipality.load(followUp.municipalityId);
  }
}

@Resolver(() => SharedCaseType)
export class SharedCaseResolver {
  constructor(private readonly db: Db) {}

  @Query(() => SharedCaseConnection, { description: 'Cases that towns let others read, the latest first.' })
  @AllowInPrefecture()
  async sharedCases(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Which ones; all when left out.' })
    filter?: SharedCaseFilter,
  ): Promise<Connection<SharedCase>> {
    return toConnection(await this.db.read(actor, (tx) => listSharedCases(tx, actor, filter ?? {}, page)));
  }

  @Query(() => [SharedCaseType], {
    description: 'Cases that others may read and that are like a trouble: by its theme and its words.',
  })
  @AllowInPrefecture()
  similarCases(
    @CurrentActor() actor: Actor,
    @Args('themeId', { type: () => ID, nullable: true, description: 'The theme, where one is known.' })
    themeId?: string,
    @Args('words', { nullable: true, description: 'The trouble in words, at most 4,000 characters.' })
    words?: string,
    @Args('first', { type: () => Int, defaultValue: 3, description: 'How many, 1 to 50.' }) first = 3,
  ): Promise<SharedCase[]> {
    return this.db.read(actor, (tx) =>
      similarCases(tx, actor, { themeId: themeId ?? null, words: words ?? null, first }),
    );
  }

  @Query(() => SharedCaseType, { description: 'One case that others may read.' })
  @AllowInPrefecture()
  sharedCase(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The shared case.' }) caseId: string,
  ): Promise<SharedCase> {
    return this.db.read(actor, (tx) => getSharedCase(tx, actor, caseId));
  }

  @ResolveField(() => SupportThemeType, { nullable: true, description: 'Its theme.' })
  async theme(
    @Parent() shared: SharedCase,
    @Context() context: RequestContext,
  ): Promise<SupportTheme | null> {
    return shared.themeId === null ? null : context.loaders.theme.load(shared.themeId);
  }
}

@Resolver(() => ReportPolicyType)
export class ReportPolicyResolver {
  constructor(
    private readonly db: Db,
    private readonly service: ReportPolicyService,
  ) {}

  @Query(() => ReportPolicyType, { description: 'In how many days what is owed.' })
  @AllowInPrefecture()
  reportPolicy(@CurrentActor() actor: Actor): Promise<ReportDays> {
    return this.db.read(actor, (tx) => reportDaysOf(tx, actor.prefectureId));
  }

  @Mutation(() => ReportPolicyType, { description: 'Says in how many days what is owed.' })
  @Allow('HUB_COORDINATOR')
  setReportPolicy(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The days.' }) input: ReportPolicyInput,
  ): Promise<ReportDays> {
    return this.service.set(actor, input);
  }
}
