import {
  type Actor,
  instantAt,
  knownId,
  type LocalDate,
  notFound,
  type Page,
  type PageRequest,
} from '@banso/kernel';
import { inOrderOf, keysetPage, type SortColumn, sortedBy, type Sorting, type Tx } from '@banso/platform';
import { In, MoreThanOrEqual, type SelectQueryBuilder } from 'typeorm';
import { ShortlistEntry } from './shortlist-entry.entity.js';
import { SupportRequest } from './support-request.entity.js';
import { URGENCIES } from './support-request-content.js';
import { SupportRequestEvent } from './support-request-event.entity.js';
import { visibleTo } from './support-request.policy.js';
import { PLANNABLE, SUPPORT_REQUEST_STATUSES, type SupportRequestStatus } from './support-request-status.js';
import { tellOfRequest } from './case-notices.js';

export const REQUEST_SORTS = ['TOWN', 'STATUS', 'THEME', 'URGENCY', 'DEADLINE', 'FILED'] as const;
export type RequestSort = (typeof REQUEST_SORTS)[number];

const SORTS: Readonly<Record<RequestSort, SortColumn<SupportRequest>>> = {
  // In the order of the codes, as every list of an office is.
  TOWN: { by: 'request.municipalityId', of: (request) => request.municipalityId },
  STATUS: inOrderOf('request.status', SUPPORT_REQUEST_STATUSES, ({ status }) => status),
  THEME: {
    by: 'request.themeId',
    of: (request) => request.themeId,
    beyond: { above: `'~'`, below: `''` },
  },
  URGENCY: inOrderOf('request.urgency', URGENCIES, ({ urgency }) => urgency),
  DEADLINE: {
    by: 'request.deadlineOn',
    of: (request) => request.deadlineOn,
    beyond: { above: `'9999-12-31'::date`, below: `'0001-01-01'::date` },
  },
  FILED: { by: 'request.createdAt', of: (request) => request.createdAt.toISOString() },
};

export interface SupportRequestFilter extends Sorting<RequestSort> {
  readonly statuses?: readonly SupportRequestStatus[] | null;
  readonly municipalityId?: string | null;
  readonly themeId?: string | null;
  /** Part of the title or the number. */
  readonly search?: string | null;
  /** Whoever has waited longest first; otherwise the newest. */
  readonly oldestFirst?: boolean | null;
}

function visible(tx: Tx, actor: Actor): SelectQueryBuilder<SupportRequest> {
  const { where, parameters } = visibleTo(actor);
  return tx.createQueryBuilder(SupportRequest, 'request').where(`(${where})`, parameters);
}

export async function getSupportRequest(tx: Tx, actor: Actor, id: string): Promise<SupportRequest> {
  const request = await visible(tx, actor)
    .andWhere('request.id = :id', { id: knownId('request', id) })
    .getOne();
  if (!request) throw notFound('request');
  return request;
}

/** Loads and locks it for a change. */
export async function takeSupportRequest(tx: Tx, actor: Actor, id: string): Promise<SupportRequest> {
  const request = await visible(tx, actor)
    .andWhere('request.id = :id', { id: knownId('request', id) })
    .setLock('pessimistic_write')
    .getOne();
  if (!request) throw notFound('request');
  return request;
}

/** As the filter sorts them; otherwise the newest first, or the oldest. */
export function listSupportRequests(
  tx: Tx,
  actor: Actor,
  filter: SupportRequestFilter,
  page: PageRequest,
): Promise<Page<SupportRequest>> {
  const query = visible(tx, actor);
  if (filter.statuses?.length)
    query.andWhere('request.status IN (:...statuses)', { statuses: filter.statuses });
  if (filter.municipalityId)
    query.andWhere('request.municipalityId = :town', { town: filter.municipalityId });
  if (filter.themeId) query.andWhere('request.themeId = :themeId', { themeId: filter.themeId });
  if (filter.search)
    query.andWhere('(position(lower(:search) in lower(request.title)) > 0 OR request.number = :search)', {
      search: filter.search.normalize('NFC'),
    });
  const { sortBy, descending, oldestFirst } = filter;
  const keyset = sortBy
    ? sortedBy(SORTS[sortBy], 'request', descending ?? false)
    : sortedBy(SORTS.FILED, 'request', !oldestFirst);
  return keysetPage(query, keyset, page);
}

export function supportRequestsByIds(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<SupportRequest[]> {
  return visible(tx, actor).andWhere('request.id = ANY(:ids)', { ids }).getMany();
}

/** Every request whose visits the planner may still place. */
export function requestsToPlan(tx: Tx, actor: Actor): Promise<SupportRequest[]> {
  return visible(tx, actor)
    .andWhere('request.status IN (:...statuses)', { statuses: PLANNABLE })
    .orderBy('request.id')
    .getMany();
}

/** The histories of requests that the caller has already been allowed to see, oldest first. */
export function historiesOf(tx: Tx, supportRequestIds: readonly string[]): Promise<SupportRequestEvent[]> {
  return tx.find(SupportRequestEvent, {
    where: { supportRequestId: In([...supportRequestIds]) },
    order: { at: 'ASC', seq: 'ASC' },
  });
}

/** Shortlists of requests that the caller has already been allowed to see, in the hub's order. */
export function shortlistsOf(tx: Tx, supportRequestIds: readonly string[]): Promise<ShortlistEntry[]> {
  return tx.find(ShortlistEntry, {
    where: { supportRequestId: In([...supportRequestIds]) },
    order: { position: 'ASC' },
  });
}

/** Whether whoever approves was asked once more on that day. */
export const remindedOn = (tx: Tx, request: SupportRequest, date: LocalDate): Promise<boolean> =>
  tx.existsBy(SupportRequestEvent, {
    supportRequestId: request.id,
    fromStatus: 'IN_APPROVAL',
    toStatus: 'IN_APPROVAL',
    at: MoreThanOrEqual(instantAt(date, 0)),
  });

/** Saves the row with what happened to it. Events are inserted in the order in which they happened. */
export async function saveSupportRequest(tx: Tx, request: SupportRequest): Promise<void> {
  await tx.save(SupportRequest, request);
  await tellOfRequest(tx, request);
  if (request.newEvents.length > 0) await tx.insert(SupportRequestEvent, request.newEvents.splice(0));
}
