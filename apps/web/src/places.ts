/** Of the places of a prefecture, its towns: the prefecture's own office has a code that ends in 000 and a check digit. */
export const townsOf = <Place extends { readonly id: string }>(places: readonly Place[]): readonly Place[] =>
  places.filter(({ id }) => id.slice(2, 5) !== '000');
