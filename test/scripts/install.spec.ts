import { describe, expect, it } from '@jest/globals';
import { installProblem, sameTree } from '../../scripts/lib/install.mjs';
import { satisfies } from '../../scripts/lib/node-version.mjs';

describe('Node versions', () => {
  const range = '^20.19.0 || ^22.13.0 || >=24.11.0';

  it.each(['20.19.0', '20.20.2', '22.13.0', '22.23.3', '24.11.0', '26.0.0'])('%s is fine', (version) => {
    expect(satisfies(version, range)).toBe(true);
  });

  it.each(['18.20.8', '20.18.9', '21.7.3', '22.12.0', '23.11.0', '24.10.9'])('%s is not', (version) => {
    expect(satisfies(version, range)).toBe(false);
  });
});

describe('an installed tree', () => {
  const wanted = {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b-darwin': { version: '1.0.0', integrity: 'sha512-b', optional: true },
    'node_modules/@banso/web': { link: true },
    'apps/web': { version: '0.1.0' },
  };

  it('may lack optional packages for other systems', () => {
    expect(sameTree(wanted, { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } })).toBe(true);
  });

  it('is refused with a missing or another package', () => {
    expect(sameTree(wanted, {})).toBe(false);
    expect(sameTree(wanted, { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } })).toBe(false);
    expect(sameTree(wanted, { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } })).toBe(false);
  });
});

describe('a failed installation', () => {
  it.each([
    ['npm error code ENOTFOUND\nnpm error network', 'proxy'],
    ['npm error code ENOSPC', 'disk is full'],
    ['npm error code SELF_SIGNED_CERT_IN_CHAIN', 'NODE_EXTRA_CA_CERTS'],
    ['npm error code EACCES', 'chown'],
    ['npm error something else', 'Check network'],
  ])('%j comes with a hint about %s', (output, hint) => {
    expect(installProblem(output).en).toContain(hint);
  });
});
