import { Clock } from '@banso/kernel';
import {
  type AttachmentOwner,
  AttachmentService,
  CONFIG,
  type Config,
  Db,
  openFileKeeping,
} from '@banso/platform';
import { reportsAttachmentOwners } from '@banso/reports';
import { settlementAttachmentOwners } from '@banso/settlement';
import { supportAttachmentOwners } from '@banso/support';
import { Module } from '@nestjs/common';

/** Every record that files may hang on; each lib says of its own who may read and change them. */
const OWNERS: readonly AttachmentOwner[] = [
  ...supportAttachmentOwners,
  ...reportsAttachmentOwners,
  ...settlementAttachmentOwners,
];

@Module({
  providers: [
    {
      provide: AttachmentService,
      inject: [Db, Clock, CONFIG],
      useFactory: (db: Db, clock: Clock, config: Config) =>
        new AttachmentService(db, clock, openFileKeeping(config), {
          owners: OWNERS,
          mostOfPrefecture: config.BANSO_FILES_PREFECTURE_MB * 1024 * 1024,
        }),
    },
  ],
  exports: [AttachmentService],
})
export class AttachmentsModule {}
