/**
 * npm run bench -- screens <address>: how fast the main screens of a running demo come and answer, at 10 Mbps and half a
 * processor.
 */
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';
import { sayPlain } from './messages.mjs';

const PASSWORD = 'banso-demo';
/** Main screens by who opens them. */
const SCREENS = {
  'sp34-01': ['/', '/availability'],
  town342025: ['/', '/requests', '/requests/new'],
  hub34: ['/', '/inbox', '/board', '/plans', '/overview', '/specialists'],
};
const LINE = { offline: false, latency: 30, downloadThroughput: 1_250_000, uploadThroughput: 1_250_000 };
const SLOWER = 2;
/** First views of which the fastest counts: what else the machine does only slows them. */
const VIEWS = 3;
/** Milliseconds after which nothing more is counted to the first view. */
const SETTLED = 2500;
/** Milliseconds in which a press is drawn and told of. */
const DRAWN = 400;
/** What only opens something: nothing of the demo is changed. */
const OPENS = 'header button, #main button[aria-haspopup], #main button[aria-expanded], #main summary';
const MOST_PRESSED = 8;
const OWN_MENU = /（アカウントと設定）$/;

const WATCH = `(() => {
  const seen = (window.__banso = { lcp: 0, cls: 0, long: 0, inp: 0 });
  const watch = (type, take, more) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  watch('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime));
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.cls += entry.value; });
  watch('longtask', (entry) => (seen.long += entry.duration));
  watch('event', (entry) => { if (entry.interactionId) seen.inp = Math.max(seen.inp, entry.duration); }, { durationThreshold: 16 });
})()`;

/** @param {string} [address] of a running \`npm start\` */
export async function benchScreens(address = 'http://localhost:3000') {
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox'] });
  sayPlain('screen                     LCP ms      CLS  long ms KB first KB again   INP ms');
  try {
    for (const [loginId, paths] of Object.entries(SCREENS))
      for (const path of paths) await measure(browser, address, loginId, path);
  } finally {
    await browser.close();
  }
}

/** @param {import('playwright-core').Browser} browser @param {string} baseURL @param {string} loginId @param {string} path */
async function measure(browser, baseURL, loginId, path) {
  const context = await browser.newContext({
    baseURL,
    locale: 'ja-JP',
    viewport: { width: 1366, height: 768 },
  });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByLabel('ログインID').fill(loginId);
  await page.getByLabel('パスワード').fill(PASSWORD);
  await page.getByRole('button', { name: 'サインイン', exact: true }).click();
  await page.getByRole('button', { name: OWN_MENU }).waitFor();

  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(WATCH);
  let loaded = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (loaded += encodedDataLength));
  const view = async () => {
    loaded = 0;
    await page.goto(path);
    await page.waitForTimeout(SETTLED);
    const figures = await page.evaluate('[window.__banso.lcp, window.__banso.cls, window.__banso.long]');
    const [lcp = 0, cls = 0, long = 0] = Array.isArray(figures) ? figures.map(Number) : [];
    return { bytes: loaded, lcp, cls, long };
  };
  const firsts = [];
  for (let n = 0; n < VIEWS; n++) {
    await session.send('Network.clearBrowserCache');
    firsts.push(await view());
  }
  const again = await view();
  const [lcp, long, bytes] = [least(firsts, 'lcp'), least(firsts, 'long'), least(firsts, 'bytes')];
  // A shift is no matter of speed alone: the worst of them counts.
  const cls = Math.max(...firsts.map((seen) => seen.cls));
  const inp = await slowestPress(page);
  const row = [lcp, cls.toFixed(3), long, kilo(bytes), kilo(again.bytes), inp].map((figure) =>
    typeof figure === 'number' ? figure.toFixed(0) : figure,
  );
  sayPlain(`${`${loginId} ${path}`.padEnd(24)} ${row.map((cell) => cell.padStart(8)).join(' ')}`);
  await context.close();
}

/**
 * Opens and closes what the screen has to open, by pointer and by keys, and writes into its first field.
 *
 * @param {import('playwright-core').Page} page @returns {Promise<number>} milliseconds from the slowest press to the
 *   next picture, as the browser's own event timing counts them
 */
async function slowestPress(page) {
  const openers = page.locator(OPENS).filter({ visible: true });
  const count = Math.min(await openers.count(), MOST_PRESSED);
  for (let n = 0; n < count; n++) {
    await openers.nth(n).click({ timeout: 5000 });
    await page.waitForTimeout(DRAWN);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(DRAWN);
  }
  const field = page.locator('#main input[type="text"], #main input[type="search"], #main textarea').first();
  if (await field.isVisible()) {
    // What is written is not to become a draft.
    await page.context().setOffline(true);
    await field.pressSequentially('abc', { delay: DRAWN / 4 });
    await page.waitForTimeout(DRAWN);
  }
  const inp = await page.evaluate('window.__banso.inp');
  return Number(inp);
}

/** @template {string} Name @param {Record<Name, number>[]} views @param {Name} name */
const least = (views, name) => Math.min(...views.map((seen) => seen[name]));

const kilo = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(0);
