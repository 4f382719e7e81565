export const BROWSERS = ['EDGE', 'FIREFOX', 'CHROME', 'SAFARI', 'OTHER'] as const;
export type BrowserName = (typeof BROWSERS)[number];

export const SYSTEMS = ['WINDOWS', 'ANDROID', 'IOS', 'MAC', 'LINUX', 'OTHER'] as const;
export type SystemName = (typeof SYSTEMS)[number];

/** Edge says that it is Chrome and Safari too, Chrome that it is Safari: the first that fits is meant. */
const BROWSER_SIGNS: readonly (readonly [RegExp, BrowserName])[] = [
  [/\bEdg(e|A|iOS)?\//, 'EDGE'],
  [/\b(Firefox|FxiOS)\//, 'FIREFOX'],
  [/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//, 'CHROME'],
  [/\bSafari\//, 'SAFARI'],
];
const SYSTEM_SIGNS: readonly (readonly [RegExp, SystemName])[] = [
  [/Windows/, 'WINDOWS'],
  [/Android/, 'ANDROID'],
  [/iPhone|iPad|iPod/, 'IOS'],
  [/Mac OS X|Macintosh/, 'MAC'],
  [/Linux|CrOS/, 'LINUX'],
];

const firstOf = <Name>(signs: readonly (readonly [RegExp, Name])[], text: string): Name | undefined =>
  signs.find(([sign]) => sign.test(text))?.[1];

/** What a person calls the browser they sit at; nothing else of what it says about itself is kept. */
export const browserOf = (userAgent: string): { browser: BrowserName; system: SystemName } => ({
  browser: firstOf(BROWSER_SIGNS, userAgent) ?? 'OTHER',
  system: firstOf(SYSTEM_SIGNS, userAgent) ?? 'OTHER',
});
