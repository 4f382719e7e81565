/** Runs some files of a project of tests by themselves, with what they print shown as it comes. */
import { inRoot, root } from './paths.mjs';
import { run } from './processes.mjs';

/**
 * @param {string} pattern of the files' paths
 * @param {NodeJS.ProcessEnv} env what they are told
 * @param {string} [project] of Jest
 * @param {string[]} [more] arguments for Jest
 */
export function runSpecs(pattern, env, project = 'api', more = []) {
  const args = [
    '--experimental-vm-modules',
    '--no-warnings=ExperimentalWarning',
    inRoot('node_modules/jest/bin/jest.js'),
    `--selectProjects=${project}`,
    `--testPathPatterns=${pattern}`,
    ...(more.length > 0 ? more : ['--runInBand']),
  ];
  return run(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env, NO_COLOR: '1' },
    onLine: (line) => process.stdout.write(`${line}\n`),
  });
}
