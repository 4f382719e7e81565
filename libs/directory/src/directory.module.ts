import { Clock } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Module } from '@nestjs/common';
import { PasswordService } from './password.service.js';
import { SignInService } from './sign-in.service.js';
import { TravelTimeService } from './travel-time.service.js';

const services = [SignInService, PasswordService, TravelTimeService];

/** Services are plain classes: the module names what each one needs. */
@Module({
  providers: services.map((service) => ({
    provide: service,
    useFactory: (db: Db, clock: Clock) => new service(db, clock),
    inject: [Db, Clock],
  })),
  exports: services,
})
export class DirectoryModule {}
