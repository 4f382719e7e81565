import { addDays, isLocalDate, type LocalDate } from '@banso/kernel';

interface Era {
  readonly names: readonly string[];
  readonly begins: LocalDate;
  /** The year before its first. */
  readonly offset: number;
}

const ERAS: readonly Era[] = [
  { names: ['R', '令和', '令'], begins: '2019-05-01', offset: 2018 },
  { names: ['H', '平成', '平'], begins: '1989-01-08', offset: 1988 },
  { names: ['S', '昭和', '昭'], begins: '1926-12-25', offset: 1925 },
];

const WESTERN = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const JAPANESE = /^([RHS]|令和?|平成?|昭和?)(元|\d{1,2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/i;
const PACKED = /^(\d{4})(\d{2})(\d{2})$/;
/** Days since the end of 1899, as workbooks count: 1968 to 2119. */
const SERIAL = /^[2-7]\d{4}$/;
const SERIAL_ZERO = '1899-12-30';
const WITH_WEEKDAY = /\s*\([日月火水木金土]\)$/;

const joined = (year: number, month: string | undefined, day: string | undefined): LocalDate | null => {
  const date = `${String(year).padStart(4, '0')}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return isLocalDate(date) ? date : null;
};

function ofEra(name: string, years: string): { readonly year: number; readonly era: Era } | null {
  const era = ERAS.find(({ names }) => names.includes(name.toUpperCase()));
  return era ? { era, year: era.offset + (years === '元' ? 1 : Number(years)) } : null;
}

/** A day of an era lies within it: 平成32年 was never. */
function japanese(match: RegExpExecArray): LocalDate | null {
  const [, name = '', years = '', month, day] = match;
  const found = ofEra(name, years);
  if (!found) return null;
  const date = joined(found.year, month, day);
  const next = ERAS[ERAS.indexOf(found.era) - 1];
  return date && date >= found.era.begins && (!next || date < next.begins) ? date : null;
}

/**
 * The day that a text means, in whatever way offices write it: 2026-11-20, 2026/11/20, 20261120, R8.11.20,
 * 令和8年11月20日, full-width figures, and the figure behind a workbook's date. Null: none, or none that exists.
 */
export function readDate(text: string): LocalDate | null {
  const plain = text.normalize('NFKC').trim().replace(WITH_WEEKDAY, '').replaceAll(/\s+/g, '');
  if (SERIAL.test(plain)) return addDays(SERIAL_ZERO, Number(plain));
  const western = WESTERN.exec(plain) ?? PACKED.exec(plain);
  if (western) return joined(Number(western[1]), western[2], western[3]);
  const ofAnEra = JAPANESE.exec(plain);
  return ofAnEra ? japanese(ofAnEra) : null;
}
