import { Clock } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Module } from '@nestjs/common';
import { CandidateService } from './candidate.service.js';
import { PlanningRunExecutionService } from './planning-run-execution.service.js';
import { PlanningRunService } from './planning-run.service.js';
import { PublishService } from './publish.service.js';
import { VisitService } from './visit.service.js';

const services = [
  PlanningRunService,
  PlanningRunExecutionService,
  PublishService,
  VisitService,
  CandidateService,
];

/** Libraries keep their services free of Nest: the module names what each one needs. */
@Module({
  providers: services.map((service) => ({
    provide: service,
    useFactory: (db: Db, clock: Clock) => new service(db, clock),
    inject: [Db, Clock],
  })),
  exports: services,
})
export class DispatchModule {}
