import {
  adopt,
  check,
  explainLeftOut,
  judgeEdits,
  measure,
  nearestChanges,
  openPlaces,
  placesToOffer,
  rankCandidates,
  scoreOf,
  whyNot,
} from '@banso/planning';
import { fallenReckoning } from './answers/fallen-reckoning.js';
import { placedBecause } from './plan-reasoning.js';
import { planFigures } from './plan-figures.js';
import { absenceReckoning, urgentReckoning } from './repair-reckoning.js';

/**
 * What takes the planner so long that it must not be reckoned where others wait: pure functions of plain data.
 * This file and what it imports is all that a thread loads.
 */
const FUNCTIONS = {
  adopt,
  check,
  explainLeftOut,
  judgeEdits,
  measure,
  nearestChanges,
  openPlaces,
  placesToOffer,
  rankCandidates,
  scoreOf,
  whyNot,
  placedBecause,
  planFigures,
  urgentReckoning,
  absenceReckoning,
  fallenReckoning,
};

type Functions = typeof FUNCTIONS;
export type ReckoningName = keyof Functions;
type Shapes = {
  [Name in ReckoningName]: { given: Parameters<Functions[Name]>; answer: ReturnType<Functions[Name]> };
};
export type Given<Name extends ReckoningName> = Shapes[Name]['given'];
export type Answer<Name extends ReckoningName> = Shapes[Name]['answer'];

/** One reckoning as data. */
export interface Reckoning<Name extends ReckoningName = ReckoningName> {
  readonly name: Name;
  readonly given: Given<Name>;
}

const TABLE: { [Name in ReckoningName]: (...given: Given<Name>) => Answer<Name> } = FUNCTIONS;

/** Reckons it here and now. */
export const reckoned = <Name extends ReckoningName>({ name, given }: Reckoning<Name>): Answer<Name> =>
  TABLE[name](...given);
