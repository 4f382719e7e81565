/** Who may import whom. The only place where it is said; `npm test` enforces it and proves that it can fail. */

const NODE_MODULES = 'node_modules';

/** Each lib with the libs that it may import, from the bottom up. */
const MAY_IMPORT = {
  planning: [],
  solver: ['planning'],
  kernel: [],
  platform: ['kernel'],
  directory: ['kernel', 'platform'],
  notices: ['kernel', 'platform', 'directory'],
  talent: ['kernel', 'platform', 'directory', 'notices'],
  engagement: ['kernel', 'platform', 'directory', 'notices', 'talent'],
  support: ['kernel', 'platform', 'directory', 'notices', 'talent', 'engagement'],
  dispatch: ['kernel', 'platform', 'directory', 'notices', 'talent', 'engagement', 'support', 'planning'],
  reports: ['kernel', 'platform', 'directory', 'notices', 'talent', 'engagement', 'support', 'dispatch'],
  settlement: [
    'kernel',
    'platform',
    'directory',
    'notices',
    'talent',
    'engagement',
    'support',
    'dispatch',
    'reports',
  ],
  search: ['kernel', 'platform', 'directory'],
  exchange: [
    'kernel',
    'platform',
    'directory',
    'notices',
    'talent',
    'engagement',
    'support',
    'dispatch',
    'reports',
    'settlement',
  ],
};

const libRules = Object.entries(MAY_IMPORT).map(([lib, allowed]) => ({
  name: `lib-${lib}`,
  comment: `libs/${lib} may import ${allowed.length > 0 ? allowed.join(', ') : 'no other lib'}.`,
  severity: 'error',
  from: { path: `^libs/${lib}/src` },
  to: {
    path: '^libs/',
    pathNot: [`^libs/${lib}/src`, ...allowed.map((other) => `^libs/${other}/src/index\\.ts$`)],
  },
}));

module.exports = {
  forbidden: [
    ...libRules,
    {
      name: 'no-circular',
      comment: 'A circle cannot be read from its beginning.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'planning-is-pure',
      comment: 'The planning core imports nothing outside itself, not even npm or Node.',
      severity: 'error',
      from: { path: '^libs/planning/src' },
      to: { pathNot: '^libs/planning/src' },
    },
    {
      name: 'kernel-is-pure',
      comment: 'The kernel knows no framework and no database; zod is its only library.',
      severity: 'error',
      from: { path: '^libs/kernel/src' },
      to: { pathNot: ['^libs/kernel/src', `^${NODE_MODULES}/zod`] },
    },
    {
      name: 'libs-know-no-app',
      comment: 'Apps adapt, libs decide.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-stand-alone',
      comment: 'Two apps share a lib, never each other.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'through-the-front-door',
      comment: 'An app reaches a lib by its index.ts.',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^libs/[^/]+/src/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'not-through-the-own-front-door',
      comment: 'Inside a lib, import the file: a barrel makes circles.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
      to: { path: '^libs/$1/src/index\\.ts$' },
    },
    {
      name: 'graphql-only-in-the-api',
      severity: 'error',
      from: { path: '^(libs|apps/worker)/' },
      to: {
        path: [`^${NODE_MODULES}/graphql/`, `^${NODE_MODULES}/@nestjs/graphql/`, `^${NODE_MODULES}/@apollo/`],
      },
    },
    {
      name: 'bullmq-behind-one-door',
      comment: 'The queue is a doorbell: only platform touches it.',
      severity: 'error',
      from: { pathNot: '^libs/platform/src/queue\\.ts$' },
      to: { path: [`^${NODE_MODULES}/bullmq/`, `^${NODE_MODULES}/ioredis/`] },
    },
    {
      name: 'highs-behind-one-door',
      comment: 'The planner hands a program to whoever solves it.',
      severity: 'error',
      from: { pathNot: '^libs/solver/src/open-solver\\.ts$' },
      to: { path: `^${NODE_MODULES}/highs/` },
    },
    {
      name: 'pdfmake-behind-one-door',
      comment: 'A document is said as a Paper; one place decides how it looks and what the writer may open.',
      severity: 'error',
      from: { pathNot: '^libs/platform/src/paper/write-pdf\\.ts$' },
      to: { path: `^${NODE_MODULES}/(pdfmake|pdfkit|fontkit)/` },
    },
    {
      name: 'nodemailer-behind-one-door',
      comment:
        'Mail is a Letter of plain text; one place decides how it stands on the wire and when it ends.',
      severity: 'error',
      from: { pathNot: '^libs/notices/src/mail/smtp\\.ts$' },
      to: { path: `^${NODE_MODULES}/nodemailer/` },
    },
    {
      name: 'sheets-behind-one-door',
      comment:
        'A table is said as a Sheet; one place decides how it is written, and what of a file is trusted.',
      severity: 'error',
      from: { pathNot: '^libs/platform/src/sheet/(write|read)-xlsx\\.ts$' },
      to: { path: `^${NODE_MODULES}/exceljs/` },
    },
    {
      name: 'csv-behind-one-door',
      comment: 'Quotes, marks and character sets of a text file are read in one place.',
      severity: 'error',
      from: { pathNot: ['^libs/platform/src/sheet/read-csv\\.ts$', '^libs/planning/bench/'] },
      to: { path: `^${NODE_MODULES}/csv-parse/` },
    },
    {
      name: 'files-behind-one-door',
      comment: 'Attachments lie where one folder of the platform says, and are told by content there.',
      severity: 'error',
      from: { pathNot: '^libs/platform/src/attachments/' },
      to: {
        path: [
          `^${NODE_MODULES}/(aws4fetch|file-type)/`,
          '^libs/platform/src/attachments/(local-store|s3-store|spool|virus-scanner)\\.ts$',
        ],
      },
    },
    {
      name: 'forms-are-read-by-uploads-alone',
      comment: 'Everything else takes JSON.',
      severity: 'error',
      from: { pathNot: '^apps/api/src/attachments/serve-files\\.ts$' },
      to: { path: `^${NODE_MODULES}/@fastify/multipart/` },
    },
    {
      name: 'policies-are-pure',
      comment: 'Who may do what is judged without framework or database.',
      severity: 'error',
      from: { path: '\\.policy\\.ts$' },
      to: {
        path: [`^${NODE_MODULES}/@nestjs/`, `^${NODE_MODULES}/typeorm/`],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'features-know-neither-roles-nor-each-other',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/(features|roles)/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'ui-knows-no-business',
      comment: 'Parts of the design know dates and the form of an error, but no feature, role or session.',
      severity: 'error',
      from: { path: '^apps/web/src/ui/' },
      to: { path: '^apps/web/src/(features|roles|session)' },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports is dead, unless it is an entry.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '(main|setup|print-schema)\\.ts$',
          '\\.thread\\.ts$',
          '\\.d\\.ts$',
          'vite\\.config\\.ts$',
          '^libs/planning/bench/',
          '^libs/planning/src/bench',
        ],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: NODE_MODULES },
    exclude: { path: ['\\.(spec|db-spec|queue-spec|api-spec|browser-spec)\\.tsx?$', '/dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
