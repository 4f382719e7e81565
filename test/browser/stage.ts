import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { DESK, openBrowser, type Visitor, visitor } from './browser.js';
import { type RunningSystem, startSystem } from './system.js';

export const MINUTE = 60_000;

/** The system and the browser of one file of specs: opened before the first of them, closed after the last. */
export class Stage {
  private running: { readonly system: RunningSystem; readonly browser: Browser } | null = null;

  /**
   * Said within `describe`, before any `beforeAll` that needs it. `fill` is done with the address of the database
   * while nothing runs on it yet.
   */
  static forSpecs(fill?: (databaseUrl: string) => Promise<void>): Stage {
    const stage = new Stage();
    beforeAll(async () => {
      const system = await startSystem({}, { fill });
      stage.running = { system, browser: await openBrowser() };
    }, 8 * MINUTE);
    afterAll(async () => {
      await stage.running?.browser.close();
      await stage.running?.system.stop();
    }, MINUTE);
    return stage;
  }

  get system(): RunningSystem {
    return this.open.system;
  }

  get browser(): Browser {
    return this.open.browser;
  }

  /** Somebody before a screen, not yet signed in. */
  visitor(viewport = DESK): Promise<Visitor> {
    return visitor(this.browser, { url: this.system.url, viewport });
  }

  private get open() {
    if (!this.running) throw new Error('The stage is not open yet');
    return this.running;
  }
}
