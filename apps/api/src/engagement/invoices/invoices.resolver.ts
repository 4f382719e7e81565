import type { Agreement } from '@banso/engagement';
import type { Actor } from '@banso/kernel';
import { Db } from '@banso/platform';
import {
  type CostParty,
  type Difference,
  getInvoice,
  type Invoice,
  type InvoiceAction,
  invoiceActionsOf,
  type InvoiceEvidence,
  type InvoiceLine,
  InvoicePaperService,
  InvoiceService,
  listInvoices,
  recheckInvoice,
} from '@banso/settlement';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../../access.js';
import { type Connection, PageArgs, toConnection } from '../../page.graphql.js';
import { PaperFileType, toPaperFile } from '../../paper.graphql.js';
import type { RequestContext } from '../../request-context.js';
import { CostAgreementType, CostPartyType } from '../costs/costs.graphql.js';
import {
  InvoiceActionEnum,
  InvoiceConnection,
  InvoiceDifferenceType,
  InvoiceEvidenceType,
  InvoiceFilter,
  InvoiceInput,
  InvoiceLineType,
  InvoiceType,
} from './invoices.graphql.js';

const id = { type: () => ID, description: 'The invoice.' };

@Resolver(() => InvoiceType)
export class InvoiceResolver {
  constructor(
    private readonly db: Db,
    private readonly service: InvoiceService,
    private readonly papers: InvoicePaperService,
  ) {}

  @Query(() => InvoiceConnection, {
    description: 'Invoices that you may see, the latest first; for a town its own that were issued.',
  })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  async invoices(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Which ones; all when left out.' }) filter?: InvoiceFilter,
  ): Promise<Connection<Invoice>> {
    return toConnection(await this.db.read(actor, (tx) => listInvoices(tx, actor, filter ?? {}, page)));
  }

  @Query(() => InvoiceType, { description: 'One invoice.' })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  invoice(@CurrentActor() actor: Actor, @Args('id', id) invoiceId: string): Promise<Invoice> {
    return this.db.read(actor, (tx) => getInvoice(tx, actor, invoiceId));
  }

  @Query(() => [InvoiceDifferenceType], {
    description:
      'Where its frozen figures no longer follow from days and terms as they stand now; changes nothing.',
  })
  @Allow('HUB_STAFF')
  invoiceDifferences(
    @CurrentActor() actor: Actor,
    @Args('id', id) invoiceId: string,
  ): Promise<readonly Difference[]> {
    return this.db.read(actor, async (tx) =>
      recheckInvoice(tx, actor, await getInvoice(tx, actor, invoiceId)),
    );
  }

  @Mutation(() => InvoiceType, {
    description: 'Drafts what a party owes, with every figure and what it rests on.',
  })
  @Allow('HUB_COORDINATOR')
  draftInvoice(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Whom, and for which months.' }) input: InvoiceInput,
  ): Promise<Invoice> {
    return this.service.draft(actor, input);
  }

  @Mutation(() => InvoiceType, { description: 'Drops a draft; its months are free again.' })
  @Allow('HUB_COORDINATOR')
  discardInvoice(@CurrentActor() actor: Actor, @Args('id', id) invoiceId: string): Promise<Invoice> {
    return this.service.discard(actor, invoiceId);
  }

  @Mutation(() => InvoiceType, { description: 'Issues a draft that still follows; it gets its number.' })
  @Allow('HUB_APPROVER')
  issueInvoice(@CurrentActor() actor: Actor, @Args('id', id) invoiceId: string): Promise<Invoice> {
    return this.service.issue(actor, invoiceId);
  }

  @Mutation(() => InvoiceType, {
    description: 'Makes an issued invoice void; its months can be billed anew.',
  })
  @Allow('HUB_APPROVER')
  cancelInvoice(
    @CurrentActor() actor: Actor,
    @Args('id', id) invoiceId: string,
    @Args('reason', { description: 'Why, at most 500 characters.' }) reason: string,
  ): Promise<Invoice> {
    return this.service.cancel(actor, invoiceId, reason);
  }

  @Mutation(() => PaperFileType, {
    description: 'The invoice in Japanese, as PDF, with what it rests on. That it was handed out is logged.',
  })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER', 'TOWN_REQUESTER', 'TOWN_APPROVER')
  async makeInvoicePaper(
    @CurrentActor() actor: Actor,
    @Args('id', id) invoiceId: string,
  ): Promise<PaperFileType> {
    return toPaperFile(await this.papers.make(actor, invoiceId));
  }

  @ResolveField(() => CostAgreementType, { nullable: true, description: 'The agreement.' })
  async agreement(@Parent() invoice: Invoice, @Context() context: RequestContext): Promise<Agreement | null> {
    return context.loaders.costAgreement.load(invoice.agreementId);
  }

  @ResolveField(() => CostPartyType, { nullable: true, description: 'Who owes it.' })
  async party(@Parent() invoice: Invoice, @Context() context: RequestContext): Promise<CostParty | null> {
    const parties = await context.loaders.costParties.load(invoice.agreementId);
    return parties.find((party) => party.id === invoice.partyId) ?? null;
  }

  @ResolveField(() => [InvoiceLineType], { description: 'Its figures.' })
  async lines(
    @Parent() invoice: Invoice,
    @Context() context: RequestContext,
  ): Promise<readonly InvoiceLine[]> {
    return context.loaders.invoiceLines.load(invoice.id);
  }

  @ResolveField(() => [InvoiceActionEnum], { description: 'What you may do with it now.' })
  viewerActions(@Parent() invoice: Invoice, @CurrentActor() actor: Actor): InvoiceAction[] {
    return invoiceActionsOf(actor, invoice);
  }
}

@Resolver(() => InvoiceLineType)
export class InvoiceLineResolver {
  @ResolveField(() => [InvoiceEvidenceType], { description: 'What it rests on, by day.' })
  async evidence(
    @Parent() line: InvoiceLine,
    @Context() context: RequestContext,
  ): Promise<readonly InvoiceEvidence[]> {
    return context.loaders.invoiceEvidence.load(line.id);
  }
}
