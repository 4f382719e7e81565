import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Histogram, type Meter, metrics } from '@opentelemetry/api';
import type { Db } from '../db.js';
import { outboxLag } from '../outbox-lag.js';
import { VERSION } from '../version.js';

/** Seconds; from a quick read to the time limit of a planning run. */
const SHORT = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];
const LONG = [0.1, 0.5, 1, 5, 10, 30, 60, 120, 300, 600, 1_200];

/** What is measured where it happens. */
export interface Measures {
  /** Answers by route, operation and outcome. */
  readonly request: Histogram;
  /** Jobs by name and outcome: `done`, `failed`, `dead`. */
  readonly job: Histogram;
  /** Searches for plans. */
  readonly planning: Histogram;
}

const meterNow = (): Meter => metrics.getMeter('banso', VERSION);

function measuresOf(meter: Meter): Measures {
  const seconds = (name: string, description: string, boundaries: number[]): Histogram =>
    meter.createHistogram(name, {
      description,
      unit: 's',
      advice: { explicitBucketBoundaries: boundaries },
    });
  return {
    request: seconds('http.server.request.duration', 'From the request to the end of its answer.', SHORT),
    job: seconds('banso.job.duration', 'What a job took, by its outcome.', LONG),
    planning: seconds('banso.planning.duration', 'What the search for a plan took.', LONG),
  };
}

let measures = measuresOf(meterNow());

/** No-ops until a meter is there. */
export const measured = (): Measures => measures;

/** The API package hands out instruments once and for all: those of before are no use when a meter has come. */
export function meterIsThere(): void {
  measures = measuresOf(meterNow());
  observeEventLoop();
}

/** How long the loop of this process makes others wait. */
function observeEventLoop(): void {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const meter = meterNow();
  const p50 = meter.createObservableGauge('nodejs.eventloop.delay.p50', { unit: 's' });
  const p99 = meter.createObservableGauge('nodejs.eventloop.delay.p99', { unit: 's' });
  const max = meter.createObservableGauge('nodejs.eventloop.delay.max', { unit: 's' });
  meter.addBatchObservableCallback(
    (result) => {
      result.observe(p50, delay.percentile(50) / 1e9);
      result.observe(p99, delay.percentile(99) / 1e9);
      result.observe(max, delay.max / 1e9);
      delay.reset();
    },
    [p50, p99, max],
  );
}

/** Counts of a pool of connections. */
export interface PoolCounts {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/** How far the pool of this process is used; who waits for a connection is counted apart. */
export function observePool(pool: PoolCounts): void {
  const meter = meterNow();
  const count = meter.createObservableGauge('db.client.connection.count', { unit: '{connection}' });
  const pending = meter.createObservableGauge('db.client.connection.pending_requests', { unit: '{request}' });
  meter.addBatchObservableCallback(
    (result) => {
      result.observe(count, pool.totalCount - pool.idleCount, { 'db.client.connection.state': 'used' });
      result.observe(count, pool.idleCount, { 'db.client.connection.state': 'idle' });
      result.observe(pending, pool.waitingCount);
    },
    [count, pending],
  );
}

/** How far the work that runs later is behind. Every worker tells the same: take the greatest, not the sum. */
export function observeOutbox(db: Db): void {
  const meter = meterNow();
  const lag = meter.createObservableGauge('banso.outbox.lag', {
    unit: 's',
    description: 'How long the oldest due job has waited without anybody running it.',
  });
  const open = meter.createObservableGauge('banso.outbox.open', { unit: '{job}' });
  const dead = meter.createObservableGauge('banso.outbox.dead', { unit: '{job}' });
  meter.addBatchObservableCallback(
    async (result) => {
      const found = await outboxLag(db).catch(() => null);
      if (!found) return;
      result.observe(lag, found.seconds);
      result.observe(open, found.open);
      result.observe(dead, found.dead);
    },
    [lag, open, dead],
  );
}
