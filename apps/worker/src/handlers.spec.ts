import { Clock } from '@banso/kernel';
import { Db } from '@banso/platform';
import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { assertEveryJobHandled, handlersOf, JOBS } from './handlers.js';
import { SCHEDULES } from './schedules.js';

const HANDLINGS = handlersOf(new Db(new DataSource({ type: 'postgres' })), new Clock());

describe('the map of asynchrony', () => {
  it('has one handler for every job', () => {
    expect(() => assertEveryJobHandled(JOBS, HANDLINGS)).not.toThrow();
  });

  it('schedules only jobs that it knows, each under one name', () => {
    const known = new Set(JOBS.map(({ name }) => name));
    for (const { job } of SCHEDULES) expect(known).toContain(job.name);
    expect(new Set(SCHEDULES.map(({ name }) => name)).size).toBe(SCHEDULES.length);
  });

  it.each([
    ['no handler', [{ name: 'a' }], []],
    ['two handlers', [{ name: 'a' }], [{ job: 'a' }, { job: 'a' }]],
    ['a handler of nothing', [], [{ job: 'a' }]],
    ['two jobs of one name', [{ name: 'a' }, { name: 'a' }], [{ job: 'a' }]],
  ])('does not start with %s', (_, jobs, handlings) => {
    expect(() => assertEveryJobHandled(jobs, handlings)).toThrow('The job a');
  });
});
