import { Db } from '@banso/platform';
import { SearchService } from '@banso/search';
import { Module } from '@nestjs/common';
import { SEARCH_SOURCES } from './sources.js';

@Module({
  providers: [
    { provide: SearchService, inject: [Db], useFactory: (db: Db) => new SearchService(db, SEARCH_SOURCES) },
  ],
  exports: [SearchService],
})
export class SearchApiModule {}
