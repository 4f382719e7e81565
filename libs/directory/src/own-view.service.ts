import {
  type Actor,
  type Clock,
  DomainError,
  knownId,
  notFound,
  parseInput,
  permit,
  text,
} from '@banso/kernel';
import type { Db, Tx } from '@banso/platform';
import { z } from 'zod';
import { Account } from './account.entity.js';
import { type NewView, SavedView } from './saved-view.entity.js';
import { CALENDARS, DENSITIES, ViewSetting } from './view-setting.entity.js';

/** More than anybody finds again. */
export const MOST_VIEWS = 60;

const wishes = z.object({
  calendar: z.enum(CALENDARS),
  furigana: z.boolean(),
  density: z.enum(DENSITIES),
  singleKeys: z.boolean(),
});
export type ViewWishes = z.input<typeof wishes>;

const newView = z.object({
  // One of our own addresses, and never another host's.
  path: z
    .string()
    .max(200)
    .regex(/^\/(?!\/)[A-Za-z0-9/_-]*$/),
  query: text(1000, 0),
  name: text(60),
  isDefault: z.boolean(),
});

type Person = Exclude<Actor, { readonly role: 'SYSTEM' }>;

/** How somebody sees the screens, and the lists that they have given names: everybody for themselves. */
export class OwnViewService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  settings(actor: Actor): Promise<ViewSetting> {
    const { accountId } = person(actor);
    return this.db.read(
      actor,
      async (tx) => (await tx.findOneBy(ViewSetting, { accountId })) ?? ViewSetting.unchosen(accountId),
    );
  }

  choose(actor: Actor, input: ViewWishes): Promise<ViewSetting> {
    const { accountId } = person(actor);
    const wish = parseInput(wishes, input);
    return this.db.write(actor, async (tx) => {
      await tx.upsert(ViewSetting, { accountId, ...wish }, ['accountId']);
      return Object.assign(ViewSetting.unchosen(accountId), wish);
    });
  }

  /** Of the role in which the person acts: a list of another role would lead nowhere. */
  list(actor: Actor): Promise<SavedView[]> {
    const { accountId, role } = person(actor);
    return this.db.read(actor, (tx) =>
      tx.find(SavedView, { where: { accountId, role }, order: { path: 'ASC', createdAt: 'ASC', id: 'ASC' } }),
    );
  }

  /** Under a name that the list has already it takes the place of what was there. */
  save(actor: Actor, input: NewView): Promise<SavedView> {
    const { accountId, role } = person(actor);
    const wish = parseInput(newView, input);
    return this.db.write(actor, async (tx) => {
      await takeOwn(tx, accountId);
      const owner = { accountId, role };
      const known = await tx.findOneBy(SavedView, { ...owner, path: wish.path, name: wish.name });
      if (!known && (await tx.countBy(SavedView, owner)) >= MOST_VIEWS)
        throw new DomainError('INVALID_STATE', 'saved-view.too-many');
      const view = known ? Object.assign(known, wish) : SavedView.of(owner, wish, this.clock.now());
      return store(tx, view);
    });
  }

  change(actor: Actor, id: string, input: { name: string; isDefault: boolean }): Promise<SavedView> {
    const { accountId } = person(actor);
    const wish = parseInput(newView.pick({ name: true, isDefault: true }), input);
    return this.db.write(actor, async (tx) => {
      await takeOwn(tx, accountId);
      const view = await getOwn(tx, accountId, id);
      const { role, path } = view;
      const namesake = await tx.findOneBy(SavedView, { accountId, role, path, name: wish.name });
      if (namesake && namesake.id !== view.id) throw new DomainError('CONFLICT', 'saved-view.name-taken');
      return store(tx, Object.assign(view, wish));
    });
  }

  remove(actor: Actor, id: string): Promise<void> {
    const { accountId } = person(actor);
    return this.db.write(actor, async (tx) => {
      const view = await getOwn(tx, accountId, id);
      await tx.delete(SavedView, { id: view.id });
    });
  }
}

function person(actor: Actor): Person {
  permit(actor.role !== 'SYSTEM');
  return actor;
}

/** One change of a person's views at a time: two defaults, or one too many, could come of two. */
const takeOwn = (tx: Tx, accountId: string): Promise<Account> =>
  tx.findOneOrFail(Account, { where: { id: accountId }, lock: { mode: 'pessimistic_write' } });

async function getOwn(tx: Tx, accountId: string, id: string): Promise<SavedView> {
  const view = await tx.findOneBy(SavedView, { id: knownId('saved-view', id), accountId });
  if (!view) throw notFound('saved-view');
  return view;
}

/** A list opens in one way only. */
async function store(tx: Tx, view: SavedView): Promise<SavedView> {
  const { accountId, role, path } = view;
  if (view.isDefault)
    await tx.update(SavedView, { accountId, role, path, isDefault: true }, { isDefault: false });
  return tx.save(SavedView, view);
}
