import { Clock } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Module } from '@nestjs/common';
import { DispatchPaperService } from './papers/dispatch-paper.service.js';
import { AvailabilityChangeService } from './availability/availability-change.service.js';
import { BoardService } from './board/board.service.js';
import { CalendarFeedService } from './calendar-feed/calendar-feed.service.js';
import { CandidateService } from './candidate.service.js';
import { CompanionCalendarService } from './dates/companion-calendar.service.js';
import { CompanionService } from './dates/companion.service.js';
import { DateAnswerService } from './dates/date-answer.service.js';
import { DateFixingService } from './dates/date-fixing.service.js';
import { DateInquiryService } from './dates/date-inquiry.service.js';
import { ErasureService } from './erasure/erasure.service.js';
import { HistoryService } from './history.service.js';
import { PlanEditService } from './plan-edit.service.js';
import { PlanSlotsService } from './plan-slots.service.js';
import { PlanPresenceService } from './presence/plan-presence.service.js';
import { PublicationOrderService } from './publication/publication-order.service.js';
import { RestoringService } from './publication/restoring.service.js';
import { PlanExplanationService } from './plan-explanation.service.js';
import { PlanningPolicyService } from './planning-policy.service.js';
import { PlanningRunExecutionService } from './planning-run-execution.service.js';
import { PlanningRunService } from './planning-run.service.js';
import { PublishService } from './publish.service.js';
import { QuotaService } from './quota.service.js';
import { Reckoner, ReckonerHere } from './reckoner.js';
import { RepairService } from './repair.service.js';
import { SpecialistHandOverService } from './specialist-hand-over.service.js';
import { RetentionService } from './retention/retention.service.js';
import { SchemeRouteService } from './scheme-route.service.js';
import { TownProfileService } from './town-profile.service.js';
import { FallenVisitService } from './answers/fallen-visit.service.js';
import { VisitProposalService } from './answers/visit-proposal.service.js';
import { VisitPreparationService } from './preparation/visit-preparation.service.js';
import { VisitService } from './visit.service.js';

const services = [
  HistoryService,
  PlanningRunService,
  BoardService,
  PlanningRunExecutionService,
  PublishService,
  VisitService,
  VisitPreparationService,
  VisitProposalService,
  FallenVisitService,
  AvailabilityChangeService,
  CalendarFeedService,
  CandidateService,
  PlanningPolicyService,
  TownProfileService,
  PlanEditService,
  PlanSlotsService,
  PublicationOrderService,
  RestoringService,
  PlanPresenceService,
  RepairService,
  SpecialistHandOverService,
  ErasureService,
  RetentionService,
  QuotaService,
  SchemeRouteService,
  DispatchPaperService,
  DateInquiryService,
  DateAnswerService,
  DateFixingService,
  CompanionService,
  CompanionCalendarService,
];

const reckoning = { token: Reckoner, optional: true };

/**
 * Libraries keep their services free of Nest: the module names what each one needs. Long
 * reckonings are done wherever the app provides a `Reckoner`, and here otherwise.
 */
@Module({
  providers: [
    {
      provide: PlanExplanationService,
      useFactory: (db: Db, reckoner: Reckoner = new ReckonerHere()) =>
        new PlanExplanationService(db, reckoner),
      inject: [Db, reckoning],
    },
    ...services.map((service) => ({
      provide: service,
      useFactory: (db: Db, clock: Clock, reckoner: Reckoner = new ReckonerHere()) =>
        new service(db, clock, reckoner),
      inject: [Db, Clock, reckoning],
    })),
  ],
  exports: [PlanExplanationService, ...services],
})
export class DispatchModule {}
