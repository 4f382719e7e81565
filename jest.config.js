/** Projects by what a test may touch: nothing, Postgres, the whole API, the queue, a real browser. */
const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      swcrc: false,
      jsc: {
        parser: { syntax: 'typescript', decorators: true, tsx: false },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        target: 'es2022',
      },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    },
  ],
};

/** `npm test` says here where it has put files together that run in one process. */
const groups = process.env.BANSO_TEST_GROUPS;

const project = (displayName, testMatch, extra = {}) => ({
  displayName,
  rootDir: '.',
  testEnvironment: 'node',
  testMatch: groups ? [`${groups}/*.mjs`] : testMatch,
  transform,
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^@banso/([a-z]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/apps/web/dist', '<rootDir>/.data/(?!test-groups)'],
  ...extra,
});

const withServices = {
  globalSetup: '<rootDir>/test/global-setup.ts',
  setupFilesAfterEnv: ['<rootDir>/test/patience.ts'],
};

export default {
  workerIdleMemoryLimit: '700MB',
  testSequencer: '<rootDir>/test/longest-first.js',
  projects: [
    project('unit', ['<rootDir>/{libs,apps/api,apps/worker,test}/**/*.spec.ts']),
    project('db', ['<rootDir>/{libs,apps/api,apps/worker,test}/**/*.db-spec.ts'], withServices),
    // Runs twice, once on each queue backend.
    project('worker', ['<rootDir>/apps/worker/**/*.queue-spec.ts'], withServices),
    project('api', ['<rootDir>/{apps/api,test}/**/*.api-spec.ts'], withServices),
    // `npm run bench -- board` measures there; a figure in milliseconds is no test.
    project(
      'browser',
      [`<rootDir>/test/**/*.browser-${process.env.BANSO_MEASURE ? 'bench' : 'spec'}.ts`],
      withServices,
    ),
  ],
};
