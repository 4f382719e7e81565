import { graphql, type ResultOf } from '../gql/graphql';

/** Every office of the prefecture with where it stands. */
export const MapPlacesDocument = graphql(`
  query MapPlaces {
    places {
      id
      name
      nameEn
      officeLat
      officeLng
    }
  }
`);

export type MapPlace = ResultOf<typeof MapPlacesDocument>['places'][number];
