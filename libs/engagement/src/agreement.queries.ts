import { type Actor, knownId, type LocalDate, notFound, type Page, type PageRequest } from '@banso/kernel';
import { keysetPage, type Tx } from '@banso/platform';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Agreement, AgreementClause, AgreementParty, AgreementTerm } from './agreement.entity.js';
import { AgreementEvent } from './agreement-event.entity.js';
import { visibleAgreements } from './agreement.policy.js';
import type { AgreementKind, AgreementStatus } from './agreement-status.js';
import { IS_DUE, STATUS_ON } from './agreement-term.js';

export interface AgreementFilter {
  readonly statuses?: readonly AgreementStatus[] | null;
  readonly agreementKind?: AgreementKind | null;
  /** A town that is one of the parties. */
  readonly municipalityId?: string | null;
  /** Part of the title, or the number. */
  readonly search?: string | null;
}

function visible(tx: Tx, actor: Actor): SelectQueryBuilder<Agreement> {
  const { where, parameters } = visibleAgreements(actor);
  return tx.createQueryBuilder(Agreement, 'agreement').where(`(${where})`, parameters);
}

async function found(query: SelectQueryBuilder<Agreement>, id: string): Promise<Agreement> {
  const agreement = await query.andWhere('agreement.id = :id', { id: knownId('agreement', id) }).getOne();
  if (!agreement) throw notFound('agreement');
  return agreement;
}

export const getAgreement = (tx: Tx, actor: Actor, id: string): Promise<Agreement> =>
  found(visible(tx, actor), id);

/** Loads and locks it for a change, as it stands at this moment. */
export async function takeAgreement(
  tx: Tx,
  actor: Actor,
  id: string,
  { today, at }: { readonly today: LocalDate; readonly at: Date },
): Promise<Agreement> {
  const agreement = await found(visible(tx, actor).setLock('pessimistic_write'), id);
  agreement.keepUp(today, { actor: CALENDAR, at });
  return agreement;
}

/** What the calendar does, nobody does. */
const CALENDAR = { role: 'SYSTEM', accountId: null, prefectureId: null, name: 'system' } as const;

/** The newest term first. */
export function listAgreements(
  tx: Tx,
  actor: Actor,
  { filter, today }: { readonly filter: AgreementFilter; readonly today: LocalDate },
  page: PageRequest,
): Promise<Page<Agreement>> {
  const query = visible(tx, actor).setParameter('today', today);
  if (filter.statuses?.length)
    query.andWhere(`(${STATUS_ON}) IN (:...statuses)`, { statuses: filter.statuses });
  if (filter.agreementKind) query.andWhere('agreement.kind = :kind', { kind: filter.agreementKind });
  if (filter.municipalityId)
    query.andWhere(
      'EXISTS (SELECT 1 FROM agreement_party q WHERE q.agreement_id = agreement.id AND q.municipality_id = :town)',
      { town: filter.municipalityId },
    );
  if (filter.search)
    query.andWhere('(position(lower(:search) in lower(agreement.title)) > 0 OR agreement.number = :search)', {
      search: filter.search.normalize('NFC'),
    });
  return keysetPage(
    query,
    {
      by: ['agreement.startsOn', 'agreement.id'],
      order: 'DESC',
      keyOf: (agreement) => [agreement.startsOn, agreement.id],
    },
    page,
  );
}

/** Those that ask to be talked about, whoever ends first at the top. */
export function dueAgreements(
  tx: Tx,
  actor: Actor,
  today: LocalDate,
  page: PageRequest,
): Promise<Page<Agreement>> {
  return keysetPage(
    visible(tx, actor).andWhere(`(${IS_DUE})`).setParameter('today', today),
    {
      by: ['agreement.endsOn', 'agreement.id'],
      order: 'ASC',
      keyOf: (agreement) => [agreement.endsOn, agreement.id],
    },
    page,
  );
}

export const agreementsByIds = (tx: Tx, actor: Actor, ids: readonly string[]): Promise<Agreement[]> =>
  visible(tx, actor).andWhere('agreement.id = ANY(:ids)', { ids }).getMany();

/** Those of every prefecture that the calendar has changed since they were written, locked. */
export const overtakenAgreements = (tx: Tx, today: LocalDate): Promise<Agreement[]> =>
  tx
    .createQueryBuilder(Agreement, 'agreement')
    .where(`agreement.status <> (${STATUS_ON})`, { today })
    .orderBy('agreement.id')
    .setLock('pessimistic_write')
    .getMany();

/** Of every prefecture, those that somebody has to talk about and has not been told to. For background work. */
export const untoldAgreements = (tx: Tx, today: LocalDate): Promise<Agreement[]> =>
  tx
    .createQueryBuilder(Agreement, 'agreement')
    .where(IS_DUE, { today })
    .andWhere(
      `NOT EXISTS (SELECT FROM notice n WHERE n.prefecture_id = agreement.prefecture_id
         AND n.key LIKE 'agreement-ending:' || agreement.id || ':' || agreement.ends_on || ':%')`,
    )
    .orderBy('agreement.id')
    .getMany();

// Parts of agreements that the caller has already been allowed to see.

export const agreementPartiesOf = (tx: Tx, agreementIds: readonly string[]): Promise<AgreementParty[]> =>
  tx.find(AgreementParty, { where: { agreementId: In([...agreementIds]) }, order: { position: 'ASC' } });

export const clausesOf = (tx: Tx, agreementIds: readonly string[]): Promise<AgreementClause[]> =>
  tx.find(AgreementClause, { where: { agreementId: In([...agreementIds]) }, order: { no: 'ASC' } });

export const termsOf = (tx: Tx, agreementIds: readonly string[]): Promise<AgreementTerm[]> =>
  tx.find(AgreementTerm, { where: { agreementId: In([...agreementIds]) }, order: { no: 'ASC' } });

export const agreementEventsOf = (tx: Tx, agreementIds: readonly string[]): Promise<AgreementEvent[]> =>
  tx.find(AgreementEvent, {
    where: { agreementId: In([...agreementIds]) },
    order: { at: 'ASC', seq: 'ASC' },
  });

/** Saves the row with what happened to it. Events are inserted in the order in which they happened. */
export async function saveAgreement(tx: Tx, agreement: Agreement): Promise<void> {
  await tx.save(Agreement, agreement);
  if (agreement.newEvents.length > 0) await tx.insert(AgreementEvent, agreement.newEvents.splice(0));
}
