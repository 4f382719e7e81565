import { PasswordService, type PersonalFile, PersonalFileService } from '@banso/directory';
import type { Actor } from '@banso/kernel';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { AllowSignedIn, CurrentActor } from '../access.js';
import type { RequestContext } from '../request-context.js';
import { PasswordChangeInput, PersonalFileType } from './account.graphql.js';

/** What people do with their own account. */
@Resolver()
export class AccountResolver {
  constructor(
    private readonly passwords: PasswordService,
    private readonly files: PersonalFileService,
  ) {}

  @Mutation(() => Boolean, {
    description: 'Changes your own password; every other browser of yours is signed out.',
  })
  @AllowSignedIn()
  async changePassword(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The present and the new password.' }) input: PasswordChangeInput,
    @Context() context: RequestContext,
  ): Promise<boolean> {
    await this.passwords.change(actor, input, context.sessionToken ?? '');
    return true;
  }

  @Mutation(() => PersonalFileType, {
    description: 'All that is held about you where you act now. That you took it is logged.',
  })
  @AllowSignedIn()
  exportMyData(@CurrentActor() actor: Actor): Promise<PersonalFile> {
    return this.files.own(actor);
  }
}
