import { ListExportResolver } from './exchange/list-export.resolver.js';
import { TableImportResolver } from './exchange/table-import.resolver.js';
import { AttachmentResolver } from './attachments/attachment.resolver.js';
import { HistoryResolver } from './audit/history.resolver.js';
import { OverviewResolver } from './overview/overview.resolver.js';
import { OVERVIEW_ROW_RESOLVERS } from './overview/row-parts.resolver.js';
import { OverviewTargetResolver } from './overview/targets.resolver.js';
import { RegisterResolver } from './directory/register.resolver.js';
import { TravelTimeResolver } from './directory/travel-time.resolver.js';
import { BoardResolver } from './dispatch/board.resolver.js';
import { CalendarFeedResolver } from './dispatch/calendar-feed.resolver.js';
import { CandidateResolver, ExcludedCandidateResolver } from './dispatch/candidate.resolver.js';
import { CompanionResolver, VisitCompanionsResolver } from './dispatch/companion.resolver.js';
import {
  DateInquiryPartsResolver,
  DateInquiryResolver,
  DateAnswerResolver,
  OfferableSlotResolver,
  OfferedSlotResolver,
} from './dispatch/date-inquiry.resolver.js';
import {
  ExplanationResolver,
  MoveJudgementResolver,
  PlanViolationResolver,
} from './dispatch/explanation.resolver.js';
import { PlanPartResolver, PublicationResolver, ToldPartyResolver } from './dispatch/publication.resolver.js';
import {
  PlanFiguresResolver,
  SpecialistFiguresResolver,
  TownFiguresResolver,
} from './dispatch/plan-figures.resolver.js';
import { PlanningPolicyResolver } from './dispatch/planning-policy.resolver.js';
import { PlanningRunResolver } from './dispatch/planning-run.resolver.js';
import { ProposedVisitResolver, UnplacedVisitResolver } from './dispatch/proposed-visit.resolver.js';
import { RepairResolver, UnplacedNumberResolver, VisitChangeResolver } from './dispatch/repair.resolver.js';
import { PlannedSlotResolver, PricePartResolver } from './dispatch/slot.resolver.js';
import { SpecialistHandOverResolver } from './dispatch/specialist-hand-over.resolver.js';
import { DispatchPaperResolver } from './dispatch/dispatch-paper.resolver.js';
import { VisitPreparationResolver } from './dispatch/visit-preparation.resolver.js';
import { HubContactResolver } from './directory/hub-contact.resolver.js';
import { TownProfileResolver, TownProfileVersionResolver } from './dispatch/town-profile.resolver.js';
import { FallenVisitResolver } from './dispatch/fallen-visit.resolver.js';
import {
  NearTownResolver,
  SlotEffectsResolver,
  VisitProposalResolver,
} from './dispatch/visit-proposal.resolver.js';
import { VisitEventResolver, VisitResolver } from './dispatch/visit.resolver.js';
import {
  AgreementEventResolver,
  AgreementPartsResolver,
  AgreementPartyResolver,
} from './engagement/agreement/agreement-parts.resolver.js';
import { AgreementResolver } from './engagement/agreement/agreement.resolver.js';
import { PartyResolver } from './engagement/party/party.resolver.js';
import { JOINT_RESOLVERS } from './engagement/joint-resolvers.js';
import {
  CaseShareResolver,
  CouncilAttendanceResolver,
  CouncilMeetingResolver,
} from './engagement/council/council-meeting.resolver.js';
import {
  DeclarationResolver,
  DeclarationSignatoryResolver,
} from './engagement/council/declaration.resolver.js';
import {
  RoundCoverageResolver,
  RoundStopResolver,
  TownRoundResolver,
} from './engagement/council/town-round.resolver.js';
import { OfficeResolver } from './engagement/office/office.resolver.js';
import { InstallationResolver } from './operations/installation.resolver.js';
import { ErasureResolver } from './people/erasure.resolver.js';
import { AttendanceResolver } from './engagement/attendance/attendance.resolver.js';
import { OwnDaysResolver } from './engagement/attendance/own-days.resolver.js';
import { CostsResolver } from './engagement/costs/costs.resolver.js';
import { CostStatementResolver } from './engagement/costs/statement.resolver.js';
import {
  TravelClaimResolver,
  TravelClaimVisitResolver,
  TravelTotalResolver,
} from './engagement/travel-claims/travel-claims.resolver.js';
import { TravelRuleResolver } from './engagement/travel-claims/travel-rules.resolver.js';
import { InvoiceLineResolver, InvoiceResolver } from './engagement/invoices/invoices.resolver.js';
import { TaxEvidenceResolver } from './engagement/tax-evidence/tax-evidence.resolver.js';
import { QuotaResolver, QuotaUseResolver } from './engagement/quotas/quota.resolver.js';
import {
  RouteReasonResolver,
  SchemeResolver,
  SchemeUseResolver,
} from './engagement/schemes/scheme.resolver.js';
import { HandOverResolver } from './people/hand-over.resolver.js';
import { InvitationResolver } from './people/invitation.resolver.js';
import { InboxResolver } from './notices/inbox.resolver.js';
import { MailDeliveryResolver, NoticeSettingsResolver } from './notices/notice-settings.resolver.js';
import { PeopleResolver } from './people/people.resolver.js';
import { RetentionResolver } from './people/retention.resolver.js';
import { AccountResolver } from './session/account.resolver.js';
import { IdentityResolver } from './session/identity.resolver.js';
import { OwnViewResolver, ViewerPartsResolver } from './session/own-view.resolver.js';
import { OwnSessionsResolver } from './session/own-sessions.resolver.js';
import { PasskeyResolver } from './session/passkey.resolver.js';
import { SecondFactorResolver } from './session/second-factor.resolver.js';
import { SearchResolver } from './search/search.resolver.js';
import { SessionResolver } from './session/session.resolver.js';
import { ConsultationEventResolver, DeskCandidateResolver } from './support/consultation-parts.resolver.js';
import { ConsultationResolver } from './support/consultation.resolver.js';
import {
  CaseOfConsultationResolver,
  CaseOfRequestResolver,
  ConflictResolver,
  NoteResolver,
  ProcurementResolver,
  ShutOutResolver,
} from './support/procurement.resolver.js';
import { SelectionResolver, ShortlistEntryResolver } from './support/selection.resolver.js';
import { RequestSheetResolver } from './support/request-sheet.resolver.js';
import { SupportRequestResolver } from './support/support-request.resolver.js';
import {
  AvailabilityChangeResolver,
  UnavailabilityRuleResolver,
} from './talent/availability-change.resolver.js';
import {
  AftermathResolver,
  CaseReportResolver,
  FollowUpResolver,
  ReportPolicyResolver,
  SharedCaseResolver,
} from './reports/case-report.resolver.js';
import {
  ReportOfVisitResolver,
  ReportStepResolver,
  ReportTaskResolver,
  VisitReportResolver,
} from './reports/visit-report.resolver.js';
import { AvailabilityResolver } from './talent/availability.resolver.js';
import { DeskDutyResolver, ExpertFieldResolver } from './talent/roster.resolver.js';
import { SkillLevelResolver, SpecialistResolver } from './talent/specialist.resolver.js';
import { TaxonomyResolver } from './talent/taxonomy.resolver.js';

/** Every resolver of the API, by hand: what is not here does not exist. */
export const RESOLVERS = [
  SessionResolver,
  AccountResolver,
  OwnSessionsResolver,
  OwnViewResolver,
  ViewerPartsResolver,
  SecondFactorResolver,
  PasskeyResolver,
  PeopleResolver,
  InvitationResolver,
  HandOverResolver,
  ErasureResolver,
  RetentionResolver,
  IdentityResolver,
  InboxResolver,
  NoticeSettingsResolver,
  MailDeliveryResolver,
  RegisterResolver,
  TravelTimeResolver,
  TaxonomyResolver,
  SpecialistResolver,
  SkillLevelResolver,
  AvailabilityResolver,
  AvailabilityChangeResolver,
  UnavailabilityRuleResolver,
  BoardResolver,
  CalendarFeedResolver,
  ExpertFieldResolver,
  DeskDutyResolver,
  PartyResolver,
  AgreementResolver,
  AgreementPartsResolver,
  AgreementPartyResolver,
  AgreementEventResolver,
  RequestSheetResolver,
  SupportRequestResolver,
  SelectionResolver,
  ShortlistEntryResolver,
  CaseOfRequestResolver,
  CaseOfConsultationResolver,
  ProcurementResolver,
  ShutOutResolver,
  NoteResolver,
  ConflictResolver,
  ConsultationResolver,
  ConsultationEventResolver,
  DeskCandidateResolver,
  CandidateResolver,
  ExcludedCandidateResolver,
  PlanningRunResolver,
  ProposedVisitResolver,
  UnplacedVisitResolver,
  VisitResolver,
  VisitCompanionsResolver,
  CompanionResolver,
  DateInquiryResolver,
  DateInquiryPartsResolver,
  OfferableSlotResolver,
  OfferedSlotResolver,
  DateAnswerResolver,
  VisitEventResolver,
  VisitProposalResolver,
  SlotEffectsResolver,
  NearTownResolver,
  FallenVisitResolver,
  PlanningPolicyResolver,
  DispatchPaperResolver,
  TownProfileResolver,
  VisitPreparationResolver,
  HubContactResolver,
  TownProfileVersionResolver,
  ExplanationResolver,
  MoveJudgementResolver,
  PublicationResolver,
  PlanPartResolver,
  ToldPartyResolver,
  PlanViolationResolver,
  PlanFiguresResolver,
  TownFiguresResolver,
  SpecialistFiguresResolver,
  RepairResolver,
  SpecialistHandOverResolver,
  VisitChangeResolver,
  UnplacedNumberResolver,
  PlannedSlotResolver,
  PricePartResolver,
  DeclarationResolver,
  DeclarationSignatoryResolver,
  CouncilMeetingResolver,
  CouncilAttendanceResolver,
  CaseShareResolver,
  TownRoundResolver,
  RoundStopResolver,
  RoundCoverageResolver,
  OfficeResolver,
  AttendanceResolver,
  OwnDaysResolver,
  CostsResolver,
  CostStatementResolver,
  InvoiceResolver,
  InvoiceLineResolver,
  TravelClaimResolver,
  TravelClaimVisitResolver,
  TravelTotalResolver,
  TravelRuleResolver,
  TaxEvidenceResolver,
  QuotaResolver,
  QuotaUseResolver,
  SchemeResolver,
  RouteReasonResolver,
  SchemeUseResolver,
  VisitReportResolver,
  ReportOfVisitResolver,
  ReportStepResolver,
  ReportTaskResolver,
  CaseReportResolver,
  AftermathResolver,
  FollowUpResolver,
  SharedCaseResolver,
  ReportPolicyResolver,
  AttachmentResolver,
  SearchResolver,
  HistoryResolver,
  ListExportResolver,
  TableImportResolver,
  ...JOINT_RESOLVERS,
  InstallationResolver,
  OverviewResolver,
  OverviewTargetResolver,
  ...OVERVIEW_ROW_RESOLVERS,
];
