import {
  kindsFor,
  type MailDelivery,
  MailDeliveryService,
  NoticeSettingService,
  type OwnNotices,
  ruleOf,
  type Suppression,
  titleOf,
} from '@banso/notices';
import type { Actor } from '@banso/kernel';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, AllowSignedIn, CurrentActor } from '../access.js';
import {
  MailDeliveryType,
  MailSuppressionType,
  NoticeSettingsInput,
  NoticeSettingsType,
} from './notice-settings.graphql.js';

const shown = (actor: Actor, { setting, trouble, mail }: OwnNotices): NoticeSettingsType => ({
  language: setting.language,
  network: setting.network,
  digest: setting.digest,
  digestMinute: setting.digestMinute,
  address: setting.address,
  trouble,
  mailOn: mail,
  confirmed: setting.confirmedAt !== null,
  kinds: kindsFor(actor).map(({ kind, mayStop }) => ({
    kind,
    mayStop,
    title: { ja: titleOf(kind, 'ja'), en: titleOf(kind, 'en') },
    asks: ruleOf(kind).asks,
    mail: setting.wants(kind) || !mayStop,
  })),
});

/** How people want to be told. */
@Resolver()
export class NoticeSettingsResolver {
  constructor(private readonly service: NoticeSettingService) {}

  @Query(() => NoticeSettingsType, { description: 'How you want to be told.' })
  @AllowSignedIn()
  async noticeSettings(@CurrentActor() actor: Actor): Promise<NoticeSettingsType> {
    return shown(actor, await this.service.get(actor));
  }

  @Mutation(() => NoticeSettingsType, { description: 'Chooses how you want to be told.' })
  @AllowSignedIn()
  async setNoticeSettings(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What you want.' }) input: NoticeSettingsInput,
  ): Promise<NoticeSettingsType> {
    return shown(actor, await this.service.set(actor, input));
  }

  @Mutation(() => NoticeSettingsType, {
    description: 'Gives your mail address: a code is sent there, and nothing else until you have entered it.',
  })
  @AllowSignedIn()
  async giveMailAddress(
    @CurrentActor() actor: Actor,
    @Args('mailAddress', { description: 'The address.' }) mailAddress: string,
  ): Promise<NoticeSettingsType> {
    return shown(actor, await this.service.giveAddress(actor, mailAddress));
  }

  @Mutation(() => NoticeSettingsType, {
    description: 'Confirms your mail address with the code that was sent there.',
  })
  @AllowSignedIn()
  async confirmMailAddress(
    @CurrentActor() actor: Actor,
    @Args('mailCode', { description: 'The code.' }) mailCode: string,
  ): Promise<NoticeSettingsType> {
    return shown(actor, await this.service.confirmAddress(actor, mailCode));
  }

  @Mutation(() => NoticeSettingsType, {
    description: 'Takes your mail address away: no mail is sent to you.',
  })
  @AllowSignedIn()
  async removeMailAddress(@CurrentActor() actor: Actor): Promise<NoticeSettingsType> {
    return shown(actor, await this.service.removeAddress(actor));
  }
}

/** Whether mail arrives. */
@Resolver()
export class MailDeliveryResolver {
  constructor(private readonly service: MailDeliveryService) {}

  @Query(() => MailDeliveryType, { description: 'Whether the mail of your prefecture arrives.' })
  @Allow('HUB_STAFF')
  mailDelivery(@CurrentActor() actor: Actor): Promise<MailDelivery> {
    return this.service.get(actor);
  }

  @Mutation(() => MailSuppressionType, { description: 'Lets mail go to an address again.' })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER')
  liftMailSuppression(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The entry of the list.' }) id: string,
  ): Promise<Suppression> {
    return this.service.lift(actor, id);
  }
}
