import { Clock } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Module } from '@nestjs/common';
import { ImportFilesService } from './imports/import-files.service.js';
import { TableImportService } from './imports/table-import.service.js';
import { ListExportService } from './lists/list-export.service.js';

const services = [TableImportService, ImportFilesService, ListExportService];

/** Services are plain classes: the module names what each one needs. */
@Module({
  providers: services.map((service) => ({
    provide: service,
    useFactory: (db: Db, clock: Clock) => new service(db, clock),
    inject: [Db, Clock],
  })),
  exports: services,
})
export class ExchangeModule {}
