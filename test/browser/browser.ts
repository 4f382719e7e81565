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
  /** Rule breaks that axe finds on the screen as it is. */
  axe(): Promise<string[]>;
  close(): Promise<void>;
}

export interface VisitorWish {
  readonly url: string;
  readonly viewport: { width: number; height: number };
  readonly locale?: string;
}

export async function visitor(
  browser: Browser,
  { url, viewport, locale = 'ja-JP' }: VisitorWish,
): Promise<Visitor> {
  // Policies are kept: axe is run in a world of its own instead of being let in.
  const context = await browser.newContext({ viewport, locale, baseURL: url, timezoneId: 'UTC' });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const troubles = watch(context, page, url);
  return {
    page,
    troubles,
    async signIn(loginId) {
      await page.goto('/');
      await page.getByLabel('ログインID').fill(loginId);
      await page.getByLabel('パスワード').fill(PASSWORD);
      await page.getByRole('button', { name: 'サインイン', exact: true }).click();
      await page.getByRole('button', { name: 'サインアウト' }).waitFor();
    },
    axe: () => runAxe(page),
    close: () => context.close(),
  };
}

function watch(context: BrowserContext, page: Page, url: string): string[] {
  const troubles: string[] = [];
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
    readonly nodes: readonly { readonly html: string }[];
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
async function runAxe(page: Page): Promise<string[]> {
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
  await evaluate(AXE);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const result = (await evaluate(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(tags)} } })
      .then(({ violations, passes }) => ({ violations, passes: passes.map(({ id }) => id) }))`,
  )) as AxeResult;
  if (result.passes.length === 0) throw new Error('axe found nothing to judge: it did not run');
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}
