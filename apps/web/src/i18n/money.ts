import { currentLanguage } from './index';

const FIGURES = new Intl.NumberFormat('en-US');

/** 88,000円, or ¥88,000. */
export function yenOf(yen: number): string {
  const figure = `${yen < 0 ? '−' : ''}${FIGURES.format(Math.abs(yen))}`;
  return currentLanguage() === 'en' ? `¥${figure}` : `${figure}円`;
}

/** 令和8年度, or FY2026. */
export const fiscalYearName = (year: number): string =>
  currentLanguage() === 'en' ? `FY${year}` : `令和${year - 2018}年度`;
