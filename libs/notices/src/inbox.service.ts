import {
  type Actor,
  type Clock,
  isOfTenant,
  notFound,
  type Page,
  type PageRequest,
  parseInput,
  uuid,
} from '@banso/kernel';
import { type Db, keysetPage, type Tx } from '@banso/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { InboxItem } from './inbox-item.entity.js';
import type { NoticeAsks } from './notice-kinds.js';
import { idOfShort } from './mail/mail-text.js';

export const INBOX_STATES = ['OPEN', 'DONE'] as const;
export type InboxState = (typeof INBOX_STATES)[number];

export interface InboxFilter {
  readonly state?: InboxState | null;
  readonly asks?: NoticeAsks | null;
}

/** What is open, by whether it asks for an action. */
export interface InboxCounts {
  readonly action: number;
  readonly inform: number;
}

const marks = z.object({ ids: z.array(uuid()).min(1).max(100), done: z.boolean() });

/** What somebody has been told, in the seat in which they act now. */
export class InboxService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { state, asks }: InboxFilter, page: PageRequest): Promise<Page<InboxItem>> {
    return this.db.read(actor, (tx) => {
      const items = visibleItems(tx, actor);
      if (state) items.andWhere(state === 'OPEN' ? 'item.doneAt IS NULL' : 'item.doneAt IS NOT NULL');
      if (asks) items.andWhere('item.needsAction = :action', { action: asks === 'ACTION' });
      return keysetPage(
        items,
        { by: ['item.at', 'item.id'], order: 'DESC', keyOf: ({ at, id }) => [at.toISOString(), id] },
        page,
      );
    });
  }

  /** By its id, or the short form that a mail carries. Looking changes nothing. */
  get(actor: Actor, id: string): Promise<InboxItem> {
    return this.db.read(actor, async (tx) => {
      const item = await visibleItems(tx, actor)
        .andWhere('item.id = :id', { id: knownItem(idOfShort(id) ?? id) })
        .getOne();
      if (!item) throw notFound('inbox-item');
      return item;
    });
  }

  count(actor: Actor): Promise<InboxCounts> {
    return this.db.read(actor, async (tx) => {
      const rows = await visibleItems(tx, actor)
        .andWhere('item.doneAt IS NULL')
        .select('item.needsAction', 'action')
        .addSelect('count(*)::int', 'n')
        .groupBy('item.needsAction')
        .getRawMany<{ action: boolean; n: number }>();
      const of = (action: boolean): number => rows.find((row) => row.action === action)?.n ?? 0;
      return { action: of(true), inform: of(false) };
    });
  }

  /** Marks what the actor has seen to, or opens it again; all of it or nothing. */
  async mark(
    actor: Actor,
    input: { readonly ids: readonly string[]; readonly done: boolean },
  ): Promise<InboxItem[]> {
    const { ids, done } = parseInput(marks, input);
    return this.db.write(actor, async (tx) => {
      const items = await visibleItems(tx, actor)
        .andWhere('item.id = ANY(:ids)', { ids })
        .setLock('pessimistic_write')
        .orderBy('item.id')
        .getMany();
      if (items.length < new Set(ids).size) throw notFound('inbox-item');
      for (const item of items) {
        if (done) item.mark(this.clock.now());
        else item.unmark();
        await tx.update(InboxItem, { id: item.id }, { doneAt: item.doneAt, doneHow: item.doneHow });
      }
      return items;
    });
  }
}

function knownItem(id: string): string {
  if (!uuid().safeParse(id).success) throw notFound('inbox-item');
  return id;
}

/** One's own, in the seat in which one acts: whoever is in two places reads each there. */
function visibleItems(tx: Tx, actor: Actor): SelectQueryBuilder<InboxItem> {
  const items = tx.createQueryBuilder(InboxItem, 'item');
  if (!isOfTenant(actor)) return items.where('false');
  return items.where(
    `item.accountId = :accountId AND item.prefectureId = :prefectureId AND item.role = :role
     AND item.municipalityId IS NOT DISTINCT FROM :municipalityId AND item.specialistId IS NOT DISTINCT FROM :specialistId`,
    {
      accountId: actor.accountId,
      prefectureId: actor.prefectureId,
      role: actor.role,
      municipalityId: actor.role === 'MUNICIPALITY_STAFF' ? actor.municipalityId : null,
      specialistId: actor.role === 'SPECIALIST' ? actor.specialistId : null,
    },
  );
}
