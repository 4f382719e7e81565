import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Config,
  createDataSource,
  DatabaseClock,
  Db,
  type DoorbellQueue,
  log,
  observeOutbox,
  observePool,
  openFileKeeping,
  openQueue,
  OutboxDispatcher,
  OutboxExecutor,
  outboxLag,
  poolOf,
  Readiness,
  Scheduler,
  serveHealth,
  WorkLoop,
} from '@banso/platform';
import { ENTITIES } from './entities.js';
import { assertEveryJobHandled, handlersOf, JOBS } from './handlers.js';
import { keepCarrier } from './mail/keep-carrier.js';
import { SCHEDULES } from './schedules.js';
import { Sightings } from './sightings.js';
import { Watchdog } from './watchdog.js';

/** Doorbells answered at once: enough that some searches, which take minutes, leave hands for short work. */
const HANDS = 16;
const STOP_CAP_MS = 25_000;
const WATCH_EVERY_MS = 5_000;
/** A database that is away must not hold up the end. */
const FAREWELL_MS = 2_000;

export interface RunningWorker {
  /** Puts work down and lets go; what was not finished is taken up by another worker. */
  stop(): Promise<void>;
}

/** Wires the worker by hand, top to bottom. `onDeaf` is called when only a new process helps. */
export async function startWorker(config: Config, onDeaf: () => void): Promise<RunningWorker> {
  const dataSource = createDataSource({
    url: config.DATABASE_URL,
    pool: config.DATABASE_POOL,
    entities: ENTITIES,
    onPoolError: () => log.warn('database.idle-connection-lost'),
  });
  const db = new Db(await dataSource.initialize());
  const clock = await DatabaseClock.started(db);
  observePool(poolOf(dataSource));
  observeOutbox(db);
  const readiness = new Readiness(db);
  const health = config.BANSO_HEALTH_PORT
    ? await serveHealth(readiness, config.BANSO_HEALTH_PORT, config.HOST)
    : null;
  const handlings = handlersOf(db, clock, {
    planningMinutes: config.BANSO_PLANNING_MINUTES,
    mail: config.BANSO_SMTP_URL !== undefined,
    files: openFileKeeping(config),
  });
  assertEveryJobHandled(JOBS, handlings);

  const queue = openQueue(config);
  const executor = new OutboxExecutor(db, handlings, (job, what, dead) =>
    log[dead ? 'error' : 'warn']({ job, fault: what, dead }, 'job.failed'),
  );
  const loop = new WorkLoop(new OutboxDispatcher(db, queue), new Scheduler(db, SCHEDULES));
  const watchdog = new Watchdog(HANDS);
  await queue.answer(
    watchdog.watching((doorbell) => executor.execute(doorbell)),
    HANDS,
  );
  loop.start();
  const carrier = config.BANSO_SMTP_URL === undefined ? null : keepCarrier();

  const sightings = new Sightings(db);
  const sight = () => ({ hands: HANDS, busy: watchdog.busy, draining: readiness.draining });
  const look = async (): Promise<void> => {
    try {
      await sightings.tell(sight());
      // Reaching the queue is what is asked here; the answer is always no.
      await queue.hasMarker('nobody');
      if (watchdog.isDeaf((await outboxLag(db)).seconds)) onDeaf();
    } catch {
      watchdog.excuse();
    }
  };
  const watch = setInterval(() => void look(), WATCH_EVERY_MS);
  void look();

  return {
    async stop() {
      clearInterval(watch);
      readiness.drain();
      sightings.tell(sight()).catch(() => {});
      await Promise.race([
        Promise.all([letGo(loop, queue, executor), carrier?.stop()]),
        sleep(STOP_CAP_MS, undefined, { ref: false }),
      ]);
      clock.stop();
      const left = sightings.leave().catch(() => log.warn('worker.left-without-a-word'));
      await Promise.race([left, sleep(FAREWELL_MS, undefined, { ref: false })]);
      await health?.close();
      await dataSource.destroy();
    },
  };
}

/** First no new work, then the work in hand. */
async function letGo(loop: WorkLoop, queue: DoorbellQueue, executor: OutboxExecutor): Promise<void> {
  await loop.stop();
  const closed = queue.close();
  executor.close();
  await closed;
}
