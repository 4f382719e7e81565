/** How long somebody waits at a gate, in milliseconds. */
export interface Patience {
  readonly usual: number;
  /** Once there has been a line for `after`, more come than can be let in: whoever waits long then only lengthens it. */
  readonly after?: number;
  readonly inLine?: number;
}

/** Lets so many in at once; the others wait in the order in which they came, and not for ever. */
export class Gate {
  private inside = 0;
  private readonly waiting: Waiting[] = [];
  /** Since when there has been a line without a break. */
  private lineSince: number | null = null;

  /** @param most at once */
  constructor(
    private readonly most: number,
    private readonly patience: Patience = { usual: Number.POSITIVE_INFINITY },
  ) {}

  /** What leads out again, once; null: there was no room in time. */
  enter(): Promise<(() => void) | null> {
    if (this.inside < this.most) {
      this.inside++;
      return Promise.resolve(this.wayOut());
    }
    return new Promise((resolve) => {
      const waiting: Waiting = { letIn: resolve, timer: undefined };
      this.lineSince ??= performance.now();
      const patience = this.patienceNow(this.lineSince);
      if (Number.isFinite(patience))
        waiting.timer = setTimeout(() => {
          this.waiting.splice(this.waiting.indexOf(waiting), 1);
          this.lookAtLine();
          resolve(null);
        }, patience);
      this.waiting.push(waiting);
    });
  }

  /** Does it once there is room. Only for gates at which everybody waits. */
  async within<T>(work: () => Promise<T>): Promise<T> {
    const leave = await this.enter();
    try {
      return await work();
    } finally {
      leave?.();
    }
  }

  private patienceNow(lineSince: number): number {
    const { usual, after = Number.POSITIVE_INFINITY, inLine = usual } = this.patience;
    return performance.now() - lineSince > after ? inLine : usual;
  }

  private lookAtLine(): void {
    if (this.waiting.length === 0) this.lineSince = null;
  }

  private wayOut(): () => void {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = this.waiting.shift();
      this.lookAtLine();
      if (!next) {
        this.inside--;
        return;
      }
      clearTimeout(next.timer);
      next.letIn(this.wayOut());
    };
  }
}

interface Waiting {
  readonly letIn: (leave: (() => void) | null) => void;
  timer: NodeJS.Timeout | undefined;
}
