/** Every table of this lib, for the data source. */
export const noticesEntities: (new () => object)[] = [];
