import { Clock } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Module } from '@nestjs/common';
import { OfficeService } from './office/office.service.js';

const services = [OfficeService];

/** Services are plain classes: the module names what each one needs. */
@Module({
  providers: services.map((service) => ({
    provide: service,
    useFactory: (db: Db, clock: Clock) => new service(db, clock),
    inject: [Db, Clock],
  })),
  exports: services,
})
export class EngagementModule {}
