import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DESK, PHONE, type Visitor } from '../browser/browser.js';
import { MINUTE, Stage } from '../browser/stage.js';
import { loadDemo } from './demo.js';
import { Album } from './photo.js';
import { CHOSEN, MOST_BYTES } from './chosen.js';
import { openEach, type Screen, settled, walk } from './walk.js';

/** `npm run screens` says where photographs go; without it the screens are only judged. */
const FOLDER = process.env['BANSO_SCREENS'];
const ONLY = process.env['BANSO_SCREENS_ONLY']?.split(',');
/** What a screen can open, at most: a row of a table opens what the row above it opens. */
const MOST_OPENED = 20;
/** The README's pictures are made instead. */
const DOCS = process.env['BANSO_SCREENS_DOCS'];

const ROLES = [
  { role: 'hub', loginId: 'hub34', viewport: DESK, fewest: 60, opens: 40 },
  { role: 'town', loginId: 'town342025', viewport: DESK, fewest: 25, opens: 10 },
  { role: 'specialist', loginId: 'sp34-01', viewport: PHONE, fewest: 15, opens: 6 },
  { role: 'operator', loginId: 'operator', viewport: DESK, fewest: 3, opens: 1 },
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

  it.concurrent.each(ROLES.filter(({ role }) => ONLY?.includes(role) ?? true))(
    'of the $role can be used by everybody',
    async ({ role, loginId, viewport, fewest, opens }) => {
      const visitor = await stage.visitor(viewport);
      await visitor.signIn(loginId);
      const found: string[] = [];
      let opened = 0;
      const say = (name: string, faults: readonly string[]) => {
        const lines = faults.map((fault) => `${role}/${name}: ${fault}`);
        found.push(...lines);
        if (FOLDER) for (const line of lines) appendFileSync(join(FOLDER, 'faults.txt'), `${line}\n`);
      };
      const album = FOLDER ? new Album(visitor.page, join(FOLDER, role)) : null;
      const seen = await walk(visitor, async (screen) => {
        say(screen.name, visitor.troubles.splice(0));
        say(screen.name, await (album ? visitor.faultsAtAllWidths() : visitor.faults()));
        if (album) {
          await album.inEveryLook(screen.name);
          opened += await whatOpens(visitor, screen, album, say);
        }
      });
      await visitor.close();
      expect(found).toEqual([]);
      expect(seen.length).toBeGreaterThanOrEqual(fewest);
      if (album) expect(opened).toBeGreaterThanOrEqual(opens);
    },
    60 * MINUTE,
  );
});

/** Dialogs, menus and messages of a screen, each judged and photographed. Returns how many there were. */
async function whatOpens(
  visitor: Visitor,
  { name, path }: Screen,
  album: Album,
  say: (name: string, faults: readonly string[]) => void,
): Promise<number> {
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
