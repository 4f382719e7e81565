import { type Actor, DUTIES, type Duty, type Role, ROLES } from '@banso/kernel';
import { BROWSERS, type BrowserName, SYSTEMS, type SystemName } from '@banso/directory';
import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { MunicipalityType } from '../directory/municipality.graphql.js';
import { enumOf } from '../enum.graphql.js';

export const RoleEnum = enumOf('Role', ROLES, 'In which role a person uses the platform.');

export const DutyEnum = enumOf(
  'Duty',
  DUTIES,
  'What somebody does at their place. Hub: COORDINATOR, APPROVER, AUDITOR (reads only). Town: REQUESTER, APPROVER, MANAGER (of its people).',
);

export const BrowserNameEnum = enumOf('BrowserName', BROWSERS, 'A browser by the name that people call it.');
export const SystemNameEnum = enumOf('SystemName', SYSTEMS, 'The system that a browser runs on.');

@ObjectType('BrowserSession', { description: 'A browser in which you are signed in.' })
export class BrowserSessionType {
  @Field(() => ID, { description: 'Names the session; it is not what the browser keeps.' })
  id: string;

  @Field(() => BrowserNameEnum, { description: 'The browser.' })
  browser: BrowserName;

  @Field(() => SystemNameEnum, { description: 'What it runs on.' })
  system: SystemName;

  @Field(() => GraphQLISODateTime, { description: 'When you signed in.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'Its last request, to the minute.' })
  lastSeenAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends in any case.' })
  expiresAt: Date;

  @Field({ description: 'Whether it is the browser that asks.' })
  current: boolean;
}

@ObjectType('Membership', { description: 'A part that you may play, and where.' })
export class MembershipType {
  @Field(() => ID, { description: 'Id to switch to it.' })
  id: string;

  @Field(() => RoleEnum, { description: 'Role.' })
  role: Role;

  @Field({
    description: 'The town, or the prefecture, in Japanese; empty for whoever runs the installation.',
  })
  placeName: string;

  @Field({ description: 'The same in English.' })
  placeNameEn: string;

  @Field({ description: 'Whether this browser acts in it now.' })
  current: boolean;
}

@ObjectType('Viewer', { description: 'The person who has signed in.' })
export class ViewerType {
  @Field({ description: 'Name as shown in histories.' })
  name: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;

  @Field(() => RoleEnum, { description: 'Role.' })
  role: Role;

  @Field(() => [DutyEnum], { description: 'What you do at your place; none for specialists.' })
  duties: readonly Duty[];

  @Field(() => ID, {
    nullable: true,
    description: 'Code of the prefecture, two digits; none for whoever runs the installation.',
  })
  prefectureId: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the prefecture.' })
  prefectureName: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the prefecture in English.' })
  prefectureNameEn: string | null;

  @Field(() => MunicipalityType, { nullable: true, description: 'The town, for its staff.' })
  municipality: MunicipalityType | null;

  @Field(() => ID, { nullable: true, description: 'The specialist, for one.' })
  specialistId: string | null;

  @Field({ description: 'Whether a second factor has to be set up before anything else.' })
  secondFactorMissing: boolean;

  /** For what is loaded only when asked for. */
  actor: Actor;
}

@ObjectType('ServerInfo', { description: 'What this installation is.' })
export class ServerInfoType {
  @Field({ description: 'Whether its people and requests are fictitious.' })
  demo: boolean;

  @Field({ description: 'The one address at which passkeys work.' })
  passkeyOrigin: string;

  @Field({ description: 'Whether calendar programs can read along here.' })
  calendarFeeds: boolean;

  @Field({ description: "Today's date in Japan." })
  today: string;
}
