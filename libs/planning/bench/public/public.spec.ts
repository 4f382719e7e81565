import { beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../../test/folder.js';
import { bestKnown, SOLOMON_BEST } from './best-known.js';
import { checkHhcrsp } from './check-hhcrsp.js';
import { checkPvrp } from './check-pvrp.js';
import { checkSolomon } from './check-solomon.js';
import { checkTrsp } from './check-trsp.js';
import { readHhcrsp } from './read-hhcrsp.js';
import { readPvrp } from './read-pvrp.js';
import { readSolomon } from './read-solomon.js';
import { readTrsp } from './read-trsp.js';
import { runPublic } from './run.js';
import { toursOfSolomon } from './solomon-tours.js';

// Four customers on two sides of the depot: two routes of 20 + 20 and back.
const SOLOMON = `own4

VEHICLE
NUMBER     CAPACITY
  3         20

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE TIME

    0      50         50         0         0        400          0
    1      70         50        10        10        100          5
    2      80         50        10        20        200          5
    3      30         50        10        10        100          5
    4      20         50        10        20        200          5
`;

// Two days; customer 1 on both, 2 on either, 3 on the first only.
const PVRP = `1 1 3 2
0 30
0 30
0 0 0 0 0 0 0
1 10 0 0 10 2 1 3
2 0 10 0 10 1 2 1 2
3 10 10 0 10 1 1 2
`;

const HHCRSP = {
  patients: [
    { id: 'p1', distance_matrix_index: 1, time_window: [10, 20], required_services: [{ service: 'wash' }] },
    {
      id: 'p2',
      distance_matrix_index: 2,
      time_window: [30, 40],
      required_services: [{ service: 'wash', duration: 10 }, { service: 'nurse' }],
      synchronization: { type: 'sequential', distance: [5, 15] },
    },
  ],
  services: [
    { id: 'wash', type: 'a', default_duration: 5 },
    { id: 'nurse', type: 'b', default_duration: 20 },
  ],
  caregivers: [
    { id: 'c1', abilities: ['wash'], departing_point: 'd' },
    { id: 'c2', abilities: ['nurse'], departing_point: 'd' },
  ],
  departing_points: [{ id: 'd', distance_matrix_index: 0 }],
  distances: [
    [0, 3, 6],
    [3, 0, 3],
    [6, 3, 0],
  ],
};

// Technician 2 has the skill but not the tool of request 4, which lies behind the depot.
const TRSP = `own2

INFO
CREW COUNT  SKILLS    TOOLS   SPARE PARTS
        2        2        1             1

DEPOT TECHNICIANS AND REQUESTS
ID           X        Y     TWS     TWE    Serv     SKILLS   TOOLS    SPARE PARTS
0          0.0      0.0     0.0   200.0     0.0 	[] 	[] 	[]
1        -10.0      0.0     0.0   200.0     0.0 	[0] 	[0] 	[1]
2          5.0      0.0     0.0   200.0     0.0 	[1] 	[] 	[0]
3        -20.0      0.0     0.0   100.0    10.0 	[0] 	[0] 	[1]
4         15.0      0.0     0.0   100.0    10.0 	[1] 	[0] 	[2]
`;

describe('readers of public files', () => {
  it('name the file and the line of what is wrong', () => {
    expect(() => readSolomon('', 'a.txt')).toThrow('a.txt, line 1: the file is empty');
    expect(() =>
      readSolomon(SOLOMON.replace('200          5\n    3', '20x          5\n    3'), 'a.txt'),
    ).toThrow('a.txt, line 12: a line of numbers: “20x” is not a number');
    expect(() => readSolomon(SOLOMON.replace('    4      20', '    7      20'), 'a.txt')).toThrow(
      'a.txt, line 14: expected customer 4, found 7',
    );
    expect(() => readPvrp(PVRP.replace('1 1 3 2', '2 1 3 2'), 'p')).toThrow('p, line 1: type 2 is not 1');
    expect(() => readPvrp(PVRP.replace('2 1 3\n', '2 1 1\n'), 'p')).toThrow(
      'p, line 5: customer 1: combination 1 is not 2 of 2 days',
    );
    expect(() => readTrsp(TRSP.replace('[0] 	[0] 	[1]\n4', '[0] 	[0]\n4'), 't')).toThrow(
      't, line 12: lists of skills, tools and parts',
    );
    expect(() => readHhcrsp(JSON.stringify(HHCRSP, null, 1).replace('"wash"', '"fly"'), 'h')).toThrow(
      /^h, line \d+: p1: service "fly" is unknown/,
    );
    expect(() => readHhcrsp('{\n"patients": [\n}', 'h')).toThrow(/^h, line 3/);
  });

  it('take bit t - 1 of a combination for the first day', () => {
    const { customers } = readPvrp(PVRP, 'p');
    expect(customers.map(({ combinations }) => combinations)).toEqual([[[0, 1]], [[1], [0]], [[0]]]);
  });
});

describe('distances of VRPTW', () => {
  it.each([
    [20, 99, 1010],
    [27, 120, 1230],
    [3, 4, 50],
    [1, 1, 14],
  ])('are truncated to tenths, but whole ones are kept (%d and %d)', (x, y, expected) => {
    const point = { x: 0, y: 0, demand: 0, ready: 0, due: 900, service: 0 };
    const customers = [point, { ...point, x, y }];
    const { distance } = toursOfSolomon({ name: 'own', vehicles: 1, capacity: 1, customers });
    expect([...distance]).toEqual([0, expected, expected, 0]);
    expect(checkSolomon({ name: 'own', vehicles: 1, capacity: 1, customers }, [[1]])).toBe(2 * expected);
  });
});

describe('checkers of public results', () => {
  it('find a broken rule of VRPTW', () => {
    const instance = readSolomon(SOLOMON, 'a');
    expect(
      checkSolomon(instance, [
        [1, 2],
        [3, 4],
      ]),
    ).toBe(1200);
    expect(() => checkSolomon(instance, [[1, 2], [3]])).toThrow('1 customers are not visited');
    expect(() => checkSolomon(instance, [[1, 2, 3], [4]])).toThrow('load 30 exceeds 20');
    expect(() => checkSolomon(instance, [[2, 4], [1, 3], [1]])).toThrow('customer 1 is visited twice');
    expect(() => checkSolomon(instance, [[1], [2], [3], [4]])).toThrow('4 routes for 3 vehicles');
  });

  it('find a broken rule of PVRP', () => {
    const instance = readPvrp(PVRP, 'p');
    const good = [
      { day: 0, customers: [1, 3] },
      { day: 1, customers: [1, 2] },
    ];
    expect(checkPvrp(instance, good)).toBeCloseTo(20 + 200 ** 0.5 + 20 + 200 ** 0.5, 9);
    expect(() => checkPvrp(instance, good.slice(0, 1))).toThrow('customer 1 is not visited on one of');
    expect(() => checkPvrp(instance, [...good, { day: 1, customers: [] }])).toThrow('more than 1 vehicles');
  });

  it('find a broken rule of HHCRSP', () => {
    const instance = readHhcrsp(JSON.stringify(HHCRSP), 'h');
    const wash = [
      { patient: 0, need: 0, start: 10 },
      { patient: 1, need: 0, start: 30 },
    ];
    const nurse = (start: number) => [{ patient: 1, need: 1, start }];
    expect(checkHhcrsp(instance, [wash, nurse(43)])).toEqual({ distance: 24, tardiness: 3, worst: 3 });
    expect(() => checkHhcrsp(instance, [wash, nurse(46)])).toThrow('p2: the services start 16 apart');
    expect(() => checkHhcrsp(instance, [[], wash])).toThrow('c2 may not serve p1');
    expect(() => checkHhcrsp(instance, [wash, []])).toThrow('p2 does not get service 2');
  });

  it('find a broken rule of TRSP', () => {
    const instance = readTrsp(TRSP, 't');
    const good = [
      { technician: 1, byDepot: false, requests: [3] },
      { technician: 2, byDepot: true, requests: [4] },
    ];
    expect(checkTrsp(instance, good)).toEqual({ distance: 50, served: 2 });
    expect(() => checkTrsp(instance, [{ technician: 2, byDepot: false, requests: [4] }])).toThrow(
      'lacks a tool',
    );
    expect(() => checkTrsp(instance, [{ technician: 1, byDepot: true, requests: [4] }])).toThrow(
      'lacks a skill',
    );
  });
});

describe('runs of public instances', () => {
  let folder = '';
  const files = { solomon: SOLOMON, pvrp: PVRP, hhcrsp: JSON.stringify(HHCRSP), trsp: TRSP };
  beforeAll(() => {
    folder = temporaryFolder();
    for (const [format, text] of Object.entries(files)) writeFileSync(join(folder, format), text);
  });

  let table = '';
  const run = (seed: number) =>
    runPublic(
      [
        ...Object.keys(files).flatMap((format) => [`--${format}`, join(folder, format)]),
        '--iterations',
        '500',
        '--seed',
        String(seed),
      ],
      (line) => (table += `${line}\n`),
    );

  it('find the best of small ones and say what the figures mean', async () => {
    const results = await run(1);
    expect(results.map(({ format, value, leftOut }) => ({ format, value, leftOut }))).toEqual([
      { format: 'solomon', value: 120, leftOut: 0 },
      { format: 'pvrp', value: 60, leftOut: 0 },
      { format: 'hhcrsp', value: 8, leftOut: 0 },
      { format: 'trsp', value: 50, leftOut: 0 },
    ]);
    expect(table).toContain('gap unknown');
    expect(table).toContain('DIMACS');
    expect(table).toContain('waiting is free');
  });

  it('repeat themselves by seed and iterations', async () => {
    const plain = (results: Awaited<ReturnType<typeof run>>) =>
      results.map((result) => ({ ...result, cpuSeconds: 0, megabytes: 0 }));
    expect(plain(await run(3))).toEqual(plain(await run(3)));
  });

  it('know the best values of Solomon by name only', () => {
    expect(Object.keys(SOLOMON_BEST)).toHaveLength(56);
    expect(bestKnown('rc208')).toBe(776.1);
    expect(bestKnown('own4')).toBeNull();
  });
});
