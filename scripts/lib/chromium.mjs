/** A real browser and a Japanese font for the browser tests. */
import { existsSync } from 'node:fs';
import { Problem } from './messages.mjs';
import { run } from './processes.mjs';
import { aptInstall, findOnPath } from './programs.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** @returns {Promise<string>} the program, installed when that is possible */
export async function ensureChromium() {
  const chosen = process.env.BANSO_CHROMIUM;
  if (chosen && !existsSync(chosen)) {
    throw new Problem(
      `BANSO_CHROMIUM の「${chosen}」がありません。`,
      `BANSO_CHROMIUM names "${chosen}", which does not exist.`,
    );
  }
  const program = chosen || find() || (await installChromium());
  if (process.platform === 'linux' && !(await hasJapaneseFont())) {
    await aptInstall(
      ['fonts-noto-cjk', 'fontconfig'],
      new Problem(
        'ブラウザーのテストには日本語フォントが必要です。入れてください: sudo apt-get install fonts-noto-cjk fontconfig',
        'The browser tests need a Japanese font. Install one: sudo apt-get install fonts-noto-cjk fontconfig',
      ),
    );
  }
  return program;
}

const find = () => findOnPath(NAMES) ?? MAC.find((file) => existsSync(file));

async function installChromium() {
  const missing = new Problem(
    'ブラウザーのテストには Chromium が必要です。入れてください: sudo apt-get install chromium。または BANSO_CHROMIUM で場所を指定してください。',
    'The browser tests need Chromium. Install it: sudo apt-get install chromium. Or give its place with BANSO_CHROMIUM.',
  );
  await aptInstall(['chromium'], missing);
  const installed = find();
  if (!installed) throw missing;
  return installed;
}

async function hasJapaneseFont() {
  const { code, output } = await run('fc-list', [':lang=ja']);
  return code === 0 && output.trim() !== '';
}
