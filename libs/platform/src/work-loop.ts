import { setTimeout as sleep } from 'node:timers/promises';
import { log } from './log.js';
import type { OutboxDispatcher } from './outbox-dispatcher.js';
import type { Scheduler } from './schedule.js';

const POLL_MS = 250;
const WIPE_CHECK_MS = 2_000;
const SCHEDULE_MS = 1_000;

/** The heart of a worker: schedule, look for a wiped queue, send what is due — until stopped. */
export class WorkLoop {
  private stopping = false;
  private finished: Promise<void> = Promise.resolve();

  constructor(
    private readonly dispatcher: OutboxDispatcher,
    private readonly scheduler: Scheduler,
  ) {}

  start(): void {
    this.finished = this.loop();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.finished;
  }

  private async loop(): Promise<void> {
    let lastWipeCheck = 0;
    let lastSchedule = 0;
    while (!this.stopping) {
      const now = performance.now();
      if (now - lastSchedule >= SCHEDULE_MS) {
        lastSchedule = now;
        await this.attempt('schedule', () => this.scheduler.tick());
      }
      if (now - lastWipeCheck >= WIPE_CHECK_MS || lastWipeCheck === 0) {
        lastWipeCheck = now;
        await this.attempt('wipe-check', () => this.dispatcher.noticeWipe());
      }
      await this.attempt('dispatch', () => this.dispatcher.dispatch());
      await sleep(POLL_MS);
    }
  }

  /** A database or queue that is away for a while must not end the loop. */
  private async attempt(step: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.warn({ step, error: error instanceof Error ? error.name : 'unknown' }, 'work-loop.step-failed');
    }
  }
}
