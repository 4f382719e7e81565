/*
 * The routing core of the planner, free of towns and calendars: stops, kinds of vehicles, a matrix. All
 * numbers are integers in units of the caller's choice (minutes, or a tenth of a benchmark's unit).
 */

/** Vehicles that are interchangeable: same base, shift, capacity, same stops allowed. */
export interface VehicleKind {
  /** Most vehicles of this kind in use at once. */
  readonly count: number;
  /** Place where a tour begins, as a row of the matrix. */
  readonly start: number;
  /** Place where a tour ends. */
  readonly end: number;
  /** Earliest departure from `start`. */
  readonly open: number;
  /** Latest arrival at `end`. */
  readonly close: number;
  /** Most load, one number for each dimension of `loads`. */
  readonly capacity: readonly number[];
  /** Day of the tours of this kind; see `StopGroup`. Absent = 0. */
  readonly day?: number;
  /** Kinds with the same pool share the vehicles: together at most `count` of any of them are in use. */
  readonly pool?: number;
}

/** Stops of one customer: all are served on the days of one of the patterns, one stop a day, or none is. */
export interface StopGroup {
  /** The stops, alike in all but their number. */
  readonly stops: readonly number[];
  /** Each pattern lists as many different days as there are stops. */
  readonly patterns: readonly (readonly number[])[];
}

/**
 * Stops 0 … n-1 are places 0 … n-1 of the matrix, bases come after them.
 */
export interface TourProblem {
  /** Number of stops. */
  readonly stops: number;
  /** Number of places: stops and bases. */
  readonly places: number;
  /** What is minimised, from place to place, `places` × `places` by rows. */
  readonly distance: Int32Array;
  /** Travel time from place to place; may be the same array as `distance`. */
  readonly duration: Int32Array;
  readonly service: Int32Array;
  /** Earliest and latest beginning of the service. */
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  /** Load of each stop in each dimension. */
  readonly loads: readonly Int32Array[];
  readonly kinds: readonly VehicleKind[];
  /** 1 = the stop may be on a tour of the kind, by `stop × kinds + kind`. Absent = every kind. */
  readonly allowed?: Uint8Array;
  /** Price of leaving a stop out, at most `MANDATORY`. Absent = every stop is mandatory. */
  readonly penalty?: Int32Array;
  /** Customers with a choice of days. Stops outside of all groups go on any allowed kind. */
  readonly groups?: readonly StopGroup[];
}

/** Price of leaving out a stop that must be served: above any detour. */
export const MANDATORY = 1 << 28;

export interface Tour {
  /** Index of the vehicle's kind. */
  readonly kind: number;
  readonly stops: readonly number[];
}

export interface TourPlan {
  readonly tours: readonly Tour[];
  /** Stops on no tour. */
  readonly leftOut: readonly number[];
  /** Distance of the tours and penalties of what is left out. */
  readonly cost: number;
  readonly iterations: number;
}
