import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DESK, PHONE, type Visitor } from '../browser/browser.js';
import { MINUTE, Stage } from '../browser/stage.js';
import { loadDemo } from './demo.js';
import { Album } from './photo.js';
import { openEach, type Screen, walk } from './walk.js';

/** `npm run screens` says where photographs go; without it the screens are only judged. */
const FOLDER = process.env['BANSO_SCREENS'];
const ONLY = process.env['BANSO_SCREENS_ONLY']?.split(',');
/** What a screen can open, at most: a row of a table opens what the row above it opens. */
const MOST_OPENED = 12;

const ROLES = [
  { role: 'hub', loginId: 'hub34', viewport: DESK, fewest: 60 },
  { role: 'town', loginId: 'town342025', viewport: DESK, fewest: 25 },
  { role: 'specialist', loginId: 'sp34-01', viewport: PHONE, fewest: 15 },
  { role: 'operator', loginId: 'operator', viewport: DESK, fewest: 3 },
];

describe('every screen that a link leads to', () => {
  const stage = Stage.forSpecs(loadDemo);

  it.concurrent.each(ROLES.filter(({ role }) => ONLY?.includes(role) ?? true))(
    'of the $role can be used by everybody',
    async ({ role, loginId, viewport, fewest }) => {
      const visitor = await stage.visitor(viewport);
      await visitor.signIn(loginId);
      const found: string[] = [];
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
          await whatOpens(visitor, screen, album, say);
        }
      });
      await visitor.close();
      expect(found).toEqual([]);
      expect(seen.length).toBeGreaterThanOrEqual(fewest);
    },
    60 * MINUTE,
  );
});

/** Dialogs, menus and messages of a screen, each judged and photographed. */
async function whatOpens(
  visitor: Visitor,
  { name, path }: Screen,
  album: Album,
  say: (name: string, faults: readonly string[]) => void,
): Promise<void> {
  let count = 0;
  await openEach(visitor, path, {
    most: MOST_OPENED,
    async onOpened({ button }) {
      count += 1;
      say(`${name} 「${button}」`, await visitor.axe());
      await album.keep(`${name}-open-${count}`);
    },
  });
  // A change that was cut off on its way is an error of the console, and of ours only then.
  visitor.troubles.splice(0);
}
