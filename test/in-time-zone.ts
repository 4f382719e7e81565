import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { transformSync } from '@swc/core';

/**
 * What a script prints as JSON in a process of its own whose clock stands in a time zone: inside a test the zone cannot
 * be changed. `files` are sources that import nothing of ours but each other; the script imports them by their paths.
 */
export function inTimeZone(zone: string, root: string, files: readonly string[], script: string): unknown {
  mkdirSync(resolve('.data'), { recursive: true });
  const folder = mkdtempSync(resolve('.data', 'zone-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    for (const file of files) {
      const { code } = transformSync(readFileSync(join(root, file), 'utf8'), {
        swcrc: false,
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'es6' },
      });
      const built = join(folder, file.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(built), { recursive: true });
      writeFileSync(built, code);
    }
    writeFileSync(join(folder, 'run.js'), script);
    const env = { ...process.env, TZ: zone };
    return JSON.parse(execFileSync(process.execPath, [join(folder, 'run.js')], { env, encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
