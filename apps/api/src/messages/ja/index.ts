import type { Messages } from '../messages.js';
import { accessJa } from './access.js';
import { datesJa } from './dates.js';
import { dispatchJa } from './dispatch.js';
import { engagementJa } from './engagement.js';
import { exchangeJa } from './exchange.js';
import { faultsJa } from './faults.js';
import { fieldsJa } from './fields.js';
import { jointJa } from './joint.js';
import { overviewJa } from './overview.js';
import { platformJa } from './platform.js';
import { reportsJa } from './reports.js';
import { supportJa } from './support.js';
import { travelJa } from './travel.js';

const KEPT = '入力した内容はこの画面に残っています。';

export const ja: Messages = {
  reasons: {
    ...accessJa.reasons,
    ...datesJa.reasons,
    ...dispatchJa.reasons,
    ...engagementJa.reasons,
    ...exchangeJa.reasons,
    ...jointJa.reasons,
    ...platformJa.reasons,
    ...reportsJa.reasons,
    ...supportJa.reasons,
    ...travelJa.reasons,
  },
  faults: {
    ...faultsJa.faults,
    ...datesJa.faults,
    ...exchangeJa.faults,
    ...jointJa.faults,
    ...overviewJa.faults,
    ...reportsJa.faults,
    ...travelJa.faults,
  },
  fields: {
    ...fieldsJa.fields,
    ...datesJa.fields,
    ...exchangeJa.fields,
    ...jointJa.fields,
    ...overviewJa.fields,
    ...reportsJa.fields,
    ...travelJa.fields,
  },
  joinFaults: (sentences) => `${sentences.join(' ')} ${KEPT}`,
};
