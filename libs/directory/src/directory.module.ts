import { Clock } from '@banso/kernel';
import { CONFIG, type Config, Db } from '@banso/platform';
import { Module } from '@nestjs/common';
import { PasswordService } from './password.service.js';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';
import { TravelTimeService } from './travel-time.service.js';

const services = [PasswordService, SessionService, TravelTimeService];

/** Services are plain classes: the module names what each one needs. */
@Module({
  providers: [
    ...services.map((service) => ({
      provide: service,
      useFactory: (db: Db, clock: Clock) => new service(db, clock),
      inject: [Db, Clock],
    })),
    {
      provide: SignInService,
      useFactory: (db: Db, clock: Clock, config: Config) =>
        new SignInService(db, clock, {
          idle: config.BANSO_SESSION_IDLE_MINUTES,
          max: config.BANSO_SESSION_MAX_MINUTES,
        }),
      inject: [Db, Clock, CONFIG],
    },
  ],
  exports: [...services, SignInService],
})
export class DirectoryModule {}
