import { Clock } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Module } from '@nestjs/common';
import { TargetService } from './targets/target.service.js';

@Module({
  providers: [
    {
      provide: TargetService,
      inject: [Db, Clock],
      useFactory: (db: Db, clock: Clock) => new TargetService(db, clock),
    },
  ],
  exports: [TargetService],
})
export class OverviewModule {}
