import { PARTY_KINDS, type PartyKind } from '@banso/engagement';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../enum.graphql.js';
import { connectionOf } from '../../page.graphql.js';

export const PartyKindEnum = enumOf('PartyKind', PARTY_KINDS, 'What a party of agreements is.');

@ObjectType('Party', { description: 'Somebody that agreements are made with.' })
export class PartyType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => PartyKindEnum, { description: 'What it is.' })
  kind: PartyKind;

  @Field(() => ID, { nullable: true, description: 'Code of the town, where it is one.' })
  municipalityId: string | null;

  @Field({ description: 'Name, as documents write it.' })
  name: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;

  @Field(() => String, { nullable: true, description: 'Address, as documents write it.' })
  address: string | null;
}

export const PartyConnection = connectionOf(PartyType, 'Party');

@InputType({ description: 'Which parties; all when nothing is said.' })
export class PartyFilter {
  @Field(() => PartyKindEnum, { nullable: true, description: 'Of one kind.' })
  partyKind?: PartyKind | null;

  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  search?: string | null;
}

@InputType({ description: 'A party. The prefecture and its towns are called as the register calls them.' })
export class PartyInput {
  @Field(() => PartyKindEnum, { description: 'What it is.' })
  partyKind: PartyKind;

  @Field(() => ID, { nullable: true, description: 'Code of the town, for a municipality.' })
  municipalityId?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of a company or an association.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Its name in English.' })
  nameEn?: string | null;

  @Field(() => String, { nullable: true, description: 'Address, at most 200 characters.' })
  address?: string | null;
}

@InputType({
  description: 'What may change of a party: names of a company or an association, and the address.',
})
export class PartyRevisionInput {
  @Field(() => String, {
    nullable: true,
    description: 'Name; stays as it is for the prefecture and its towns.',
  })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Name in English; likewise.' })
  nameEn?: string | null;

  @Field(() => String, { nullable: true, description: 'Address, at most 200 characters.' })
  address?: string | null;
}
