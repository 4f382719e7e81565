import { Clock } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Module } from '@nestjs/common';
import { ConflictService } from './conflict.service.js';
import { ConsultationAnswerService } from './consultation-answer.service.js';
import { ConsultationIntakeService } from './consultation-intake.service.js';
import { RequestFormService } from './request-form.service.js';
import { RequestSheetService } from './request-sheet.service.js';
import { HandOverService } from './hand-over.service.js';
import { SchemeUseService } from './scheme-use.service.js';
import { SelectionService } from './selection.service.js';
import { SupportCourseService } from './support-course.service.js';
import { SupportRequestIntakeService } from './support-request-intake.service.js';
import { SupportRequestTriageService } from './support-request-triage.service.js';

const services = [
  SupportRequestIntakeService,
  SupportRequestTriageService,
  SelectionService,
  SupportCourseService,
  ConsultationIntakeService,
  ConsultationAnswerService,
  ConflictService,
  HandOverService,
  SchemeUseService,
];

/** Libraries keep their services free of Nest: the module names what each one needs. */
@Module({
  providers: [
    ...services.map((service) => ({
      provide: service,
      useFactory: (db: Db, clock: Clock) => new service(db, clock),
      inject: [Db, Clock],
    })),
    ...[RequestSheetService, RequestFormService].map((service) => ({
      provide: service,
      useFactory: (db: Db) => new service(db),
      inject: [Db],
    })),
  ],
  exports: [...services, RequestSheetService, RequestFormService],
})
export class SupportModule {}
