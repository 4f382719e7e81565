import { Worker } from 'node:worker_threads';

/** How many threads there are at most, and what they may take. */
export interface ThreadPoolOptions {
  /** Compiled code that answers each message of its parent port with one message. */
  readonly file: URL;
  readonly threads: number;
  /** From the asking to the answer, waiting included. */
  readonly timeLimitMs: number;
  readonly mostWaiting: number;
  readonly memoryMb: number;
}

/** No answer came within the time limit; the thread that worked on it was ended. */
export class ThreadOverdue extends Error {}

/** Too many are waiting already. */
export class ThreadsBusy extends Error {}

interface Job<Task, Answer> {
  readonly task: Task;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
  timer?: NodeJS.Timeout;
}

/**
 * A few threads for work that would hold up everything else in this process. They start when they are first
 * needed and stay; one that fails or takes too long is ended and replaced.
 */
export class ThreadPool<Task, Answer> {
  private readonly idle: Worker[] = [];
  private readonly working = new Map<Worker, Job<Task, Answer>>();
  private readonly waiting: Job<Task, Answer>[] = [];
  private closed = false;

  constructor(private readonly options: ThreadPoolOptions) {}

  /** `first`: before others that wait, for those who hold a lock meanwhile. */
  run(task: Task, { first = false }: { readonly first?: boolean } = {}): Promise<Answer> {
    const { mostWaiting, timeLimitMs } = this.options;
    if (this.closed || (this.waiting.length >= mostWaiting && !first))
      return Promise.reject(new ThreadsBusy('Too many are waiting for a thread'));
    return new Promise((resolve, reject) => {
      const job: Job<Task, Answer> = { task, resolve, reject };
      job.timer = setTimeout(() => this.giveUp(job), timeLimitMs);
      if (first) this.waiting.unshift(job);
      else this.waiting.push(job);
      this.next();
    });
  }

  /** Ends every thread; whoever still waits is refused. */
  async close(): Promise<void> {
    this.closed = true;
    const threads = [...this.idle, ...this.working.keys()];
    for (const job of [...this.waiting.splice(0), ...this.working.values()])
      this.settle(job, () => job.reject(new ThreadsBusy('The threads are being ended')));
    this.idle.length = 0;
    this.working.clear();
    await Promise.all(threads.map((thread) => thread.terminate()));
  }

  private next(): void {
    while (this.waiting.length > 0) {
      const thread = this.idle.pop() ?? this.started();
      const job = thread && this.waiting.shift();
      if (!thread || !job) return;
      this.working.set(thread, job);
      thread.ref();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      thread.postMessage(job.task);
    }
  }

  private started(): Worker | null {
    const { file, threads, memoryMb } = this.options;
    if (this.working.size >= threads) return null;
    const thread = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    thread.on('message', (answer: Answer) => {
      const job = this.working.get(thread);
      this.working.delete(thread);
      if (this.closed) return;
      thread.unref();
      this.idle.push(thread);
      if (job) this.settle(job, () => job.resolve(answer));
      this.next();
    });
    thread.on('error', (error: Error) => this.lose(thread, error));
    thread.on('exit', (code) => this.lose(thread, new Error(`The thread ended with code ${code}`)));
    return thread;
  }

  private lose(thread: Worker, error: Error): void {
    const job = this.working.get(thread);
    this.working.delete(thread);
    const at = this.idle.indexOf(thread);
    if (at >= 0) this.idle.splice(at, 1);
    if (job) this.settle(job, () => job.reject(error));
    if (!this.closed) this.next();
  }

  private giveUp(job: Job<Task, Answer>): void {
    const at = this.waiting.indexOf(job);
    if (at >= 0) this.waiting.splice(at, 1);
    const overdue = new ThreadOverdue(`No answer within ${this.options.timeLimitMs} ms`);
    for (const [thread, other] of this.working) {
      if (other !== job) continue;
      this.working.delete(thread);
      void thread.terminate();
    }
    this.settle(job, () => job.reject(overdue));
    this.next();
  }

  private settle(job: Job<Task, Answer>, answer: () => void): void {
    clearTimeout(job.timer);
    answer();
  }
}
