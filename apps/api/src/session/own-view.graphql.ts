import {
  type Calendar,
  CALENDARS,
  DENSITIES,
  type Density,
  type NewView,
  type ViewWishes,
} from '@banso/directory';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';

export const CalendarEnum = enumOf('Calendar', CALENDARS, 'How years are counted: 令和8年, or 2026年.');
export const DensityEnum = enumOf('Density', DENSITIES, 'How close together the rows of a list stand.');

@ObjectType('ViewSettings', { description: 'How you want to see the screens.' })
export class ViewSettingsType {
  @Field(() => CalendarEnum, { description: 'How years are counted.' })
  calendar: Calendar;

  @Field({ description: 'Whether names that are hard to read carry their reading.' })
  furigana: boolean;

  @Field(() => DensityEnum, { description: 'How close together rows stand.' })
  density: Density;

  @Field({ description: 'Whether single keys act, such as ? for the list of keys.' })
  singleKeys: boolean;
}

@InputType('ViewSettingsInput', { description: 'How you want to see the screens.' })
export class ViewSettingsInput implements ViewWishes {
  @Field(() => CalendarEnum, { description: 'How years are counted.' })
  calendar: Calendar;

  @Field({ description: 'Whether names that are hard to read carry their reading.' })
  furigana: boolean;

  @Field(() => DensityEnum, { description: 'How close together rows stand.' })
  density: Density;

  @Field({ description: 'Whether single keys act.' })
  singleKeys: boolean;
}

@ObjectType('SavedView', { description: 'A list as you like to see it, under a name of yours.' })
export class SavedViewType implements NewView {
  @Field(() => ID, { description: 'Id.' })
  id: string;

  @Field({ description: 'The screen, such as /visits.' })
  path: string;

  @Field({ description: 'Filters and order as they stand in the address, without the question mark.' })
  query: string;

  @Field({ description: 'What you call it.' })
  name: string;

  @Field({ description: 'Whether the list opens so.' })
  isDefault: boolean;
}

@InputType('SavedViewInput', { description: 'A list as it is shown now.' })
export class SavedViewInput implements NewView {
  @Field({ description: 'The screen, such as /visits.' })
  path: string;

  @Field({ description: 'Filters and order as they stand in the address, at most 1,000 characters.' })
  query: string;

  @Field({ description: 'What you call it, at most 60 characters.' })
  name: string;

  @Field({ description: 'Whether the list opens so from now on.' })
  isDefault: boolean;
}
