import { Clock } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Module } from '@nestjs/common';
import { AllocationTaxService } from './allocation-tax.service.js';
import { AttendanceService } from './attendance.service.js';
import { CostActualService } from './cost-actual.service.js';
import { CostMatrixService } from './cost-matrix.service.js';
import { InvoicePaperService } from './invoice-paper.service.js';
import { InvoiceService } from './invoice.service.js';
import { TravelClaimService } from './travel/travel-claim.service.js';
import { TravelExaminationService } from './travel/travel-examination.service.js';
import { TravelPaperService } from './travel/travel-paper.service.js';
import { TravelRuleService } from './travel/travel-rule.service.js';

const services = [
  AttendanceService,
  CostMatrixService,
  CostActualService,
  InvoiceService,
  AllocationTaxService,
  TravelClaimService,
  TravelExaminationService,
  TravelRuleService,
];

/** Services are plain classes: the module names what each one needs. */
@Module({
  providers: [
    ...services.map((service) => ({
      provide: service,
      useFactory: (db: Db, clock: Clock) => new service(db, clock),
      inject: [Db, Clock],
    })),
    { provide: InvoicePaperService, useFactory: (db: Db) => new InvoicePaperService(db), inject: [Db] },
    { provide: TravelPaperService, useFactory: (db: Db) => new TravelPaperService(db), inject: [Db] },
  ],
  exports: [...services, InvoicePaperService, TravelPaperService],
})
export class SettlementModule {}
