import { describe } from '@jest/globals';
// Asks for what comes after all tests of the process: it must not be asked within the first file alone.
import './folder.js';

/** Where jest-circus keeps what has been described; hooks and tests go into its current block. */
const KEPT = Object.getOwnPropertySymbols(globalThis).find(
  ({ description }) => description === 'JEST_STATE_SYMBOL',
);

/** Takes the tests of a file into a block of its name, so that its hooks are its own: `describe` takes no promise. */
export async function asOneFile(file, load) {
  const state = globalThis[KEPT];
  const outside = state.currentDescribeBlock;
  describe(file, () => {
    state.inside = state.currentDescribeBlock;
  });
  state.currentDescribeBlock = state.inside;
  await load();
  state.currentDescribeBlock = outside;
}
