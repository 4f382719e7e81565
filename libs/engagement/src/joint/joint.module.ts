import { Clock } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Module } from '@nestjs/common';
import { DemandService } from './demand.service.js';
import { EmploymentService } from './employment.service.js';
import { PlacementService } from './placement.service.js';
import { RecruitmentService } from './recruitment.service.js';
import { RotationService } from './rotation.service.js';
import { SharingService } from './sharing.service.js';
import { TrainingService } from './training.service.js';

const services = [
  EmploymentService,
  TrainingService,
  PlacementService,
  DemandService,
  RecruitmentService,
  SharingService,
  RotationService,
];

/** Services are plain classes: the module names what each one needs. */
@Module({
  providers: services.map((service) => ({
    provide: service,
    useFactory: (db: Db, clock: Clock) => new service(db, clock),
    inject: [Db, Clock],
  })),
  exports: services,
})
export class JointModule {}
