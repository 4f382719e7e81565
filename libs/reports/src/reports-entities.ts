/** Every table of this lib, for the data source. */
export const reportsEntities: (new () => object)[] = [];
