import {
  type Invitation,
  InvitationService,
  type IssuedInvitation,
  municipalitiesByIds,
  PasswordResetService,
  prefecturesByIds,
} from '@banso/directory';
import type { Actor } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, AllowSignedIn, CurrentActor } from '../access.js';
import {
  InvitationInput,
  InvitationType,
  IssuedInvitationType,
  NewPersonInput,
  PasswordResetType,
} from './people.graphql.js';

const token = { description: 'What stands behind the # of the link.' };

/** How people come in, and back in after they forgot the password. */
@Resolver()
export class InvitationResolver {
  constructor(
    private readonly db: Db,
    private readonly service: InvitationService,
    private readonly resets: PasswordResetService,
  ) {}

  @Query(() => [InvitationType], {
    description: 'Invitations that somebody could still use, the newest first.',
  })
  @Allow('HUB_STAFF', 'TOWN_MANAGER', 'OPERATOR')
  async openInvitations(@CurrentActor() actor: Actor): Promise<InvitationType[]> {
    return this.placed(await this.service.listOpen(actor));
  }

  @Mutation(() => IssuedInvitationType, {
    description: 'Makes a link by which somebody joins a place, once and within 72 hours.',
  })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER', 'TOWN_MANAGER', 'OPERATOR')
  async invitePerson(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Whom, and to what.' }) input: InvitationInput,
  ): Promise<IssuedInvitationType> {
    return this.issued(await this.service.invite(actor, input));
  }

  @Mutation(() => InvitationType, { description: 'Its link works no more.' })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER', 'TOWN_MANAGER', 'OPERATOR')
  async withdrawInvitation(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The invitation.' }) id: string,
  ): Promise<InvitationType> {
    return this.inPlace(await this.service.withdraw(actor, id));
  }

  @Query(() => InvitationType, { description: 'What a link invites to, for whoever has it.' })
  @Allow('PUBLIC')
  async invitation(@Args('token', token) secret: string): Promise<InvitationType> {
    return this.inPlace(await this.service.look(secret));
  }

  @Mutation(() => String, {
    description: 'Opens an account by the link of an invitation; returns the name to sign in with.',
  })
  @Allow('PUBLIC')
  acceptInvitation(
    @Args('token', token) secret: string,
    @Args('input', { description: 'Who it is.' }) input: NewPersonInput,
  ): Promise<string> {
    return this.service.accept(secret, input);
  }

  @Mutation(() => Boolean, { description: 'Adds the place of an invitation to your own account.' })
  @AllowSignedIn()
  async joinByInvitation(
    @CurrentActor() actor: Actor,
    @Args('token', token) secret: string,
  ): Promise<boolean> {
    await this.service.join(actor, secret);
    return true;
  }

  @Query(() => PasswordResetType, { description: 'Whose password a link resets, for whoever has it.' })
  @Allow('PUBLIC')
  async passwordReset(@Args('token', token) secret: string): Promise<PasswordResetType> {
    const { displayName, nameEn, loginId } = await this.resets.look(secret);
    return { name: displayName, nameEn, loginId };
  }

  @Mutation(() => String, {
    description:
      'Sets a new password by a link and signs the account out everywhere; returns the name to sign in with.',
  })
  @Allow('PUBLIC')
  resetPassword(
    @Args('token', token) secret: string,
    @Args('newPassword', { description: '15 to 128 characters, nothing that is known or easily guessed.' })
    newPassword: string,
  ): Promise<string> {
    return this.resets.use(secret, newPassword);
  }

  /** With the secret of its link. */
  async issued({ token: secret, invitation }: IssuedInvitation): Promise<IssuedInvitationType> {
    return { token: secret, invitation: await this.inPlace(invitation) };
  }

  private async inPlace(invitation: Invitation): Promise<InvitationType> {
    const [placed] = await this.placed([invitation]);
    if (!placed) throw new Error('One invitation in, one out');
    return placed;
  }

  /** With the names of their places, from the public register. */
  private placed(invitations: readonly Invitation[]): Promise<InvitationType[]> {
    return this.db.system(null, async (tx) => {
      const towns = await municipalitiesByIds(
        tx,
        invitations.flatMap(({ municipalityId }) => municipalityId ?? []),
      );
      const prefectures = await prefecturesByIds(
        tx,
        invitations.flatMap(({ prefectureId }) => prefectureId ?? []),
      );
      return invitations.map((invitation) => {
        const place =
          towns.find(({ id }) => id === invitation.municipalityId) ??
          prefectures.find(({ id }) => id === invitation.prefectureId);
        const { id, forName, role, duties, issuedByName, issuedAt, expiresAt } = invitation;
        const names = { placeName: place?.name ?? '', placeNameEn: place?.nameEn ?? '' };
        const identity = this.service.identityFor(invitation);
        return { id, identity, forName, role, duties, issuedByName, issuedAt, expiresAt, ...names };
      });
    });
  }
}
