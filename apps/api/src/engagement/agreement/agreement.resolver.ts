import {
  type Agreement,
  AgreementDraftService,
  type AgreementPaper,
  AgreementPaperService,
  AgreementTermService,
  dueAgreements,
  getAgreement,
  listAgreements,
} from '@banso/engagement';
import { type Actor, Clock, type LocalDate } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, AllowSignedIn, CurrentActor } from '../../access.js';
import { LocalDateScalar } from '../../local-date.scalar.js';
import { type Connection, PageArgs, toConnection } from '../../page.graphql.js';
import { PaperFileType, toPaperFile } from '../../paper.graphql.js';
import {
  AgreementConnection,
  AgreementFilter,
  AgreementInput,
  AgreementPaperEnum,
  AgreementType,
  TermDecisionInput,
} from './agreement.graphql.js';

const id = { type: () => ID, description: 'The agreement.' };
const reason = { description: 'Why; the parties can read it.' };
const words = { description: 'Its words, parties and articles.' };

@Resolver(() => AgreementType)
export class AgreementResolver {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly drafts: AgreementDraftService,
    private readonly terms: AgreementTermService,
    private readonly papers: AgreementPaperService,
  ) {}

  @Query(() => AgreementConnection, {
    description:
      'Agreements that you may see, the newest term first: for a town those that it is a party of.',
  })
  @AllowSignedIn()
  async agreements(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Which ones; all when left out.' })
    filter?: AgreementFilter,
  ): Promise<Connection<Agreement>> {
    const wish = { filter: filter ?? {}, today: this.clock.today() };
    return toConnection(await this.db.read(actor, (tx) => listAgreements(tx, actor, wish, page)));
  }

  @Query(() => AgreementConnection, {
    description:
      'Agreements whose notice day has come and that nobody talks about yet, whoever ends first at the top.',
  })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  async agreementsDue(@CurrentActor() actor: Actor, @Args() page: PageArgs): Promise<Connection<Agreement>> {
    return toConnection(
      await this.db.read(actor, (tx) => dueAgreements(tx, actor, this.clock.today(), page)),
    );
  }

  @Query(() => AgreementType, { description: 'One agreement.' })
  @AllowSignedIn()
  agreement(@CurrentActor() actor: Actor, @Args('id', id) agreementId: string): Promise<Agreement> {
    return this.db.read(actor, (tx) => getAgreement(tx, actor, agreementId));
  }

  @Mutation(() => AgreementType, { description: 'Writes a draft; it gets its number.' })
  @Allow('HUB_COORDINATOR')
  draftAgreement(
    @CurrentActor() actor: Actor,
    @Args('input', words) input: AgreementInput,
  ): Promise<Agreement> {
    return this.drafts.draft(actor, input);
  }

  @Mutation(() => AgreementType, { description: 'Rewrites it as a whole, until it is signed.' })
  @Allow('HUB_COORDINATOR')
  reviseAgreement(
    @CurrentActor() actor: Actor,
    @Args('id', id) agreementId: string,
    @Args('input', words) input: AgreementInput,
    @Args('seen', { type: () => ID, description: 'The version that you have read.' }) seen: string,
  ): Promise<Agreement> {
    return this.drafts.revise(actor, agreementId, input, seen);
  }

  @Mutation(() => AgreementType, { description: 'Takes a draft to its parties: towns read it from now on.' })
  @Allow('HUB_COORDINATOR')
  consultAgreement(@CurrentActor() actor: Actor, @Args('id', id) agreementId: string): Promise<Agreement> {
    return this.drafts.consult(actor, agreementId);
  }

  @Mutation(() => AgreementType, { description: 'Takes it back to the desk, with the reason.' })
  @Allow('HUB_COORDINATOR')
  returnAgreement(
    @CurrentActor() actor: Actor,
    @Args('id', id) agreementId: string,
    @Args('reason', reason) why: string,
  ): Promise<Agreement> {
    return this.drafts.returnToDraft(actor, agreementId, why);
  }

  @Mutation(() => AgreementType, { description: 'Gives it up before it is signed, with the reason.' })
  @Allow('HUB_COORDINATOR')
  withdrawAgreement(
    @CurrentActor() actor: Actor,
    @Args('id', id) agreementId: string,
    @Args('reason', reason) why: string,
  ): Promise<Agreement> {
    return this.drafts.withdraw(actor, agreementId, why);
  }

  @Mutation(() => AgreementType, { description: 'Says that it was signed. It is active from its first day.' })
  @Allow('HUB_APPROVER')
  concludeAgreement(
    @CurrentActor() actor: Actor,
    @Args('id', id) agreementId: string,
    @Args('concludedOn', {
      type: () => LocalDateScalar,
      description: 'The day of the signatures, today or before.',
    })
    concludedOn: LocalDate,
  ): Promise<Agreement> {
    return this.terms.conclude(actor, agreementId, concludedOn);
  }

  @Mutation(() => AgreementType, { description: 'Begins to talk about what comes after its last day.' })
  @Allow('HUB_COORDINATOR')
  consultExtension(@CurrentActor() actor: Actor, @Args('id', id) agreementId: string): Promise<Agreement> {
    return this.terms.consultExtension(actor, agreementId);
  }

  @Mutation(() => AgreementType, { description: 'Extends it as its parties have agreed.' })
  @Allow('HUB_APPROVER')
  extendAgreement(
    @CurrentActor() actor: Actor,
    @Args('id', id) agreementId: string,
    @Args('input', { description: 'The new last day, and why.' }) input: TermDecisionInput,
  ): Promise<Agreement> {
    return this.terms.extend(actor, agreementId, input);
  }

  @Mutation(() => AgreementType, { description: 'Lets the term run out as it stands, with the reason.' })
  @Allow('HUB_APPROVER')
  declineExtension(
    @CurrentActor() actor: Actor,
    @Args('id', id) agreementId: string,
    @Args('reason', reason) why: string,
  ): Promise<Agreement> {
    return this.terms.declineExtension(actor, agreementId, why);
  }

  @Mutation(() => AgreementType, {
    description: 'Brings its last day forward; one that has not begun is dissolved at once.',
  })
  @Allow('HUB_APPROVER')
  endAgreementEarly(
    @CurrentActor() actor: Actor,
    @Args('id', id) agreementId: string,
    @Args('input', { description: 'The new last day, from today on, and why.' }) input: TermDecisionInput,
  ): Promise<Agreement> {
    return this.terms.endEarly(actor, agreementId, input);
  }

  @Mutation(() => PaperFileType, {
    description: 'A document about it in Japanese, as PDF. That it was handed out is logged.',
  })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER', 'TOWN_REQUESTER', 'TOWN_APPROVER')
  async makeAgreementPaper(
    @CurrentActor() actor: Actor,
    @Args('id', id) agreementId: string,
    @Args('paper', { type: () => AgreementPaperEnum, description: 'Which document.' }) paper: AgreementPaper,
    @Args('termNo', {
      type: () => Int,
      nullable: true,
      description: 'Of which extension, by the number of its term; the latest when left out.',
    })
    termNo?: number | null,
  ): Promise<PaperFileType> {
    return toPaperFile(await this.papers.make(actor, agreementId, { paper, termNo }));
  }
}
