/** Every table of this lib, for the data source. */
export const searchEntities: (new () => object)[] = [];
