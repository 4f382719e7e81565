import { Clock } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Module } from '@nestjs/common';
import { AvailabilityService } from './availability.service.js';
import { DeskDutyService } from './desk-duty.service.js';
import { ExpertFieldService } from './expert-field.service.js';
import { SkillAssessmentService } from './skill-assessment.service.js';
import { SpecialistService } from './specialist.service.js';

const services = [
  SpecialistService,
  AvailabilityService,
  SkillAssessmentService,
  DeskDutyService,
  ExpertFieldService,
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
export class TalentModule {}
