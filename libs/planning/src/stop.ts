/** What a stop rule may look at: iterations done and iterations since the last better plan. */
export interface SearchMoment {
  readonly iterations: number;
  readonly sinceImprovement: number;
}

/** Says whether the search should stop now. Stateless, so one rule may serve several runs. */
export interface Stop {
  (moment: SearchMoment): boolean;
  /** How much of the budget is used, 0-1, where that is known: the search cools down by it. */
  readonly share?: (moment: SearchMoment) => number;
}

/** Stops after `n` iterations of improvement; 0 = construct only. */
export function iterations(n: number): Stop {
  const stop = (moment: SearchMoment): boolean => moment.iterations >= n;
  return Object.assign(stop, { share: (moment: SearchMoment) => (n === 0 ? 1 : moment.iterations / n) });
}

/** Stops after `n` iterations but leaves the pace to the other rules: repeats a run that was cut short. */
export function cutAfter(n: number): Stop {
  return (moment) => moment.iterations >= n;
}

/** Stops after `n` iterations without a better plan. */
export function noImprovement(n: number): Stop {
  return (moment) => moment.sinceImprovement >= n;
}

/**
 * Stops when the caller says so: lets a clock or a cancel flag in from outside. `share` tells how much of
 * the budget is used, if there is one.
 */
export function when(isOver: () => boolean, share?: () => number): Stop {
  const stop = (): boolean => isOver();
  return share ? Object.assign(stop, { share }) : stop;
}

/** Stops as soon as any of the rules does; the one that is nearest to its end sets the share. */
export function firstOf(...stops: readonly Stop[]): Stop {
  const stop = (moment: SearchMoment): boolean => stops.some((one) => one(moment));
  const shares = stops.flatMap(({ share }) => (share ? [share] : []));
  if (shares.length === 0) return stop;
  return Object.assign(stop, {
    share: (moment: SearchMoment) => Math.max(...shares.map((share) => share(moment))),
  });
}
