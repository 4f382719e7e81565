import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from './folder.js';

/** One planted slip for each rule: a rule that was never seen to fail guards nothing. */
const PLANTED: Readonly<Record<string, readonly [file: string, imports: string]>> = {
  'lib-kernel': ['libs/kernel/src/a.ts', '../../platform/src/index.js'],
  'lib-platform': ['libs/platform/src/a.ts', '../../support/src/index.js'],
  'lib-directory': ['libs/directory/src/a.ts', '../../talent/src/index.js'],
  'lib-talent': ['libs/talent/src/a.ts', '../../support/src/index.js'],
  'lib-engagement': ['libs/engagement/src/a.ts', '../../support/src/index.js'],
  'lib-settlement': ['libs/settlement/src/a.ts', '../../dispatch/src/inside.js'],
  'lib-support': ['libs/support/src/a.ts', '../../dispatch/src/index.js'],
  'lib-dispatch': ['libs/dispatch/src/a.ts', '../../support/src/inside.js'],
  'lib-planning': ['libs/planning/src/a.ts', '../../kernel/src/index.js'],
  'planning-is-pure': ['libs/planning/src/b.ts', 'node:crypto'],
  'kernel-is-pure': ['libs/kernel/src/b.ts', 'node:fs'],
  'libs-know-no-app': ['libs/directory/src/b.ts', '../../../apps/api/src/inside.js'],
  'apps-stand-alone': ['apps/worker/src/a.ts', '../../api/src/inside.js'],
  'through-the-front-door': ['apps/api/src/a.ts', '../../../libs/support/src/inside.js'],
  'not-through-the-own-front-door': ['libs/talent/src/b.ts', './index.js'],
  'features-know-neither-roles-nor-each-other': ['apps/web/src/features/x/a.ts', '../y/inside.js'],
  'web-shares-one-table': ['apps/web/src/i18n/fold-for-search.ts', '../../../../libs/kernel/src/inside.js'],
  'react-aria-behind-one-door': ['apps/web/src/ui/b.ts', 'react-aria-components'],
  'react-aria-when-wanted': ['apps/web/src/ui/c.ts', './aria/inside.js'],
  'ui-knows-no-business': ['apps/web/src/ui/a.ts', '../features/x/inside.js'],
  'graphql-only-in-the-api': ['libs/support/src/b.ts', 'graphql'],
  'bullmq-behind-one-door': ['apps/worker/src/b.ts', 'bullmq'],
  'telemetry-behind-one-door': ['libs/support/src/e.ts', '@opentelemetry/api'],
  'telemetry-sdk-when-wanted': ['libs/platform/src/telemetry/a.ts', '@opentelemetry/resources'],
  'pdfmake-behind-one-door': ['libs/support/src/c.ts', 'pdfmake'],
  'nodemailer-behind-one-door': ['libs/notices/src/a.ts', 'nodemailer'],
  'sheets-behind-one-door': ['libs/exchange/src/c.ts', 'exceljs'],
  'csv-behind-one-door': ['libs/exchange/src/d.ts', 'csv-parse'],
  'files-behind-one-door': ['libs/support/src/d.ts', 'aws4fetch'],
  'forms-are-read-by-uploads-alone': ['apps/api/src/form.ts', '@fastify/multipart'],
  'policies-are-pure': ['libs/support/src/a.policy.ts', 'typeorm'],
  'no-circular': ['apps/api/src/circle.ts', './circle.js'],
  'no-orphans': ['apps/api/src/orphan.ts', ''],
};

const LIBS = [
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
  'search',
  'exchange',
  'planning',
];

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
}

describe('import rules', () => {
  const root = resolve(import.meta.dirname, '..');
  const tree = temporaryFolder();
  let violations: Violation[] = [];

  const plant = (file: string, text: string) => {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), text);
  };

  beforeAll(() => {
    plant(
      'tsconfig.json',
      JSON.stringify({ compilerOptions: { module: 'nodenext', moduleResolution: 'nodenext' } }),
    );
    plant('package.json', JSON.stringify({ type: 'module' }));
    for (const lib of LIBS) {
      plant(`libs/${lib}/src/index.ts`, 'export const door = 1;\n');
      plant(`libs/${lib}/src/inside.ts`, 'export const inside = 1;\n');
    }
    for (const place of [
      'apps/api/src',
      'apps/web/src/features/x',
      'apps/web/src/features/y',
      'apps/web/src/ui/aria',
    ])
      plant(`${place}/inside.ts`, 'export const inside = 1;\n');
    for (const name of [
      'graphql',
      'bullmq',
      'pdfmake',
      'exceljs',
      'csv-parse',
      'nodemailer',
      'typeorm',
      'aws4fetch',
      '@opentelemetry/api',
      '@opentelemetry/resources',
      '@fastify/multipart',
      'react-aria-components',
    ]) {
      plant(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
      plant(`node_modules/${name}/index.js`, 'exports.x = 1;\n');
    }
    plant('libs/support/src/good.ts', `import '../../kernel/src/index.js';\n`);
    for (const [file, imports] of Object.values(PLANTED))
      plant(file, imports ? `import '${imports}';\n` : 'export {};\n');

    const cruise = [
      '--config',
      join(root, '.dependency-cruiser.cjs'),
      '--output-type',
      'json',
      'libs',
      'apps',
    ];
    const report = runAllowingFailure(join(root, 'node_modules/.bin/depcruise'), cruise, tree);
    violations = (JSON.parse(report) as { summary: { violations: Violation[] } }).summary.violations;
  });

  it.each(Object.entries(PLANTED))('%s catches its planted slip', (rule, [file]) => {
    expect(violations).toContainEqual(
      expect.objectContaining({ from: file, rule: expect.objectContaining({ name: rule }) }),
    );
  });

  it('lets a lib use the front door of a lib below it', () => {
    expect(violations.filter(({ from }) => from === 'libs/support/src/good.ts')).toEqual([]);
  });
});

function runAllowingFailure(command: string, args: string[], cwd: string): string {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 32 * 1024 * 1024 });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
