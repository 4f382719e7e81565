/** Lets so many in at once; the others wait in the order in which they came, and not for ever. */
export class Gate {
  private inside = 0;
  private readonly waiting: Waiting[] = [];

  /**
   * @param most at once
   * @param patience in milliseconds; nobody waits for longer
   */
  constructor(
    private readonly most: number,
    private readonly patience = Number.POSITIVE_INFINITY,
  ) {}

  /** What leads out again, once; null: there was no room in time. */
  enter(): Promise<(() => void) | null> {
    if (this.inside < this.most) {
      this.inside++;
      return Promise.resolve(this.wayOut());
    }
    return new Promise((resolve) => {
      const waiting: Waiting = { letIn: resolve, timer: undefined };
      if (Number.isFinite(this.patience))
        waiting.timer = setTimeout(() => {
          this.waiting.splice(this.waiting.indexOf(waiting), 1);
          resolve(null);
        }, this.patience);
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

  private wayOut(): () => void {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = this.waiting.shift();
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
