import { SEARCH_KINDS, type SearchKind } from '@banso/search';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';

export const SearchKindEnum = enumOf('SearchKind', SEARCH_KINDS, 'What may be found.');

@ObjectType('MarkedText', {
  description: 'A text with the place of the hit; without one all of it stands before.',
})
export class MarkedTextType {
  @Field({ description: 'Before the hit.' })
  before: string;

  @Field({ description: 'The hit, as it is written.' })
  hit: string;

  @Field({ description: 'After the hit.' })
  after: string;
}

@ObjectType('SearchHit', { description: 'A record that has the words.' })
export class SearchHitType {
  @Field(() => ID, { description: 'The record.' })
  id: string;

  @Field(() => MarkedTextType, { description: 'What it is called.' })
  title: MarkedTextType;

  @Field(() => MarkedTextType, { nullable: true, description: 'Around the hit, where its name has it not.' })
  text: MarkedTextType | null;

  @Field(() => String, { nullable: true, description: 'Its number, if it has one.' })
  number: string | null;

  @Field(() => String, { nullable: true, description: 'Where it stands, in the codes of its kind.' })
  status: string | null;
}

@ObjectType('SearchGroup', { description: 'Hits of one kind, the latest first.' })
export class SearchGroupType {
  @Field(() => SearchKindEnum, { description: 'What they are.' })
  kind: SearchKind;

  @Field(() => [SearchHitType], { description: 'The hits that are shown.' })
  hits: readonly SearchHitType[];

  @Field({ description: 'Whether there are more.' })
  more: boolean;
}
