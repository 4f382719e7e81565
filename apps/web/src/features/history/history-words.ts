import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { longDate, shortInstant } from '../../i18n/dates';
import type { HistoryLine } from './history.documents';

type Words = Readonly<Record<string, string>>;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** The states of each kind of record have words of their own. */
const STATES = [
  ['support_request', 'requests.status'],
  ['consultation', 'consultations.status'],
  ['visit', 'schedule.status'],
  ['planning_run', 'planning.status'],
  ['agreement', 'agreements.status'],
  ['placement', 'joint.placements.status'],
  ['applicant', 'joint.recruitment.status'],
  ['rotation', 'joint.rotation.status'],
  ['round_stop', 'council.stopStatuses'],
  ['travel_claim', 'travelClaims.statuses'],
] as const;

/** The log keeps names of tables and columns; people read words. What has none is shown as it is. */
export function useHistoryWords() {
  const { t } = useTranslation();
  return useMemo(() => {
    const tables: Words = t('history.tables', { returnObjects: true });
    const fields: Words = t('history.fields', { returnObjects: true });
    const codes: Words = t('history.codes', { returnObjects: true });
    const roles: Words = t('history.roles', { returnObjects: true });
    const stateOf = (table: string, value: string): string | undefined => {
      const found = STATES.find(([prefix]) => table.startsWith(prefix));
      const states: Words = found ? t(found[1], { returnObjects: true }) : {};
      return states[value];
    };
    const said = (value: unknown): string => {
      if (value === null || value === undefined || value === '') return t('ui.none');
      if (typeof value === 'boolean') return t(value ? 'ui.yes' : 'ui.no');
      if (typeof value === 'number') return String(value);
      if (typeof value === 'string') {
        if (DATE.test(value)) return longDate(value);
        if (INSTANT.test(value)) return shortInstant(value);
        // Long ids say nothing to a reader; their beginning tells two of them apart.
        if (ID.test(value)) return t('history.id', { start: value.slice(0, 8) });
        return codes[value] ?? value;
      }
      if (typeof value !== 'object') return t('ui.none');
      if ('withheld' in value) return t(value.withheld === 'erased' ? 'history.erased' : 'history.withheld');
      const inner: unknown[] = Object.values(value);
      if (Array.isArray(value))
        return inner.length === 0 ? t('ui.none') : inner.map(said).join(t('ui.listMark'));
      return inner.map(said).join(' ');
    };
    return {
      roleOf: (role: string): string => roles[role] ?? role,
      fieldOf: (field: string): string => fields[field] ?? field,
      valueOf: (table: string, field: string, json: string | null): string => {
        const value: unknown = json === null ? null : JSON.parse(json);
        const state = typeof value === 'string' && field.endsWith('status') && stateOf(table, value);
        return state || said(value);
      },
      whatOf: ({ kind, table }: HistoryLine): string =>
        t(`history.kind.${kind}`, { what: tables[table] ?? table }),
    };
  }, [t]);
}
