import { describe, expect, it } from '@jest/globals';
import { topology } from 'topojson-server';
import { BoundaryFault } from './boundary-fault.js';
import { readBoundaries } from './read-boundaries.js';
import { townOfCodes } from './town-of-code.js';

const ring = [
  [132, 34],
  [132, 35],
  [133, 35],
  [132, 34],
];
const area = { type: 'Polygon', coordinates: [ring] };
const featureOf = (properties: object, geometry: object = area, id?: string) => ({
  type: 'Feature',
  ...(id && { id }),
  properties,
  geometry,
});
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });
const read = (content: unknown) =>
  readBoundaries('x.geojson', Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)));
const faultOf = (content: unknown): string => {
  try {
    read(content);
  } catch (error) {
    if (error instanceof BoundaryFault) return `${error.ja} / ${error.en}`;
  }
  return 'none';
};

describe('a file of boundaries', () => {
  it('is read by the columns of the national data, and leaves out land without a code', () => {
    const { pieces, withoutCode } = read(
      collection(
        featureOf({ N03_001: '広島県', N03_004: '呉市', N03_007: '34202' }),
        featureOf({ N03_001: '広島県', N03_004: '所属未定地', N03_007: null }),
        featureOf({ lgcode: '341002' }),
        featureOf({}, { type: 'MultiPolygon', coordinates: [[ring]] }, '34203'),
      ),
    );
    expect(pieces.map(({ code }) => code)).toEqual(['34202', '34100', '34203']);
    expect(withoutCode).toBe(1);
  });

  it('is read as TopoJSON too', () => {
    const packed = topology({ towns: collection(featureOf({ N03_007: '34202' })) as never }, 1e4);
    const { pieces } = read(packed);
    expect(pieces.map(({ code }) => code)).toEqual(['34202']);
    expect(pieces[0]?.shape.coordinates[0]?.[0]?.[0]?.[0]).toBeCloseTo(132, 3);
  });

  it.each([
    ['a ZIP', 'PK\u0003\u0004…', 'ZIPのままです'],
    ['a shapefile', '\u0000\u0000\u0027\u000a', 'シェープファイルです'],
    ['no JSON', 'a,b,c', 'JSONとして読めません'],
    ['other JSON', { type: 'x' }, 'GeoJSON（FeatureCollection）でもTopoJSON（Topology）でもありません'],
    [
      'a broken topology',
      { type: 'Topology', objects: { a: { type: 'Polygon', arcs: [[9]] } }, arcs: [] },
      '中身が壊れています',
    ],
    ['prefectures', collection(featureOf({ N03_001: '広島県' }, area, '34')), 'コード（N03_007'],
    [
      'points',
      collection(featureOf({ N03_007: '34202' }, { type: 'Point', coordinates: [132, 34] })),
      '面（Polygon・MultiPolygon）でない',
    ],
    [
      'plane coordinates',
      collection(
        featureOf(
          { N03_007: '34202' },
          {
            type: 'Polygon',
            coordinates: [
              [
                [26000, -178000],
                [1, 1],
                [2, 2],
                [26000, -178000],
              ],
            ],
          },
        ),
      ),
      '座標 26000, -178000 は日本の経度・緯度ではありません',
    ],
  ])('is refused in words where it is %s', (_, content, words) => {
    expect(faultOf(content)).toContain(words);
    expect(faultOf(content)).toMatch(/ \/ x\.geojson: /);
  });

  it('tells a town by the code of its ward, and by nothing else', () => {
    const townOf = townOfCodes([
      { id: '271004', kind: 'designated_city' },
      { id: '271403', kind: 'designated_city' },
      { id: '272027', kind: 'city' },
      { id: '131016', kind: 'special_ward' },
    ]);
    expect(['27100', '27102', '27128', '27141', '27202', '13101'].map(townOf)).toEqual([
      '271004',
      '271004',
      '271004',
      '271403',
      '272027',
      '131016',
    ]);
    expect(['27999', '27203', '13102', '34101'].map(townOf)).toEqual([null, null, null, null]);
  });
});
