import { type Actor, knownId, notFound, type Page, type PageRequest } from '@banso/kernel';
import { keysetPage, type Tx } from '@banso/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { Party, type PartyKind } from './party.entity.js';

export interface PartyFilter {
  readonly partyKind?: PartyKind | null;
  /** Part of the name. */
  readonly search?: string | null;
}

const visible = (tx: Tx, { prefectureId }: Actor): SelectQueryBuilder<Party> =>
  tx.createQueryBuilder(Party, 'party').where('party.prefectureId = :prefectureId', { prefectureId });

/** By name. */
export function listParties(
  tx: Tx,
  actor: Actor,
  { partyKind, search }: PartyFilter,
  page: PageRequest,
): Promise<Page<Party>> {
  const query = visible(tx, actor);
  if (partyKind) query.andWhere('party.kind = :kind', { kind: partyKind });
  if (search)
    query.andWhere(
      '(position(lower(:search) in lower(party.name)) > 0 OR position(lower(:search) in lower(party.nameEn)) > 0)',
      {
        search: search.normalize('NFC'),
      },
    );
  return keysetPage(
    query,
    { by: ['party.name', 'party.id'], order: 'ASC', keyOf: (party) => [party.name, party.id] },
    page,
  );
}

export const partiesByIds = (tx: Tx, actor: Actor, ids: readonly string[]): Promise<Party[]> =>
  visible(tx, actor).andWhere('party.id = ANY(:ids)', { ids }).getMany();

export async function getParty(tx: Tx, actor: Actor, id: string): Promise<Party> {
  const party = await visible(tx, actor)
    .andWhere('party.id = :id', { id: knownId('party', id) })
    .getOne();
  if (!party) throw notFound('party');
  return party;
}

/** Loads and locks it for a change. */
export async function takeParty(tx: Tx, actor: Actor, id: string): Promise<Party> {
  const party = await visible(tx, actor)
    .andWhere('party.id = :id', { id: knownId('party', id) })
    .setLock('pessimistic_write')
    .getOne();
  if (!party) throw notFound('party');
  return party;
}
