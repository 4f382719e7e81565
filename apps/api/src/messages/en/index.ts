import type { Messages } from '../messages.js';
import { accessEn } from './access.js';
import { datesEn } from './dates.js';
import { dispatchEn } from './dispatch.js';
import { engagementEn } from './engagement.js';
import { exchangeEn } from './exchange.js';
import { faultsEn } from './faults.js';
import { fieldsEn } from './fields.js';
import { jointEn } from './joint.js';
import { overviewEn } from './overview.js';
import { platformEn } from './platform.js';
import { reportsEn } from './reports.js';
import { supportEn } from './support.js';
import { travelEn } from './travel.js';

const KEPT = 'What you entered is still on this screen.';

export const en: Messages = {
  reasons: {
    ...accessEn.reasons,
    ...datesEn.reasons,
    ...dispatchEn.reasons,
    ...engagementEn.reasons,
    ...exchangeEn.reasons,
    ...jointEn.reasons,
    ...platformEn.reasons,
    ...reportsEn.reasons,
    ...supportEn.reasons,
    ...travelEn.reasons,
  },
  faults: {
    ...faultsEn.faults,
    ...datesEn.faults,
    ...exchangeEn.faults,
    ...jointEn.faults,
    ...overviewEn.faults,
    ...reportsEn.faults,
    ...travelEn.faults,
  },
  fields: {
    ...fieldsEn.fields,
    ...datesEn.fields,
    ...exchangeEn.fields,
    ...jointEn.fields,
    ...overviewEn.fields,
    ...reportsEn.fields,
    ...travelEn.fields,
  },
  joinFaults: (sentences) => `${sentences.join(' ')} ${KEPT}`,
};
