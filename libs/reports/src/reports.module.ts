import { Clock } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Module } from '@nestjs/common';
import { CaseReportService } from './case/case-report.service.js';
import { FollowUpService } from './due/follow-up.service.js';
import { ReportPolicyService } from './due/report-policy.service.js';
import { ReportPaperService } from './report-paper.service.js';
import { EvaluationService } from './visit/evaluation.service.js';
import { VisitReportService } from './visit/visit-report.service.js';

const services = [
  VisitReportService,
  EvaluationService,
  CaseReportService,
  FollowUpService,
  ReportPolicyService,
];

/** Services are plain classes: the module names what each one needs. */
@Module({
  providers: [
    ...services.map((service) => ({
      provide: service,
      useFactory: (db: Db, clock: Clock) => new service(db, clock),
      inject: [Db, Clock],
    })),
    { provide: ReportPaperService, useFactory: (db: Db) => new ReportPaperService(db), inject: [Db] },
  ],
  exports: [...services, ReportPaperService],
})
export class ReportsModule {}
