import { type Answer, type Given, reckoned, type ReckoningName } from './reckonings.js';

/** How urgent a reckoning is. */
export interface ReckoningWish {
  /** Before others that wait: a transaction is open meanwhile. */
  readonly first?: boolean;
}

/** Where long reckonings are done. */
export abstract class Reckoner {
  abstract reckon<Name extends ReckoningName>(
    name: Name,
    given: Given<Name>,
    wish?: ReckoningWish,
  ): Promise<Answer<Name>>;
}

/** In this very thread: for a process in which nobody else waits. */
export class ReckonerHere extends Reckoner {
  override async reckon<Name extends ReckoningName>(name: Name, given: Given<Name>): Promise<Answer<Name>> {
    return reckoned({ name, given });
  }
}
