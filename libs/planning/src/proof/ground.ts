import type { PlanView } from '../plan-view.js';
import type { Clock } from './parts-of-day.js';

/** Multipliers and prices are whole thousandths of a point of the last tier: sums are exact. */
export const MILLI = 1000;
/** No place: online, or no travel. */
export const NOWHERE = -1;
/** A way that nobody has entered. */
export const UNKNOWN = -1;

/** One specialist who may serve a request, and where the ways to do so begin and end among the links. */
export interface Doer {
  readonly specialist: number;
  readonly links: Int32Array;
  /** A further specialist on the request unless the town knows him or her. */
  readonly fresh: boolean;
}

/** A visit that stands already: keeping its specialist and day is cheaper. */
export interface Stand {
  readonly specialist: number;
  readonly day: number;
}

/** One request with its visits to place, as the request alone judges them. */
export interface Job {
  readonly index: number;
  readonly units: number;
  /** Price of each visit on each day (unit × days + day); Infinity = not allowed. */
  readonly dayCost: Float64Array;
  /** Price of each visit if it is left out. */
  readonly leftOut: Float64Array;
  /** Price if no visit at all is placed. */
  readonly nothingCost: number;
  readonly minGap: number;
  /** Most days to the visit before; Infinity = any. */
  readonly maxGap: Float64Array;
  readonly doers: readonly Doer[];
  /** The town knows somebody already, in the pool or not. */
  readonly knowsSomebody: boolean;
  readonly changeCost: number;
  readonly stands: readonly (Stand | null)[];
  readonly movedSpecialist: number;
  readonly movedDay: number;
  /** Messages of the turns of a campaign (unit × (days + 1) + day, the last = left out); null = none. */
  readonly messages: Float64Array | null;
}

/** A stop that never moves, as steps of the clock. */
export interface Anchor {
  readonly start: number;
  readonly end: number;
  readonly place: number;
}

/** One specialist's day with everything that could be done on it. */
export interface Cell {
  readonly specialist: number;
  readonly day: number;
  /** First step and last minute of the working day. */
  readonly begin: number;
  readonly endMinute: number;
  /** Minute at which the last of all tasks and fixed stops could end. */
  readonly lastEnd: number;
  readonly anchors: readonly Anchor[];
  readonly base: number;
  /** A night away instead of the way out or home; Infinity = not possible. */
  readonly halfNight: number;
  /** Tasks: link, request, place, length in steps, least price of a start, last start. */
  readonly link: Int32Array;
  readonly owner: Int32Array;
  readonly place: Int32Array;
  readonly length: Int32Array;
  readonly least: Float64Array;
  readonly lastStart: Int32Array;
  readonly choiceFrom: Int32Array;
  /** Choices of a task: price, and the table of next starts. */
  readonly choiceCost: Float64Array;
  readonly choiceTable: readonly Int16Array[];
}

/** One stretch of a calendar with a price or a limit on the busy days in it. */
export interface Stretch {
  /** Extra price of the first, second … further busy day; never falling. Beyond its end: forbidden. */
  readonly steps: Float64Array;
}

/** One specialist's days: those free of anything fixed, and what busy days cost together. */
export interface Staff {
  readonly specialist: number;
  /** Days that are busy anyway. */
  readonly busyCells: readonly number[];
  readonly freeCells: readonly number[];
  /** Of each free cell, its part of a week and its month. */
  readonly partOf: Int32Array;
  readonly monthOf: Int32Array;
  readonly parts: readonly Stretch[];
  readonly months: readonly Stretch[];
  readonly total: Stretch;
  /** What all busy days together cost, by how many of the free days are used. */
  readonly loadCost: Float64Array;
  /** Parts of a week belong to one month each. */
  readonly constant: number;
}

/** Two visits of a campaign: the first is overtaken if the second comes before it. */
export interface Turn {
  readonly later: { readonly job: number; readonly unit: number };
  readonly earlier: { readonly job: number; readonly unit: number };
  readonly cost: number;
  /** Multipliers: by day and one for "left out". */
  readonly laterAt: number;
  readonly earlierAt: number;
}

/** A problem taken apart into requests, specialists and turns that share nothing but multipliers. */
export interface Ground {
  readonly view: PlanView;
  readonly clock: Clock;
  readonly days: number;
  readonly placeCount: number;
  /** Buffered minutes, or UNKNOWN. */
  readonly travel: Int32Array;
  readonly minuteCost: number;
  readonly jobs: readonly Job[];
  readonly cells: readonly Cell[];
  readonly staff: readonly Staff[];
  readonly turns: readonly Turn[];
  readonly linkCount: number;
  readonly linkDay: Int16Array;
  readonly linkCost: Float64Array;
  /** Links, then two rows for each turn. */
  readonly multiplierCount: number;
  /** What every plan costs. */
  readonly constant: number;
}

/** A day with nothing on it. */
export const NO_CELL: Cell = {
  specialist: -1,
  day: -1,
  begin: 0,
  endMinute: 0,
  lastEnd: 0,
  anchors: [],
  base: NOWHERE,
  halfNight: Infinity,
  link: new Int32Array(0),
  owner: new Int32Array(0),
  place: new Int32Array(0),
  length: new Int32Array(0),
  least: new Float64Array(0),
  lastStart: new Int32Array(0),
  choiceFrom: new Int32Array(1),
  choiceCost: new Float64Array(0),
  choiceTable: [],
};
