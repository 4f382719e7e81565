/** npm run bench -- screens <address>: how fast the main screens of a running demo come, at 10 Mbps and half a processor. */
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
/** Milliseconds after which nothing more is counted to the first view. */
const SETTLED = 2500;

const WATCH = `(() => {
  const seen = (window.__banso = { lcp: 0, cls: 0, long: 0 });
  const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime));
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.cls += entry.value; });
  watch('longtask', (entry) => (seen.long += entry.duration));
})()`;

/** @param {string} [address] of a running \`npm start\` */
export async function benchScreens(address = 'http://localhost:3000') {
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox'] });
  sayPlain('screen                     LCP ms    CLS  long ms  KB first  KB again');
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
  await page.getByRole('button', { name: 'サインアウト' }).waitFor();

  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(WATCH);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const view = async () => {
    bytes = 0;
    await page.goto(path);
    await page.waitForTimeout(SETTLED);
    const figures = await page.evaluate('[window.__banso.lcp, window.__banso.cls, window.__banso.long]');
    const [lcp = 0, cls = 0, long = 0] = Array.isArray(figures) ? figures.map(Number) : [];
    return { bytes, lcp, cls, long };
  };
  const first = await view();
  const again = await view();
  const { lcp, cls, long } = first;
  const row = [lcp.toFixed(0), cls.toFixed(3), long.toFixed(0), kilo(first.bytes), kilo(again.bytes)];
  sayPlain(`${`${loginId} ${path}`.padEnd(24)} ${row.map((cell) => cell.padStart(8)).join(' ')}`);
  await context.close();
}

const kilo = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(0);
