import { Clock } from '@banso/kernel';
import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ReadingLog } from './audit/reading-log.js';
import type { Config } from './config.js';
import { createDataSource, poolOf } from './data-source.js';
import { DatabaseClock } from './database-clock.js';
import { Db, type EntityClass } from './db.js';
import { Readiness } from './health/readiness.js';
import { log } from './log.js';
import { observePool } from './telemetry/measures.js';
import { Replica } from './replica.js';

/** Token of the parsed settings. */
export const CONFIG = Symbol('config');

function openReplica(config: Config, entities: readonly EntityClass[], primary: DataSource): Replica | null {
  const { DATABASE_READ_URL: url, DATABASE_POOL: pool } = config;
  if (url === undefined) return null;
  const onPoolError = (): void => log.warn('database.idle-connection-lost');
  return new Replica(primary, createDataSource({ url, pool, entities, onPoolError })).start();
}

/** The database, the clock and the settings, for every module of an app. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Replica) private readonly replica: Replica | null,
    @Inject(Clock) private readonly clock: DatabaseClock,
  ) {}

  static forRoot(config: Config, entities: readonly EntityClass[]): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: CONFIG, useValue: config },
        {
          provide: DataSource,
          useFactory: async () => {
            const dataSource = await createDataSource({
              url: config.DATABASE_URL,
              pool: config.DATABASE_POOL,
              entities,
              onPoolError: () => log.warn('database.idle-connection-lost'),
            }).initialize();
            observePool(poolOf(dataSource));
            return dataSource;
          },
        },
        {
          provide: Replica,
          useFactory: (primary: DataSource) => openReplica(config, entities, primary),
          inject: [DataSource],
        },
        {
          provide: Db,
          useFactory: (dataSource: DataSource, replica: Replica | null) =>
            new Db(dataSource, replica ?? undefined),
          inject: [DataSource, Replica],
        },
        { provide: Readiness, useFactory: (db: Db) => new Readiness(db), inject: [Db] },
        { provide: ReadingLog, useFactory: (db: Db) => new ReadingLog(db), inject: [Db] },
        { provide: Clock, useFactory: (db: Db) => DatabaseClock.started(db), inject: [Db] },
      ],
      exports: [CONFIG, Db, Readiness, ReadingLog, Clock],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    this.clock.stop();
    await this.replica?.stop();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
