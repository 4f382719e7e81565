import { Clock } from '@banso/kernel';
import { type Config, CONFIG, Db } from '@banso/platform';
import { Module } from '@nestjs/common';
import { InboxService } from './inbox.service.js';
import { MailDeliveryService } from './mail/mail-delivery.service.js';
import { NoticeSettingService } from './notice-setting.service.js';

const aboutMail = [NoticeSettingService, MailDeliveryService];

/** Services are plain classes: the module names what each one needs. */
@Module({
  providers: [
    {
      provide: InboxService,
      useFactory: (db: Db, clock: Clock) => new InboxService(db, clock),
      inject: [Db, Clock],
    },
    ...aboutMail.map((service) => ({
      provide: service,
      useFactory: (db: Db, clock: Clock, config: Config) =>
        new service(db, clock, config.BANSO_SMTP_URL !== undefined),
      inject: [Db, Clock, CONFIG],
    })),
  ],
  exports: [InboxService, ...aboutMail],
})
export class NoticesModule {}
