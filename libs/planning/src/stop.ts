/** What a stop rule may look at: iterations done and iterations since the last better plan. */
export interface SearchMoment {
  readonly iterations: number;
  readonly sinceImprovement: number;
}

/** Says whether the search should stop now. Stateless, so one rule may serve several runs. */
export type Stop = (moment: SearchMoment) => boolean;

/** Stops after `n` iterations of improvement; 0 = construct only. */
export function iterations(n: number): Stop {
  return (moment) => moment.iterations >= n;
}

/** Stops after `n` iterations without a better plan. */
export function noImprovement(n: number): Stop {
  return (moment) => moment.sinceImprovement >= n;
}

/** Stops when the caller says so: lets a clock or a cancel flag in from outside. */
export function when(isOver: () => boolean): Stop {
  return () => isOver();
}

/** Stops as soon as any of the rules does. */
export function firstOf(...stops: readonly Stop[]): Stop {
  return (moment) => stops.some((stop) => stop(moment));
}
