import { Clock } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Module } from '@nestjs/common';
import { CandidateService } from './candidate.service.js';
import { PlanEditService } from './plan-edit.service.js';
import { PlanExplanationService } from './plan-explanation.service.js';
import { PlanningPolicyService } from './planning-policy.service.js';
import { PlanningRunExecutionService } from './planning-run-execution.service.js';
import { PlanningRunService } from './planning-run.service.js';
import { PublishService } from './publish.service.js';
import { RepairService } from './repair.service.js';
import { TownProfileService } from './town-profile.service.js';
import { VisitService } from './visit.service.js';

const services = [
  PlanningRunService,
  PlanningRunExecutionService,
  PublishService,
  VisitService,
  CandidateService,
  PlanningPolicyService,
  TownProfileService,
  PlanEditService,
  PlanExplanationService,
  RepairService,
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
