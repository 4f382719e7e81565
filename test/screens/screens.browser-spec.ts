import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '@banso/platform';
import { describe, expect, it } from '@jest/globals';
import { DESK, PHONE, type Visitor } from '../browser/browser.js';
import { MINUTE, Stage } from '../browser/stage.js';
import { clerk, expert, hub } from '../people.js';
import { loadDemo } from './demo.js';
import { Album } from './photo.js';
import { CHOSEN, MOST_BYTES } from './chosen.js';
import { openEach, type Screen, settled, unanswered, walk } from './walk.js';

/** `npm run screens` says where photographs go; without it the screens are only judged. */
const FOLDER = process.env['BANSO_SCREENS'];
const ONLY = process.env['BANSO_SCREENS_ONLY']?.split(',');
/** What a screen can open, at most: a row of a table opens what the row above it opens. */
const MOST_OPENED = 20;
/** The README's pictures are made instead. */
const DOCS = process.env['BANSO_SCREENS_DOCS'];

/** In use for months. */
const ROLES = [
  { role: 'hub', loginId: 'hub34', viewport: DESK, fewest: 60, opens: 40 },
  { role: 'town', loginId: 'town342025', viewport: DESK, fewest: 25, opens: 10 },
  { role: 'specialist', loginId: 'sp34-01', viewport: PHONE, fewest: 15, opens: 6 },
  { role: 'operator', loginId: 'operator', viewport: DESK, fewest: 3, opens: 1 },
];

/** On their first day, in a prefecture where nothing has happened yet: every list is empty. */
const NAHA = '472018';
const NEWCOMERS = [
  { role: 'new-hub', viewport: DESK, fewest: 30, arrive: (db: Db) => hub(db, '47') },
  { role: 'new-town', viewport: DESK, fewest: 12, arrive: (db: Db) => clerk(db, NAHA) },
  {
    role: 'new-specialist',
    viewport: PHONE,
    fewest: 10,
    arrive: async (db: Db) => expert(db, await hub(db, '47'), { baseId: NAHA }),
  },
];

describe('every screen that a link leads to', () => {
  const stage = Stage.forSpecs(loadDemo);

  if (DOCS) {
    it.each(CHOSEN)(
      'shows $name in the README',
      async ({ name, loginId, path, follow = [], viewport = DESK }) => {
        const visitor = await stage.visitor(viewport);
        const { page } = visitor;
        await visitor.signIn(loginId);
        await page.goto(path);
        for (const link of follow) {
          await settled(page);
          await page.locator(link).first().click();
        }
        await new Album(page, DOCS).keepSmall(name, MOST_BYTES);
        await visitor.close();
        expect(visitor.troubles).toEqual([]);
      },
      10 * MINUTE,
    );
    return;
  }

  const wanted = <Role extends { role: string }>(roles: readonly Role[]) =>
    roles.filter(({ role }) => ONLY?.includes(role) ?? true);

  it.concurrent.each(wanted(ROLES))(
    'of the $role can be used by everybody',
    async ({ role, loginId, viewport, fewest, opens }) => {
      let opened = 0;
      const seen = await judge(await stage.visitor(viewport), {
        role,
        loginId,
        async more(visitor, screen, { album, say }) {
          opened += await whatOpens(visitor, screen, album, say);
          await whenCutOff(visitor, screen, album, say);
        },
      });
      expect(seen.length).toBeGreaterThanOrEqual(fewest);
      if (FOLDER) expect(opened).toBeGreaterThanOrEqual(opens);
    },
    90 * MINUTE,
  );

  // Judged where they are photographed: a day of its own for each list would be too much for every test.
  if (FOLDER)
    it.concurrent.each(wanted(NEWCOMERS))(
      'of the $role says what is not there yet, and what to do',
      async ({ role, viewport, fewest, arrive }) => {
        const { loginId } = await arrive(stage.system.database.db);
        const seen = await judge(await stage.visitor(viewport), { role, loginId });
        expect(seen.length).toBeGreaterThanOrEqual(fewest);
      },
      30 * MINUTE,
    );
});

type Say = (name: string, faults: readonly string[]) => void;

interface Wish {
  readonly role: string;
  readonly loginId: string;
  /** What else is looked at on each screen, where photographs are made. */
  readonly more?: (
    visitor: Visitor,
    screen: Screen,
    means: { readonly album: Album; readonly say: Say },
  ) => Promise<void>;
}

/** Walks over every screen of a role; nothing may be wrong with any. */
async function judge(visitor: Visitor, { role, loginId, more }: Wish): Promise<readonly Screen[]> {
  // Several people walk at a time, and photographs take turns.
  visitor.page.setDefaultTimeout(MINUTE);
  await visitor.signIn(loginId);
  const found: string[] = [];
  const say: Say = (name, faults) => {
    const lines = faults.map((fault) => `${role}/${name}: ${fault}`);
    found.push(...lines);
    if (FOLDER) for (const line of lines) appendFileSync(join(FOLDER, 'faults.txt'), `${line}\n`);
  };
  const album = FOLDER ? new Album(visitor.page, join(FOLDER, role)) : null;
  const seen = await walk(visitor, async (screen) => {
    say(screen.name, visitor.troubles.splice(0));
    say(screen.name, await (album ? visitor.faultsAtAllWidths() : visitor.faults()));
    if (!album) return;
    await album.inEveryLook(screen.name);
    await more?.(visitor, screen, { album, say });
  });
  await visitor.close();
  expect(found).toEqual([]);
  return seen;
}

/** The screen when it is known who asks, and nothing else is answered. */
async function whenCutOff(visitor: Visitor, { name, path }: Screen, album: Album, say: Say): Promise<void> {
  await unanswered(visitor.page, async () => {
    await visitor.page.goto(path);
    await settled(visitor.page);
    say(`${name}, unanswered`, await visitor.faults());
    await album.keep(`${name}-error`);
  });
  // That nothing came is an error of the console, and meant here.
  visitor.troubles.splice(0);
}

/** Dialogs, menus and messages of a screen, each judged and photographed. Returns how many there were. */
async function whatOpens(visitor: Visitor, { name, path }: Screen, album: Album, say: Say): Promise<number> {
  let count = 0;
  await openEach(visitor, path, {
    most: MOST_OPENED,
    async onOpened({ button, where }) {
      count += 1;
      say(`${name} 「${button}」`, [...(await visitor.faults()), ...(await visitor.axe(where))]);
      await album.keep(`${name}-open-${count}`);
    },
  });
  // A change that was cut off on its way is an error of the console, and of ours only then.
  visitor.troubles.splice(0);
  return count;
}
