import {
  type ClosedDay,
  closuresBetween,
  getMunicipality,
  listMunicipalities,
  listPlaces,
  listPrefectures,
  type Municipality,
  parseDateRange,
  type Place,
  type Prefecture,
} from '@banso/directory';
import type { Actor, LocalDate } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { AllowInPrefecture, AllowSignedIn, CurrentActor } from '../access.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { type Connection, PageArgs, toConnection } from '../page.graphql.js';
import { MunicipalityType } from './municipality.graphql.js';
import {
  MunicipalityConnection,
  MunicipalitySorting,
  OfficeClosureType,
  PlaceType,
  PrefectureType,
} from './register.graphql.js';

const prefecture = { type: () => ID, nullable: true, description: 'Only this prefecture.' };
const search = {
  nullable: true,
  description: 'Part of the name, the reading, the English name or the code.',
};

/** The national register: the same for everybody in a prefecture. */
@Resolver()
export class RegisterResolver {
  constructor(private readonly db: Db) {}

  @Query(() => [PrefectureType], { description: 'All prefectures, in the order of their codes.' })
  @AllowSignedIn()
  prefectures(@CurrentActor() actor: Actor): Promise<Prefecture[]> {
    return this.db.read(actor, (tx) => listPrefectures(tx));
  }

  @Query(() => MunicipalityConnection, {
    description: 'Municipalities, in the order of their codes unless sorted otherwise.',
  })
  @AllowInPrefecture()
  async municipalities(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args() { sortBy, descending }: MunicipalitySorting,
    @Args('prefectureId', prefecture) prefectureId?: string,
    @Args('search', search) words?: string,
  ): Promise<Connection<Municipality>> {
    return toConnection(
      await this.db.read(actor, (tx) =>
        listMunicipalities(tx, { prefectureId, search: words, sortBy, descending }, page),
      ),
    );
  }

  @Query(() => MunicipalityType, { description: 'One municipality.' })
  @AllowInPrefecture()
  municipality(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Its six-digit code.' }) id: string,
  ): Promise<Municipality> {
    return this.db.read(actor, (tx) => getMunicipality(tx, id));
  }

  @Query(() => [PlaceType], {
    description: 'Places of your prefecture: its own office and every town office.',
  })
  @AllowInPrefecture()
  places(@CurrentActor() actor: Actor): Promise<Place[]> {
    return this.db.read(actor, (tx) => listPlaces(tx, actor));
  }

  @Query(() => [OfficeClosureType], {
    description: 'Days on which the offices are closed, at most 500 days on.',
  })
  @AllowInPrefecture()
  officeClosures(
    @Args('from', { type: () => LocalDateScalar, description: 'First day.' }) from: LocalDate,
    @Args('to', { type: () => LocalDateScalar, description: 'Last day.' }) to: LocalDate,
  ): ClosedDay[] {
    const days = parseDateRange({ from, to });
    return closuresBetween(days.from, days.to);
  }
}
