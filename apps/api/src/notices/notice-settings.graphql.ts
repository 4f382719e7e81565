import {
  type AddressTrouble,
  LANGUAGES,
  type Language,
  type MailDelivery,
  type Network,
  NETWORKS,
  type NoticeAsks,
  type NoticeKind,
  type NoticeWishes,
  type Suppression,
} from '@banso/notices';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { SentenceType } from '../dispatch/sentence.graphql.js';
import { enumOf } from '../enum.graphql.js';
import { NoticeAsksEnum, NoticeKindEnum } from './inbox.graphql.js';

const LanguageEnum = enumOf('NoticeLanguage', LANGUAGES, 'The language of mail.');
const NetworkEnum = enumOf('Network', NETWORKS, 'By which network somebody opens the platform.');
const TroubleEnum = enumOf(
  'MailTrouble',
  ['REFUSED', 'BOUNCED'],
  'The server refused the address, or the mail came back.',
);

@ObjectType('NoticeChoice', { description: 'One kind of notice, and whether it brings you mail.' })
export class NoticeChoiceType {
  @Field(() => NoticeKindEnum, { description: 'Which kind.' })
  kind: NoticeKind;

  @Field(() => SentenceType, { description: 'What it tells.' })
  title: SentenceType;

  @Field(() => NoticeAsksEnum, { description: 'Mail at once, or in the digest.' })
  asks: NoticeAsks;

  @Field({ description: 'Whether it brings you mail.' })
  mail: boolean;

  @Field({ description: 'Whether you may do without.' })
  mayStop: boolean;
}

@ObjectType('AddressTrouble', { description: 'Why nothing is sent to an address any more.' })
export class AddressTroubleType implements AddressTrouble {
  @Field(() => TroubleEnum, { description: 'How it was noticed.' })
  reason: AddressTrouble['reason'];

  @Field({ description: 'The answer of the server, such as 550 5.1.1.' })
  answer: string;

  @Field(() => GraphQLISODateTime, { description: 'Since when.' })
  at: Date;
}

@ObjectType('NoticeSettings', { description: 'How you want to be told.' })
export class NoticeSettingsType {
  @Field({ description: 'Whether this installation sends mail at all.' })
  mailOn: boolean;

  @Field(() => LanguageEnum, { description: 'The language of your mail.' })
  language: Language;

  @Field(() => NetworkEnum, {
    nullable: true,
    description: 'Where links in your mail lead; null: as your place has it.',
  })
  network: Network | null;

  @Field({ description: 'Whether you want one digest a day.' })
  digest: boolean;

  @Field(() => Int, { description: 'When, in minutes after midnight in Japan.' })
  digestMinute: number;

  @Field(() => String, { nullable: true, description: 'Your mail address.' })
  address: string | null;

  @Field({ description: 'Whether you have entered the code that was sent there.' })
  confirmed: boolean;

  @Field(() => AddressTroubleType, { nullable: true, description: 'Why nothing is sent there any more.' })
  trouble: AddressTrouble | null;

  @Field(() => [NoticeChoiceType], { description: 'Every kind of notice.' })
  kinds: NoticeChoiceType[];
}

@InputType({ description: 'How you want to be told from now on.' })
export class NoticeSettingsInput implements NoticeWishes {
  @Field(() => LanguageEnum, { description: 'The language of your mail.' })
  language: Language;

  @Field(() => NetworkEnum, { nullable: true, description: 'Where links lead; null: as your place has it.' })
  network: Network | null = null;

  @Field({ description: 'Whether you want one digest a day.' })
  digest: boolean;

  @Field(() => Int, { description: 'When, in minutes after midnight in Japan.' })
  digestMinute: number;

  @Field(() => [NoticeKindEnum], { description: 'Kinds that are to bring no mail.' })
  stopped: NoticeKind[];
}

@ObjectType('MailSuppression', {
  description: 'An address of your prefecture to which nothing is sent any more.',
})
export class MailSuppressionType implements Suppression {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Whose address it is.' })
  personName: string;

  @Field(() => ID, { nullable: true, description: 'Of which town, if of one.' })
  municipalityId: string | null;

  @Field({ description: 'The address.' })
  address: string;

  @Field(() => TroubleEnum, { description: 'How it was noticed.' })
  reason: Suppression['reason'];

  @Field({ description: 'The answer of the server, such as 550 5.1.1.' })
  answer: string;

  @Field(() => GraphQLISODateTime, { description: 'Since when.' })
  at: Date;
}

@ObjectType('MailDelivery', { description: 'Whether the mail of your prefecture arrives.' })
export class MailDeliveryType implements MailDelivery {
  @Field({ description: 'Whether this installation sends mail.' })
  on: boolean;

  @Field(() => Int, { description: 'Mails that wait to be sent.' })
  waiting: number;

  @Field(() => Int, { description: 'Mails that were sent in the last 24 hours.' })
  sent: number;

  @Field(() => Int, { description: 'Mails that were refused or came back in the last 30 days.' })
  failed: number;

  @Field(() => Int, {
    description: 'Mails that went out again in 30 days, since nobody knew whether they had arrived.',
  })
  inDoubt: number;

  @Field(() => [MailSuppressionType], {
    description: 'Addresses to which nothing is sent, the newest first.',
  })
  suppressions: Suppression[];
}
