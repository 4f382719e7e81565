import { Agreement, AgreementClause, AgreementParty, Party } from '@banso/engagement';
import { type Actor, knownId, type LocalDate, notFound } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Invoice } from './invoice.entity.js';
import type { Period } from './reckoning/index.js';
import { visibleAgreements } from './settlement.policy.js';

function visible(tx: Tx, actor: Actor): SelectQueryBuilder<Agreement> {
  const { where, parameters } = visibleAgreements(actor);
  return tx.createQueryBuilder(Agreement, 'agreement').where(`(${where})`, { ...parameters });
}

/** An agreement whose costs the actor can read. */
export async function getCostAgreement(tx: Tx, actor: Actor, id: string): Promise<Agreement> {
  const agreement = await visible(tx, actor)
    .andWhere('agreement.id = :id', { id: knownId('agreement', id) })
    .getOne();
  if (!agreement) throw notFound('agreement');
  return agreement;
}

/** Those of the ids that the actor can read, in no order. */
export function costAgreementsByIds(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Agreement[]> {
  return visible(tx, actor).andWhere('agreement.id = ANY(:ids)', { ids }).getMany();
}

/** Those that bind or have bound, the latest term first. */
export function listCostAgreements(tx: Tx, actor: Actor): Promise<Agreement[]> {
  return visible(tx, actor)
    .andWhere(`agreement.status <> 'WITHDRAWN'`)
    .orderBy('agreement.startsOn', 'DESC')
    .addOrderBy('agreement.number', 'DESC')
    .take(200)
    .getMany();
}

/** A party of an agreement, with what it is in it. */
export interface CostParty {
  readonly agreementId: string;
  readonly id: string;
  readonly kind: Party['kind'];
  readonly municipalityId: string | null;
  readonly name: string;
  readonly nameEn: string;
  readonly part: AgreementParty['part'];
}

/** In the order of the agreement. */
export async function partiesOf(tx: Tx, agreementIds: readonly string[]): Promise<CostParty[]> {
  const signed = await tx.find(AgreementParty, {
    where: { agreementId: In([...agreementIds]) },
    order: { position: 'ASC', partyId: 'ASC' },
  });
  const parties = await tx.findBy(Party, { id: In(signed.map(({ partyId }) => partyId)) });
  const byId = new Map(parties.map((party) => [party.id, party]));
  return signed.flatMap(({ agreementId, partyId, part }) => {
    const party = byId.get(partyId);
    if (!party) return [];
    const { id, kind, municipalityId, name, nameEn } = party;
    return [{ agreementId, id, kind, municipalityId, name, nameEn, part }];
  });
}

export function clausesOf(tx: Tx, agreementIds: readonly string[]): Promise<AgreementClause[]> {
  return tx.find(AgreementClause, {
    where: { agreementId: In([...agreementIds]) },
    order: { agreementId: 'ASC', no: 'ASC' },
  });
}

/** The last day that an issued bill of the agreement covers; null without one. */
export async function lastBilledDay(tx: Tx, agreementId: string): Promise<LocalDate | null> {
  const row = await tx
    .createQueryBuilder(Invoice, 'invoice')
    .select('max(invoice.toOn)::text', 'day')
    .where(`invoice.agreementId = :agreementId AND invoice.status = 'ISSUED'`, { agreementId })
    .getRawOne<{ day: LocalDate | null }>();
  return row?.day ?? null;
}

/** An issued bill of the agreement that covers a day of the period; null without one. */
export function billCovering(tx: Tx, agreementId: string, { from, to }: Period): Promise<Invoice | null> {
  return tx
    .createQueryBuilder(Invoice, 'invoice')
    .where(`invoice.agreementId = :agreementId AND invoice.status = 'ISSUED'`, { agreementId })
    .andWhere('invoice.fromOn <= :to AND invoice.toOn >= :from', { from, to })
    .orderBy('invoice.number')
    .getOne();
}
