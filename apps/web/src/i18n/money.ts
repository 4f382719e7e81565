import { currentLanguage } from './index';

const FIGURES = new Intl.NumberFormat('en-US');

/** 88,000円, or ¥88,000. */
export function yenOf(yen: number): string {
  const figure = `${yen < 0 ? '−' : ''}${FIGURES.format(Math.abs(yen))}`;
  return currentLanguage() === 'en' ? `¥${figure}` : `${figure}円`;
}
