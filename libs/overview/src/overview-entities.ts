import { OverviewTarget } from './targets/target.entity.js';

/** Every table of this lib, for the data source. */
export const overviewEntities: (new () => object)[] = [OverviewTarget];
