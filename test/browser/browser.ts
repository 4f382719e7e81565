import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { PASSWORD } from '../people.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Without these Chromium looks for hosts of its maker at every start. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const DESK = { width: 1366, height: 768 };
export const PHONE = { width: 375, height: 740 };
export const WIDE = { width: 1920, height: 1080 };
/** `npm run journeys` walks the same ways at each width in turn. */
const AT_WIDTH = [PHONE, DESK, WIDE].find(({ width }) => String(width) === process.env['BANSO_WIDTH']);
/** There as soon as somebody has signed in. */
export const OWN_MENU = /（アカウントと設定）$|\(account and settings\)$/;

export const openMenu = (page: Page): Promise<void> => page.getByRole('button', { name: OWN_MENU }).click();

/** Fewer rules than these that hold somewhere on a screen, or in what it has opened, mean that axe did not look. */
const FEWEST_PASSES = 10;
const FEWEST_PASSES_WITHIN = 3;

export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['BANSO_CHROMIUM'];
  if (!executablePath) throw new Error('BANSO_CHROMIUM names no browser: run `npm test`');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A person at a screen, with everything that went wrong behind their back. */
export interface Visitor {
  readonly page: Page;
  /** Foreign requests, policy reports, console errors and server failures; must stay empty. */
  readonly troubles: string[];
  signIn(loginId: string): Promise<void>;
  /** What is the person's own: account, language, the way out. */
  openMenu(): Promise<void>;
  signOut(): Promise<void>;
  /** Rule breaks that axe finds on the screen as it is, or in a part of it. */
  axe(within?: string): Promise<string[]>;
  /** All that can be wrong with the screen as it is: axe, focus that is nowhere, a page that scrolls sideways. */
  faults(): Promise<string[]>;
  /** The same on a phone, a desk and a wide desk, one after the other; the screen is left as it was. */
  faultsAtAllWidths(): Promise<string[]>;
  close(): Promise<void>;
}

export interface VisitorWish {
  readonly url: string;
  readonly viewport: { width: number; height: number };
  readonly locale?: string;
  /** Fingers instead of a mouse. */
  readonly touch?: boolean;
  /** A foreign place that is not cut off, such as where a prefecture signs its people in. */
  readonly alsoReached?: string;
}

export async function visitor(
  browser: Browser,
  { url, viewport: usual, locale = 'ja-JP', touch = false, alsoReached }: VisitorWish,
): Promise<Visitor> {
  const viewport = AT_WIDTH ?? usual;
  // Policies are kept: axe is run in a world of its own instead of being let in.
  const context = await browser.newContext({
    viewport,
    locale,
    baseURL: url,
    timezoneId: 'UTC',
    hasTouch: touch,
    isMobile: touch,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const troubles = await watch(context, page, { url, alsoReached });
  return {
    page,
    troubles,
    async signIn(loginId) {
      await page.goto('/');
      await page.getByLabel('ログインID').fill(loginId);
      await page.getByLabel('パスワード').fill(PASSWORD);
      await page.getByRole('button', { name: 'サインイン', exact: true }).click();
      await page.getByRole('button', { name: OWN_MENU }).waitFor();
    },
    openMenu: () => openMenu(page),
    async signOut() {
      await openMenu(page);
      await page.getByRole('button', { name: 'サインアウト', exact: true }).click();
    },
    axe: (within) => runAxe(page, within),
    faults: () => faultsOf(page),
    async faultsAtAllWidths() {
      const found: string[] = [];
      for (const size of [PHONE, DESK, WIDE]) {
        await page.setViewportSize(size);
        found.push(...(await faultsOf(page)).map((fault) => `${size.width} px: ${fault}`));
      }
      await page.setViewportSize(viewport);
      return found;
    },
    close: () => context.close(),
  };
}

async function faultsOf(page: Page): Promise<string[]> {
  return [...(await runAxe(page)), ...(await lost(page)), ...(await tooWide(page))];
}

/** A screen that comes in parts has its title, and the focus on it, a moment after its first words. */
const FOCUS_COMES_MS = 2_000;

/** After the first press focus is on something: who uses the keyboard would begin at the top again. */
async function lost(page: Page): Promise<string[]> {
  const limit = Date.now() + FOCUS_COMES_MS;
  for (;;) {
    const nowhere = await page.evaluate<boolean>(
      `window.__bansoActed === true
        && (document.activeElement === null || document.activeElement === document.body)`,
    );
    if (!nowhere) return [];
    if (Date.now() > limit) return ['focus: on nothing'];
    await page.waitForTimeout(50);
  }
}

async function tooWide(page: Page): Promise<string[]> {
  const [width, room] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  );
  return width > room ? [`scroll: ${width} px on a page of ${room} px`] : [];
}

async function watch(
  context: BrowserContext,
  page: Page,
  { url, alsoReached }: { readonly url: string; readonly alsoReached: string | undefined },
): Promise<string[]> {
  const troubles: string[] = [];
  const reached = [url, ...(alsoReached ? [alsoReached] : [])];
  await page.exposeFunction('__bansoTrouble', (words: string) => void troubles.push(words));
  await page.addInitScript(`for (const act of ['pointerdown', 'keydown'])
    document.addEventListener(act, () => (window.__bansoActed = true), { capture: true, once: true });`);
  await page.addInitScript(`document.addEventListener('securitypolicyviolation', (event) =>
    __bansoTrouble('policy: ' + event.effectiveDirective + ' ' + event.blockedURI));`);
  await context.route(
    ({ href }) => !reached.some((place) => href.startsWith(place)) && /^https?:/.test(href),
    (route) => route.abort(),
  );
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  context.on('request', (request) => {
    if (!request.url().startsWith(url)) troubles.push(`foreign request: ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`server: ${response.status()} ${response.url()}`);
  });
  return troubles;
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly target: readonly string[] }[];
  }[];
  readonly passes: readonly unknown[];
}

/** One for each page, and kept: leaving would take a virtual authenticator of the page along. */
const debuggers = new WeakMap<Page, Promise<CDPSession>>();

export function debuggerOf(page: Page): Promise<CDPSession> {
  const known = debuggers.get(page) ?? page.context().newCDPSession(page);
  debuggers.set(page, known);
  return known;
}

/** Through the debugger, which the page's policy does not bind; the page itself stays as strict as it is. */
async function runAxe(page: Page, within?: string): Promise<string[]> {
  const session = await debuggerOf(page);
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value;
  };
  // It stays for as long as the page is not left.
  if ((await evaluate('typeof axe')) === 'undefined') await evaluate(AXE);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const judge = async () =>
    (await evaluate(
      // It would write sheets into the page that it fetched by itself, which the policy refuses; no rule here needs them.
      `axe.run(${within ? JSON.stringify(within) : 'document'}, { resultTypes: ['violations'], preload: false, runOnly: { type: 'tag', values: ${JSON.stringify(tags)} } })
      .then(({ violations, passes }) => ({ violations, passes: passes.map(({ id }) => id) }))`,
    )) as AxeResult;
  let result = await judge();
  const small = result.violations.find(({ id }) => id === 'target-size')?.nodes[0]?.target[0];
  if (small) {
    // Half under a bar that stays at the edge it is as large as what is seen of it: whoever wants it scrolls.
    await evaluate(`document.querySelector(${JSON.stringify(small)})?.scrollIntoView({ block: 'center' })`);
    result = await judge();
  }
  const fewest = within ? FEWEST_PASSES_WITHIN : FEWEST_PASSES;
  if (result.passes.length <= fewest) throw new Error('axe found too little to judge: did it run?');
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}
