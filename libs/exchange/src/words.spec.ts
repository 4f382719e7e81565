import { describe, expect, it } from '@jest/globals';
import * as words from './words.js';

/** Where the screens keep the same words. */
const ON_SCREEN: readonly (readonly [words.Words, string])[] = [
  [words.REQUEST_STATUS, 'requests.status'],
  [words.URGENCY, 'requests.urgency'],
  [words.SUPPORT_MODE, 'requests.mode'],
  [words.CONSULTATION_STATUS, 'consultations.status'],
  [words.VISIT_STATUS, 'schedule.status'],
  [words.VISIT_MODE, 'schedule.mode'],
  [words.EVIDENCE, 'specialists.evidenceNames'],
  [words.DAY_PART, 'ui.half'],
  [words.VISIT_RESULT, 'reports.result'],
  [words.STEP_OWNER, 'reports.owner'],
  [words.AGREEMENT_STATUS, 'agreements.status'],
  [words.AGREEMENT_KIND, 'agreements.kind'],
  [words.PARTY_KIND, 'parties.kind'],
  [words.PLACEMENT_STATUS, 'joint.placements.status'],
  [words.QUOTA_SCOPE, 'quotas.scope'],
  [words.QUOTA_PERIOD, 'quotas.periodWord'],
  [words.QUOTA_UNIT, 'quotas.unitWord'],
  [words.INVOICE_STATUS, 'invoices.statuses'],
  [words.DUTY, 'people.duty'],
  [words.ROLE, 'people.roles'],
  [words.COST_ITEM, 'costs.items'],
  [words.TOWN_SIZE, 'overview.size'],
  [words.TOWN_REACH, 'overview.coverage.reaches'],
  [words.WAIT_STATE, 'overview.waits.states'],
  [words.CONTRACT_BASIS, 'overview.daysUsed.bases'],
  [words.TARGET_KIND, 'overview.targets.kinds'],
  [words.TAX_CHECK, 'overview.tax.checks'],
  [words.STEP_END, 'overview.effects.ends'],
];

/** The web app is built by its own rules: it is read here, not compiled. */
const catalogueOf = async (locale: string): Promise<object> => {
  const file: Record<string, object> = await import(`../../../apps/web/src/i18n/${locale}`);
  return file[locale] ?? {};
};

const at = (catalogue: object, path: string): unknown =>
  path.split('.').reduce<unknown>((within, key) => (within as Record<string, unknown>)[key], catalogue);

describe('words in files', () => {
  it.each(ON_SCREEN)('are those of the screens: $1', async (table, path) => {
    for (const locale of ['ja', 'en'] as const) {
      const catalogue = await catalogueOf(locale);
      const here = Object.fromEntries(Object.entries(table).map(([code, spoken]) => [code, spoken[locale]]));
      expect(here).toEqual(at(catalogue, path));
    }
  });
});
