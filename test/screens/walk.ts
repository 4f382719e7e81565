import type { Page, Route } from 'playwright-core';
import type { Visitor } from '../browser/browser.js';

/** A screen of the platform, whatever record it shows. */
export interface Screen {
  /** `requests/:id` becomes `requests-id`; the first one is `home`. */
  readonly name: string;
  readonly path: string;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** More screens than this one role does not have: a walk that finds them goes in circles. */
const MOST_SCREENS = 250;
/** Milliseconds without a question to the server after which a screen has what it shows. */
const QUIET = 250;

const nameOf = (path: string): string =>
  new URL(path, 'http://x').pathname
    .split('/')
    .filter(Boolean)
    .map((part) => (ID.test(part) || /\d/.test(part) ? 'id' : part))
    .join('-') || 'home';

/** Goes wherever links lead, each screen once, and shows it. Screens that no link leads to nobody finds either. */
export async function walk(
  visitor: Visitor,
  onScreen: (screen: Screen) => Promise<void>,
): Promise<readonly Screen[]> {
  const { page } = visitor;
  const waiting: Screen[] = [{ name: 'home', path: '/' }];
  const known = new Set(['home']);
  const seen: Screen[] = [];
  for (let screen = waiting.shift(); screen; screen = waiting.shift()) {
    if (seen.length >= MOST_SCREENS) throw new Error(`More than ${MOST_SCREENS} screens`);
    await page.goto(screen.path);
    await settled(page);
    seen.push(screen);
    for (const path of await linksOf(page)) {
      const name = nameOf(path);
      if (known.has(name)) continue;
      known.add(name);
      waiting.push({ name, path });
    }
    await onScreen(screen);
  }
  return seen;
}

/** Links to screens; what is a file is downloaded, not shown. */
const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('a[href^="/"]:not([download])')]
    .map((link) => link.getAttribute('href'))
    .filter((path) => !/^\\/(files|assets|calendar|maps)\\//.test(path) && !/\\.[a-z]{3,4}$/.test(path))`);

/** What the screen asked for is there and shown. */
export async function settled(page: Page): Promise<void> {
  // Not the one that stands there until it is known who asks. Four people walk at a time.
  await page.locator('#main h1').first().waitFor({ timeout: 60_000 });
  const traffic = { open: 0, last: Date.now() };
  const begin = () => void (traffic.open += 1);
  const end = () => {
    traffic.open -= 1;
    traffic.last = Date.now();
  };
  const isBusy = () => traffic.open > 0 || Date.now() - traffic.last < QUIET;
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end);
  try {
    const limit = Date.now() + 5_000;
    while (Date.now() < limit && isBusy()) await page.waitForTimeout(25);
    await page.locator('#main [data-loading]').first().waitFor({ state: 'detached' });
    await page.evaluate('document.fonts.ready.then(() => true)');
  } finally {
    page.off('request', begin).off('requestfinished', end).off('requestfailed', end);
  }
}

interface Opened {
  readonly button: string;
  /** Where it is, as a selector. */
  readonly where: string;
}

/** What a press can open, the one that lies above all first. */
const OPENED = ['dialog[open]', '[role=dialog]', '[role=menu]', '[role=listbox]', '[role=alert]'];

/**
 * Presses what opens something (a dialog, a menu), shows it, and closes it again. Nothing is changed: what would
 * change a record does not reach the server, so the screen that says so is shown too.
 */
export async function openEach(
  visitor: Visitor,
  path: string,
  { most, onOpened }: { readonly most: number; readonly onOpened: (opened: Opened) => Promise<void> },
): Promise<void> {
  const { page } = visitor;
  const cut = (route: Route) =>
    route.request().headers()['idempotency-key'] ? route.abort() : route.continue();
  await page.route('**/graphql', cut);
  try {
    // One of those that say the same, as in every row of a table; what says that it opens a dialog first.
    const buttons = await page.evaluate<{ label: string; at: number }[]>(
      `[...new Map([...document.querySelectorAll('main button')]
        .map((button, at) => ({ button, at, label: button.textContent.trim() || button.ariaLabel || '' }))
        .filter(({ button, label }) => label && button.ariaDisabled !== 'true' && button.checkVisibility())
        .reverse()
        .map(({ button, at, label }) => [label, { label, at, dialog: button.ariaHasPopup === 'dialog' }])).values()]
        .sort((a, b) => b.dialog - a.dialog || a.at - b.at)`,
    );
    let before = page.url();
    for (const { label, at } of buttons.slice(0, most)) {
      const button = page.locator('main button').nth(at);
      if (!(await button.isVisible())) continue;
      await button.click({ timeout: 2_000 }).catch(() => undefined);
      await page.waitForTimeout(QUIET);
      const where = await page.evaluate<string | undefined>(
        `${JSON.stringify(OPENED)}.find((one) => document.querySelector(one)?.checkVisibility())`,
      );
      if (where) await onOpened({ button: label, where });
      // What opened nothing and led nowhere has left the screen as it was.
      else if (page.url() === before) continue;
      await page.goto(path);
      await settled(page);
      before = page.url();
    }
  } finally {
    await page.unroute('**/graphql', cut);
  }
}

/** While it lasts the server says who somebody is, and is cut off for every other question. */
export async function unanswered(page: Page, look: () => Promise<void>): Promise<void> {
  const cut = async (route: Route) => {
    const answer = await route.fetch();
    const told = await answer.text();
    return told.includes('"savedViews":') ? route.fulfill({ response: answer, body: told }) : route.abort();
  };
  await page.route('**/graphql', cut);
  try {
    await look();
  } finally {
    await page.unroute('**/graphql', cut);
  }
}
