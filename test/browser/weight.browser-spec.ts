import { describe, expect, it } from '@jest/globals';
import { settled } from '../screens/walk.js';
import { clerk, expert, hub, KURE } from '../people.js';
import { debuggerOf, DESK, type Visitor } from './browser.js';
import { MINUTE, Stage } from './stage.js';

/** Kilobytes over the line with every header, the fonts being installed: the board may have 40 more of script. */
const FIRST = 260;
const FIRST_BOARD = 300;
const AGAIN = 30;

const SCREENS = {
  hub: ['/', '/inbox', '/board', '/plans', '/overview', '/specialists'],
  town: ['/', '/requests', '/requests/new'],
  specialist: ['/', '/availability'],
};

describe('what a screen weighs', () => {
  const stage = Stage.forSpecs();

  it(
    'is little at the first view, and less at the next',
    async () => {
      const { db } = stage.system.database;
      const staff = await hub(db);
      const people = {
        hub: staff,
        town: await clerk(db),
        specialist: await expert(db, staff, { baseId: KURE }),
      };
      const heavy: string[] = [];
      for (const [role, paths] of Object.entries(SCREENS) as [keyof typeof SCREENS, string[]][]) {
        const one = await stage.visitor(DESK);
        await one.signIn(people[role].loginId);
        const weigh = await scales(one);
        for (const path of paths) {
          const { first, again } = await weigh(path);
          const most = path === '/board' ? FIRST_BOARD : FIRST;
          if (first > most || again > AGAIN)
            heavy.push(`${role} ${path}: ${first} of ${most} KB, again ${again} of ${AGAIN}`);
        }
        expect(one.troubles).toEqual([]);
        await one.close();
      }
      expect(heavy).toEqual([]);
    },
    4 * MINUTE,
  );
});

/** Counts what a view loads; the worker of a phone, which keeps the app, stands aside. */
async function scales({ page }: Visitor) {
  const session = await debuggerOf(page);
  await session.send('Network.enable');
  await session.send('Network.setBypassServiceWorker', { bypass: true });
  const kinds = new Map<string, 'font' | 'kept' | 'anew'>();
  const bytes = { font: 0, kept: 0, anew: 0 };
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    const kept = new URL(response.url).pathname.startsWith('/assets/');
    kinds.set(requestId, type === 'Font' ? 'font' : kept ? 'kept' : 'anew');
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes[kinds.get(requestId) ?? 'anew'] += encodedDataLength;
  });
  return async (path: string): Promise<{ readonly first: number; readonly again: number }> => {
    await session.send('Network.clearBrowserCache');
    Object.assign(bytes, { font: 0, kept: 0, anew: 0 });
    await page.goto(path);
    await settled(page);
    return {
      first: Math.round((bytes.kept + bytes.anew) / 1000),
      again: Math.round(bytes.anew / 1000),
    };
  };
}
