import type { Agreement } from '@banso/engagement';
import {
  type Actor,
  badInput,
  Clock,
  DomainError,
  knownId,
  localDate,
  type LocalDate,
  notFound,
  parseInput,
  permit,
  text,
} from '@banso/kernel';
import { Db, nextNumber, type Tx } from '@banso/platform';
import { z } from 'zod';
import { type CostParty, getCostAgreement, partiesOf } from './agreement-costs.queries.js';
import { Invoice } from './invoice.entity.js';
import { insertLines } from './invoice-lines.js';
import { getInvoice, recheckInvoice } from './invoice.queries.js';
import {
  type BilledLine,
  billedTo,
  firstOfMonth,
  lastOfMonth,
  nextMonth,
  type Period,
} from './reckoning/index.js';
import { lockCosts } from './settlement-lock.js';
import { may } from './settlement.policy.js';
import { reckonStatement } from './statement.queries.js';

export interface InvoiceInput {
  readonly agreementId: string;
  readonly partyId: string;
  /** The first day of a month, or of the agreement. */
  readonly from: LocalDate;
  /** The last day of a month, or of the agreement. */
  readonly to: LocalDate;
}

const schema = z.object({ from: localDate(), to: localDate() });

/** As far as a sum is kept and shown. */
const MOST_TOTAL_YEN = 2_000_000_000;
const MOST_MONTHS = 12;

/** Bills a party for what it bears: drafted by one, issued by another, and frozen from the draft on. */
export class InvoiceService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  draft(actor: Actor, input: InvoiceInput): Promise<Invoice> {
    return this.db.write(actor, async (tx) => {
      const { id } = await getCostAgreement(tx, actor, input.agreementId);
      await lockCosts(tx, id);
      const agreement = await getCostAgreement(tx, actor, id);
      permit(may.draft(actor, agreement));
      const period = this.periodFrom(parseInput(schema, input), agreement);
      const party = await partyOf(tx, id, input.partyId);
      await requireUnbilled(tx, { agreementId: id, partyId: party.id }, period);
      const billed = await billedIn(tx, actor, { agreementId: id, partyId: party.id, period });
      const scope = {
        prefectureId: agreement.prefectureId,
        agreementId: id,
        partyId: party.id,
        municipalityId: party.municipalityId,
        fromOn: period.from,
        toOn: period.to,
      };
      const invoice = Invoice.draft(scope, totalOf(billed), { actor, at: this.clock.now() });
      await tx.insert(Invoice, invoice);
      await insertLines(tx, invoice, billed);
      return invoice;
    });
  }

  /** Only a draft that still follows from the days and terms. */
  issue(actor: Actor, id: string): Promise<Invoice> {
    return this.change(actor, id, async (tx, invoice) => {
      permit(may.issue(actor, invoice));
      invoice.assertLeadsTo('ISSUED');
      const differences = await recheckInvoice(tx, actor, invoice);
      if (differences.length > 0) throw new DomainError('CONFLICT', 'invoice.no-longer-follows', {});
      const { prefectureId } = invoice;
      const number = await nextNumber(tx, 'F', { prefectureId, today: this.clock.today() });
      invoice.issue(number, { actor, at: this.clock.now() });
    });
  }

  /** A draft that is not needed: the period is free again. */
  discard(actor: Actor, id: string): Promise<Invoice> {
    return this.change(actor, id, (_, invoice) => {
      permit(may.discard(actor, invoice));
      invoice.discard();
    });
  }

  /** An issued bill keeps its number and says why it is void; the period can be billed anew. */
  cancel(actor: Actor, id: string, reason: string): Promise<Invoice> {
    return this.change(actor, id, (_, invoice) => {
      permit(may.cancel(actor, invoice));
      const why = parseInput(z.object({ reason: text(500) }), { reason }).reason;
      invoice.cancel(why, { actor, at: this.clock.now() });
    });
  }

  private change(
    actor: Actor,
    id: string,
    work: (tx: Tx, invoice: Invoice) => Promise<void> | void,
  ): Promise<Invoice> {
    return this.db.write(actor, async (tx) => {
      const { agreementId } = await getInvoice(tx, actor, id);
      await lockCosts(tx, agreementId);
      // Read again under the lock: somebody else may have changed it meanwhile.
      const invoice = await getInvoice(tx, actor, id);
      await work(tx, invoice);
      await tx.save(Invoice, invoice);
      return invoice;
    });
  }

  /** Whole months of the term, at most twelve, all of them over. */
  private periodFrom({ from, to }: Period, { startsOn, endsOn }: Agreement): Period {
    const today = this.clock.today();
    const facts = { from: startsOn, to: endsOn };
    if (from < startsOn || from > endsOn) throw badInput({ path: 'from', rule: 'outside-term', facts });
    if (to > endsOn) throw badInput({ path: 'to', rule: 'outside-term', facts });
    if (to < from) throw badInput({ path: 'to', rule: 'not-before-from' });
    if (from !== firstOfMonth(from) && from !== startsOn)
      throw badInput({ path: 'from', rule: 'whole-months' });
    if (to !== lastOfMonth(to) && to !== endsOn) throw badInput({ path: 'to', rule: 'whole-months' });
    if (to >= today) throw badInput({ path: 'to', rule: 'not-over', facts: { today } });
    if (to >= monthsAfter(from, MOST_MONTHS))
      throw badInput({ path: 'to', rule: 'too-many-months', facts: { max: MOST_MONTHS } });
    return { from, to };
  }
}

function monthsAfter(date: LocalDate, months: number): LocalDate {
  let first = firstOfMonth(date);
  for (let left = months; left > 0; left--) first = nextMonth(first);
  return first;
}

async function partyOf(tx: Tx, agreementId: string, partyId: string): Promise<CostParty> {
  const wanted = knownId('party', partyId);
  const party = (await partiesOf(tx, [agreementId])).find(({ id }) => id === wanted);
  if (!party) throw notFound('party');
  return party;
}

/** No draft and no issued bill of the party covers a day of it. */
async function requireUnbilled(
  tx: Tx,
  of: { readonly agreementId: string; readonly partyId: string },
  { from, to }: Period,
): Promise<void> {
  const other = await tx
    .createQueryBuilder(Invoice, 'invoice')
    .where({ ...of })
    .andWhere(`invoice.status IN ('DRAFT', 'ISSUED') AND invoice.fromOn <= :to AND invoice.toOn >= :from`, {
      from,
      to,
    })
    .orderBy('invoice.fromOn')
    .getOne();
  if (other)
    throw new DomainError('CONFLICT', 'invoice.period-taken', {
      from: other.fromOn,
      to: other.toOn,
      number: other.number ?? '',
    });
}

/** What the party bears in the period; refused where something is not clear, or nothing is to be borne. */
async function billedIn(
  tx: Tx,
  actor: Actor,
  of: { readonly agreementId: string; readonly partyId: string; readonly period: Period },
): Promise<BilledLine[]> {
  const statement = await reckonStatement(tx, actor, of);
  const [stray] = statement.unmatched;
  if (stray)
    throw new DomainError('CONFLICT', 'invoice.entered-without-row', {
      label: stray.label,
      date: stray.month,
    });
  const billed = billedTo(of.partyId, statement);
  if (billed.length === 0) throw new DomainError('CONFLICT', 'invoice.nothing-to-bear', { ...of.period });
  if (
    [totalOf(billed), ...billed.map(({ line }) => line.totalYen)].some(
      (yen) => Math.abs(yen) > MOST_TOTAL_YEN,
    )
  )
    throw new DomainError('CONFLICT', 'invoice.too-large', { max: MOST_TOTAL_YEN });
  return billed;
}

const totalOf = (billed: readonly BilledLine[]): number =>
  billed.reduce((sum, { share }) => sum + share.yen, 0);
