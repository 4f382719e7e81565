import type { Catalogue } from '../catalogue';
import type { map as japanese } from '../ja/map';

export const map: Catalogue<typeof japanese> = {
  legend: 'Signs of the map',
  none: 'none',
  few: 'few',
  some: 'some',
  many: 'many',
  most: 'very many',
  sameInTable: 'A table shows the same.',
  credit:
    'Made from 国土数値情報（行政区域データ） of the Ministry of Land, Infrastructure, Transport and Tourism.',
  noShapes:
    'Only where offices stand is shown. To see the shapes of towns too, ask whoever runs the system to import administrative areas.',
};
