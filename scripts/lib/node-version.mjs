/** Runs before anything else, so it only uses syntax that very old versions of Node can read. */
import { readFileSync } from 'node:fs';

/**
 * @param {string} version for example "20.19.0"
 * @param {string} range the forms package.json uses: "^a.b.c" and ">=a.b.c", joined by "||"
 * @returns {boolean}
 */
export function satisfies(version, range) {
  const have = version.split('.').map(Number);
  return range.split('||').some(function (part) {
    const text = part.trim();
    const want = text
      .replace(/^[^\d]+/, '')
      .split('.')
      .map(Number);
    if (text.charAt(0) === '^' && have[0] !== want[0]) return false;
    for (let i = 0; i < 3; i += 1) {
      const difference = (have[i] || 0) - (want[i] || 0);
      if (difference !== 0) return difference > 0;
    }
    return true;
  });
}

/** @param {string} line */
function say(line) {
  process.stdout.write(line + '\n');
}

/** Ends the process with a sentence when this Node is too old; only warns about untried ones in between. */
export function checkNode() {
  const range = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).engines.node;
  const version = process.versions.node;
  if (satisfies(version, range)) return;
  if (!satisfies(version, '>=20.19.0')) {
    say('✗ Node.js ' + version + ' は古すぎます。20.19 以上 (推奨は 24) を入れてください。');
    say('  Node.js ' + version + ' is too old. Install 20.19 or newer (24 is recommended).');
    process.exit(1);
  }
  say('! Node.js ' + version + ' では確認していません (対象: ' + range + ')。このまま続けます。');
  say('  Not tried on Node.js ' + version + ' (meant for ' + range + '). Going on anyway.');
}
