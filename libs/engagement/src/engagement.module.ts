import { Clock } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Module } from '@nestjs/common';
import { AgreementDraftService } from './agreement-draft.service.js';
import { AgreementPaperService } from './agreement-paper.service.js';
import { AgreementTermService } from './agreement-term.service.js';
import { JointModule } from './joint/joint.module.js';
import { DeclarationService } from './council/declaration.service.js';
import { MeetingService } from './council/meeting.service.js';
import { RoundService } from './council/round.service.js';
import { OfficeService } from './office/office.service.js';
import { PartyService } from './party.service.js';
import { SchemeService } from './scheme.service.js';

const services = [
  AgreementDraftService,
  AgreementTermService,
  AgreementPaperService,
  PartyService,
  DeclarationService,
  MeetingService,
  OfficeService,
  SchemeService,
  RoundService,
];

/** Services are plain classes: the module names what each one needs. */
@Module({
  imports: [JointModule],
  providers: services.map((service) => ({
    provide: service,
    useFactory: (db: Db, clock: Clock) => new service(db, clock),
    inject: [Db, Clock],
  })),
  exports: [JointModule, ...services],
})
export class EngagementModule {}
