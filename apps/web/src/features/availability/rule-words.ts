import { useTranslation } from 'react-i18next';
import { longDate, weekdayName } from '../../i18n/dates';

/** As RFC 5545 writes the days of a week, Monday first. */
export const DAY_CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type DayCode = (typeof DAY_CODES)[number];

export const isDayCode = (text: string): text is DayCode => DAY_CODES.some((code) => code === text);

/** The name of a day of the week. */
export const dayName = (code: DayCode): string => weekdayName((DAY_CODES.indexOf(code) + 1) % 7);

/** What a person says of a rule in the form. */
export interface RuleForm {
  readonly kind: 'WEEKLY' | 'EVERY_WEEKS' | 'MONTH_DAY' | 'MONTH_WEEKDAY';
  readonly interval: number;
  readonly days: readonly DayCode[];
  /** -1 is the last day of the month. */
  readonly monthDay: number;
  /** -1 is the last one of the month. */
  readonly nth: number;
  readonly weekday: DayCode;
  readonly end: 'NEVER' | 'UNTIL' | 'COUNT';
  readonly until: string;
  readonly count: number | null;
}

/** The form as a rule; null while something that it needs is missing. */
export function ruleOf(form: RuleForm): string | null {
  const ends = endOf(form);
  if (ends === null) return null;
  switch (form.kind) {
    case 'WEEKLY':
    case 'EVERY_WEEKS': {
      if (form.days.length === 0) return null;
      const interval = form.kind === 'EVERY_WEEKS' ? `;INTERVAL=${form.interval}` : '';
      return `FREQ=WEEKLY${interval};BYDAY=${DAY_CODES.filter((code) => form.days.includes(code)).join(',')}${ends}`;
    }
    case 'MONTH_DAY':
      return `FREQ=MONTHLY;BYMONTHDAY=${form.monthDay}${ends}`;
    case 'MONTH_WEEKDAY':
      return `FREQ=MONTHLY;BYDAY=${form.nth}${form.weekday}${ends}`;
  }
}

function endOf({ end, until, count }: RuleForm): string | null {
  if (end === 'NEVER') return '';
  if (end === 'COUNT') return count === null ? null : `;COUNT=${count}`;
  return until === '' ? null : `;UNTIL=${until.replaceAll('-', '')}`;
}

/** A rule in a sentence: 2週ごと 月・水（令和9年3月31日まで）. */
export function useRuleWords(): (rule: string) => string {
  const { t } = useTranslation();
  return (rule) => {
    const parts = new Map(
      rule.split(';').map((part): [string, string] => {
        const [name = '', value = ''] = part.split('=');
        return [name, value];
      }),
    );
    const interval = Number(parts.get('INTERVAL') ?? 1);
    const byDay = parts.get('BYDAY') ?? '';
    const [, nth, code = ''] = /^(-?\d)([A-Z]{2})$/.exec(byDay) ?? [];
    const monthDay = parts.get('BYMONTHDAY');
    const on = (): string => {
      if (monthDay !== undefined)
        return monthDay === '-1'
          ? t('availability.rule.lastDay')
          : t('availability.rule.dayOf', { day: monthDay });
      if (nth !== undefined && isDayCode(code))
        return t(nth === '-1' ? 'availability.rule.last' : 'availability.rule.nth', {
          n: nth,
          day: dayName(code),
        });
      return byDay.split(',').filter(isDayCode).map(dayName).join(t('ui.listMark'));
    };
    const frame =
      parts.get('FREQ') === 'WEEKLY'
        ? interval === 1
          ? t('availability.rule.weekly')
          : t('availability.rule.everyWeeks', { n: interval })
        : interval === 1
          ? t('availability.rule.monthly')
          : t('availability.rule.everyMonths', { n: interval });
    const until = parts.get('UNTIL')?.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
    const count = parts.get('COUNT');
    const end = until
      ? t('availability.rule.until', { date: longDate(until) })
      : count
        ? t('availability.rule.times', { n: count })
        : '';
    return `${frame} ${on()}${end}`;
  };
}
