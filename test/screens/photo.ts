import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { debuggerOf, DESK, PHONE, WIDE } from '../browser/browser.js';
import { settled } from './walk.js';

/** Taller screens are cut off below: nobody looks at more. Pixels. */
const TALLEST = 4_000;
const QUALITY = 70;
/** A look at a screen that is not its usual one. */
const LOOKS = {
  print: { media: 'print' },
  forced: { forcedColors: 'active' },
} as const;

/** Photographs of screens, named role/screen-width-look.webp, small enough to be kept. */
export class Album {
  readonly made: string[] = [];

  constructor(
    private readonly page: Page,
    private readonly folder: string,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  /** In three widths, on paper, and with the colours of a system that forces its own. */
  async inEveryLook(name: string): Promise<void> {
    const before = this.page.viewportSize();
    for (const size of [PHONE, DESK, WIDE]) {
      await this.page.setViewportSize(size);
      await this.keep(`${name}-${size.width}`);
    }
    await this.page.setViewportSize(DESK);
    for (const [look, media] of Object.entries(LOOKS)) {
      await this.page.emulateMedia(media);
      await this.keep(`${name}-${look}`);
      await this.page.emulateMedia({ media: null, forcedColors: null });
    }
    if (before) await this.page.setViewportSize(before);
  }

  /** What is seen without scrolling, in a file of at most so many bytes. */
  async keepSmall(name: string, most: number): Promise<void> {
    await settled(this.page);
    const debug = await debuggerOf(this.page);
    for (let quality = QUALITY; quality > 0; quality -= 10) {
      const { data } = await debug.send('Page.captureScreenshot', { format: 'webp', quality });
      const picture = Buffer.from(data, 'base64');
      if (picture.length <= most) return this.put(name, picture);
    }
    throw new Error(`${name} stays larger than ${most} bytes`);
  }

  /** As it is before us, from its top to its end. */
  async keep(name: string): Promise<void> {
    await settled(this.page);
    const debug = await debuggerOf(this.page);
    const { cssContentSize: size } = await debug.send('Page.getLayoutMetrics');
    const { data } = await debug.send('Page.captureScreenshot', {
      format: 'webp',
      quality: QUALITY,
      captureBeyondViewport: true,
      clip: { x: 0, y: 0, width: size.width, height: Math.min(size.height, TALLEST), scale: 1 },
    });
    this.put(name, Buffer.from(data, 'base64'));
  }

  private put(name: string, picture: Buffer): void {
    const file = `${name}.webp`;
    writeFileSync(join(this.folder, file), picture);
    this.made.push(file);
  }
}
