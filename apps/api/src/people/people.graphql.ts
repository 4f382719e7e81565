import { INVITATION_IDENTITIES, type InvitationIdentity } from '@banso/directory';
import type { Duty, Role } from '@banso/kernel';
import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { MunicipalityType } from '../directory/municipality.graphql.js';
import { enumOf } from '../enum.graphql.js';
import { connectionOf } from '../page.graphql.js';
import { DutyEnum, RoleEnum } from '../session/session.graphql.js';

const InvitationIdentityEnum = enumOf(
  'InvitationIdentity',
  INVITATION_IDENTITIES,
  'How an account of the prefecture and an invitation go together.',
);

@ObjectType('Person', { description: 'Somebody at a place, as those who manage its people see them.' })
export class PersonType {
  @Field(() => ID, { description: 'Names the person at this place; a new one when they come back.' })
  id: string;

  @Field({ description: 'Name as shown in histories.' })
  name: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;

  @Field({ description: 'Sign-in name.' })
  loginId: string;

  @Field(() => RoleEnum, { description: 'On which side.' })
  role: Role;

  @Field(() => [DutyEnum], { description: 'What they do there; none for specialists.' })
  duties: Duty[];

  @Field(() => MunicipalityType, { nullable: true, description: 'The town, for its staff.' })
  municipality: MunicipalityType | null;

  @Field(() => ID, { nullable: true, description: 'The specialist, for one.' })
  specialistId: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When they came to this place.' })
  joinedAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When they last signed in here.' })
  lastSignInAt: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When they left.' })
  endedAt: Date | null;

  @Field({
    description: 'Whether you may change their duties, end them here and let them choose a new password.',
  })
  mayManage: boolean;

  @Field({ description: 'Whether it is you.' })
  isSelf: boolean;
}

export const PersonConnection = connectionOf(PersonType, 'Person');

@InputType({ description: 'Which people to list.' })
export class PeopleFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only those of this town.' })
  municipalityId?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of a name or of a sign-in name.' })
  search?: string | null;
}

@ObjectType('Invitation', { description: 'An open invitation to a place.' })
export class InvitationType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'For whom it is meant, in the words of whoever invites.' })
  forName: string;

  @Field(() => RoleEnum, { description: 'On which side.' })
  role: Role;

  @Field(() => [DutyEnum], { description: 'With which duties.' })
  duties: Duty[];

  @Field({
    description: 'The town, or the prefecture, in Japanese; empty for whoever runs the installation.',
  })
  placeName: string;

  @Field({ description: 'The same in English.' })
  placeNameEn: string;

  @Field({ description: 'Who invited.' })
  issuedByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  issuedAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When its link ends in any case.' })
  expiresAt: Date;

  @Field(() => InvitationIdentityEnum, {
    description: 'Whether it can be accepted with an account of the prefecture, or only so.',
  })
  identity: InvitationIdentity;
}

@ObjectType('IssuedInvitation', {
  description: 'An invitation with the secret of its link, shown this once.',
})
export class IssuedInvitationType {
  @Field({ description: 'Belongs behind the # of /invitation, where no server logs it.' })
  token: string;

  @Field(() => InvitationType, { description: 'The invitation.' })
  invitation: InvitationType;
}

@ObjectType('IssuedPasswordReset', {
  description: 'The secret of a link for a new password, shown this once.',
})
export class IssuedPasswordResetType {
  @Field({ description: 'Belongs behind the # of /new-password, where no server logs it.' })
  token: string;

  @Field(() => GraphQLISODateTime, { description: 'When the link ends in any case.' })
  expiresAt: Date;

  @Field(() => PersonType, { description: 'Whose password.' })
  person: PersonType;
}

@ObjectType('PasswordReset', { description: 'Whose password a link resets.' })
export class PasswordResetType {
  @Field({ description: 'Name as shown in histories.' })
  name: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;

  @Field({ description: 'Sign-in name.' })
  loginId: string;
}

@InputType({ description: 'Whom to invite, and to what.' })
export class InvitationInput {
  @Field(() => RoleEnum, { description: 'On which side.' })
  role: Role;

  @Field(() => ID, { nullable: true, description: 'The town, for its staff; your own when left out.' })
  municipalityId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The specialist, for one.' })
  specialistId?: string | null;

  @Field(() => [DutyEnum], { description: 'With which duties; none for specialists.' })
  duties: Duty[];

  @Field({ description: 'For whom it is meant, such as a name or a section.' })
  forName: string;
}

@InputType({ description: 'Who somebody is, in their own words.' })
export class PersonFactsInput {
  @Field({ description: 'Sign-in name, 3 to 64 characters; case and width do not matter.' })
  loginId: string;

  @Field({ description: 'Name as it will stand in histories.' })
  displayName: string;

  @Field({ description: 'The same in English.' })
  nameEn: string;
}

@InputType({ description: 'A person who opens an account for themselves.' })
export class NewPersonInput extends PersonFactsInput {
  @Field({ description: '15 to 128 characters, nothing that is known or easily guessed.' })
  password: string;
}
