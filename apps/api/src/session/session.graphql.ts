import { type Role, ROLES } from '@banso/kernel';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { MunicipalityType } from '../directory/municipality.graphql.js';
import { enumOf } from '../enum.graphql.js';

export const RoleEnum = enumOf('Role', ROLES, 'In which role a person uses the platform.');

@ObjectType('Viewer', { description: 'The person who has signed in.' })
export class ViewerType {
  @Field({ description: 'Name as shown in histories.' })
  name: string;

  @Field({ description: 'Name in English.' })
  nameEn: string;

  @Field(() => RoleEnum, { description: 'Role.' })
  role: Role;

  @Field(() => ID, { description: 'Code of the prefecture, two digits.' })
  prefectureId: string;

  @Field({ description: 'Name of the prefecture.' })
  prefectureName: string;

  @Field({ description: 'Name of the prefecture in English.' })
  prefectureNameEn: string;

  @Field(() => MunicipalityType, { nullable: true, description: 'The town, for its staff.' })
  municipality: MunicipalityType | null;

  @Field(() => ID, { nullable: true, description: 'The specialist, for one.' })
  specialistId: string | null;
}

@ObjectType('ServerInfo', { description: 'What this installation is.' })
export class ServerInfoType {
  @Field({ description: 'Whether its people and requests are fictitious.' })
  demo: boolean;

  @Field({ description: "Today's date in Japan." })
  today: string;
}
