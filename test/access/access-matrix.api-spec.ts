import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { PARTS, ROLES } from '@banso/kernel';
import { operationsOf } from '../../apps/api/src/access.js';
import { RESOLVERS } from '../../apps/api/src/resolvers.js';
import { type RunningApi, startApi } from '../api.js';
import { operationsIn } from '../documents.js';
import { fingerprintOf } from '../fingerprint.js';
import { accessDocument } from './document.js';
import { Matrix } from './matrix.js';
import { type Scene, scenesOf } from './world.js';

const FILE = 'docs/access.md';

describe('the access matrix', () => {
  let api: RunningApi;
  let scenes: readonly Scene[];
  let matrix: Matrix;
  const schema = () => api.app.get(GraphQLSchemaHost).schema;

  beforeAll(async () => {
    api = await startApi();
    scenes = await scenesOf(api);
    matrix = new Matrix(api.url, schema(), operationsOf(RESOLVERS), () => fingerprintOf(api));
    await matrix.walk(operationsIn(schema()), scenes);
  }, 480_000);
  afterAll(() => api.close());

  it('holds every role that there is, at home and abroad', () => {
    for (const role of ROLES)
      expect([role, scenes.filter((scene) => scene.role === role).map(({ relation }) => relation)]).toEqual([
        role,
        expect.arrayContaining(['own', 'other prefecture']),
      ]);
    for (const part of PARTS.filter((one) => one !== 'SPECIALIST' && one !== 'OPERATOR'))
      expect(scenes.map((scene) => scene.role)).toContain(part);
  });

  it('finds no foreign word, no foreign row changed and no way to tell a foreign id from an invented one', () => {
    expect(matrix.findings).toEqual([]);
    expect(matrix.compared).toBeGreaterThan(1_000);
  });

  it('has asked for every field of every type, and knows no subscription', () => {
    expect(matrix.uncovered()).toEqual([]);
    expect(schema().getSubscriptionType()).toBeUndefined();
  });

  it('is the one in docs/access.md; `npm run access` writes it anew', () => {
    const text = accessDocument(operationsIn(schema()), matrix);
    if (process.env['BANSO_WRITE_ACCESS'] === 'on') writeFileSync(FILE, text);
    expect(existsSync(FILE) ? readFileSync(FILE, 'utf8') : '').toBe(text);
  });
});
