import { type Agreement, Employment, Placement } from '@banso/engagement';
import {
  type Actor,
  addDays,
  badInput,
  groupBy,
  knownId,
  type LocalDate,
  notFound,
  permit,
} from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { Specialist } from '@banso/talent';
import { In, IsNull } from 'typeorm';
import { type CostParty, listCostAgreements, partiesOf } from './agreement-costs.queries.js';
import { AllocationTaxRule } from './allocation-tax-rule.entity.js';
import { Invoice } from './invoice.entity.js';
import { invoiceLinesOf } from './invoice.queries.js';
import { billedTo, firstOfMonth, fiscalYear, meetingOf, type Period, within } from './reckoning/index.js';
import { may } from './settlement.policy.js';
import { reckonStatement } from './statement.queries.js';
import {
  type Bearer,
  type BorneCost,
  formsThrough,
  type PlacedPerson,
  type TaxEvidence,
  taxEvidenceOf,
} from './tax-evidence.js';

/** Measures that stand, the latest year first. */
export function listTaxRules(tx: Tx): Promise<AllocationTaxRule[]> {
  return tx.find(AllocationTaxRule, {
    where: { removedAt: IsNull() },
    order: { firstYear: 'DESC', measure: 'ASC', id: 'ASC' },
  });
}

/** A measure that stands. */
export async function getTaxRule(tx: Tx, actor: Actor, id: string): Promise<AllocationTaxRule> {
  const rule = await tx.findOneBy(AllocationTaxRule, { id: knownId('tax-rule', id), removedAt: IsNull() });
  if (!rule || rule.prefectureId !== actor.prefectureId) throw notFound('tax-rule');
  return rule;
}

/** The table of one fiscal year, with what its ids name. */
export interface TaxEvidenceTable extends TaxEvidence {
  readonly fiscalYear: number;
  /** Months that are over by now. */
  readonly until: LocalDate;
  readonly measures: readonly AllocationTaxRule[];
  readonly agreements: readonly Agreement[];
  readonly parties: readonly CostParty[];
}

/** What each body has borne in the months of a fiscal year that are over: as billed, or as reckoned where it is not. */
export async function taxEvidence(
  tx: Tx,
  actor: Actor,
  asked: { readonly fiscalYear: number; readonly today: LocalDate },
): Promise<TaxEvidenceTable> {
  permit(may.reckon(actor));
  if (asked.fiscalYear < 2000 || asked.fiscalYear > 2100)
    throw badInput({ path: 'fiscalYear', rule: 'invalid' });
  const year = fiscalYear(asked.fiscalYear);
  const until = addDays(firstOfMonth(asked.today), -1);
  const measures = await listTaxRules(tx);
  const agreements = await listCostAgreements(tx, actor);
  const parties = await partiesOf(
    tx,
    agreements.map(({ id }) => id),
  );
  const over = meetingOf(year, { from: year.from, to: until });
  const costs: BorneCost[] = [];
  const bodies = parties.flatMap((party) => (isBearer(party.kind) ? [{ ...party, kind: party.kind }] : []));
  for (const { id } of over ? agreements : [])
    costs.push(
      ...(await costsOf(tx, actor, {
        agreementId: id,
        period: over ?? year,
        bodies: bodies.filter((one) => one.agreementId === id),
      })),
    );
  const persons = await personsOf(tx, agreements, year);
  const evidence = taxEvidenceOf({ fiscalYear: asked.fiscalYear, measures, costs, persons });
  return { ...evidence, fiscalYear: asked.fiscalYear, until, measures, agreements, parties };
}

const isBearer = (kind: CostParty['kind']): kind is Bearer =>
  kind === 'PREFECTURE' || kind === 'MUNICIPALITY';

interface Bodies {
  readonly agreementId: string;
  readonly period: Period;
  readonly bodies: readonly (CostParty & { readonly kind: Bearer })[];
}

async function costsOf(tx: Tx, actor: Actor, { agreementId, period, bodies }: Bodies): Promise<BorneCost[]> {
  const statement = await reckonStatement(tx, actor, { agreementId, period });
  const invoices = await tx.findBy(Invoice, { agreementId, status: 'ISSUED' });
  const lines = await invoiceLinesOf(
    tx,
    invoices.map(({ id }) => id),
  );
  return bodies.flatMap(({ id: partyId, kind: bearer }) => {
    const own = invoices.filter((invoice) => invoice.partyId === partyId);
    const about = { agreementId, partyId, bearer };
    const billed = own.flatMap((invoice) =>
      lines
        .filter(({ invoiceId, fromOn }) => invoiceId === invoice.id && within(fromOn, period))
        .map(({ item, label, clauseNo, fromOn: from, toOn: to, yen }) => ({
          ...about,
          item,
          label,
          clauseNo,
          from,
          to,
          yen,
          invoiceNumber: invoice.number,
        })),
    );
    const reckoned = billedTo(partyId, statement)
      .filter(({ line }) => !own.some(({ fromOn: from, toOn: to }) => within(line.from, { from, to })))
      .map(({ line: { terms, from, to }, share: { yen } }) => ({
        ...about,
        item: terms.item,
        label: terms.label,
        clauseNo: terms.clauseNo,
        from,
        to,
        yen,
        invoiceNumber: null,
      }));
    return [...billed, ...reckoned].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  });
}

/** Everybody who was placed under one of the agreements in the year, with the form of appointment. */
async function personsOf(tx: Tx, agreements: readonly Agreement[], year: Period): Promise<PlacedPerson[]> {
  const placements = await tx.find(Placement, {
    where: { agreementId: In(agreements.map(({ id }) => id)), status: In(['ACTIVE', 'ENDED']) },
    order: { startsOn: 'ASC', id: 'ASC' },
  });
  const specialistIds = placements.map(({ specialistId }) => specialistId);
  const people = await tx.findBy(Specialist, { id: In(specialistIds) });
  const employments = groupBy(
    await tx.findBy(Employment, { specialistId: In(specialistIds), removedAt: IsNull() }),
    ({ specialistId }) => specialistId,
  );
  const byId = new Map(people.map((person) => [person.id, person]));
  return placements.flatMap(({ agreementId, specialistId, startsOn, endsOn }) => {
    const term = meetingOf({ from: startsOn, to: endsOn }, year);
    const person = byId.get(specialistId);
    if (!term || !person || agreementId === null) return [];
    const { name, nameEn, employment } = person;
    return formsThrough(term, employments.get(specialistId) ?? [], employment).map((part) => ({
      agreementId,
      specialistId,
      name,
      nameEn,
      ...part,
    }));
  });
}
