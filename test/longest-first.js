import SequencerModule from '@jest/test-sequencer';

const Sequencer = SequencerModule.default ?? SequencerModule;

/** Small files that run long. On a machine that has run nothing yet Jest goes by size and would begin them last. */
const LONGEST = [
  'access-matrix.api-spec.ts',
  'client-key.api-spec.ts',
  'tenancy.api-spec.ts',
  'at-once.api-spec.ts',
  'worker-killed-with-mail.queue-spec.ts',
  'worker-and-queue-killed.queue-spec.ts',
  'demo.db-spec.ts',
  'prove-bound.spec.ts',
  'search.spec.ts',
  'exact-proof.spec.ts',
  'screens.browser-spec.ts',
  'phone.browser-spec.ts',
  'frame.browser-spec.ts',
  'plan-course.browser-spec.ts',
  'town.browser-spec.ts',
  'plan-proof.browser-spec.ts',
  'planning-by-hand.browser-spec.ts',
];

const place = ({ path }) => {
  const found = LONGEST.findIndex((name) => path.endsWith(`/${name}`));
  return found < 0 ? LONGEST.length : found;
};

export default class LongestFirst extends Sequencer {
  sort(tests) {
    // Groups are numbered so already.
    if (process.env.BANSO_TEST_GROUPS) return [...tests].sort((a, b) => (a.path < b.path ? -1 : 1));
    return super.sort(tests).sort((a, b) => place(a) - place(b));
  }
}
