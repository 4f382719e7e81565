import { directoryEntities } from '@banso/directory';
import { dispatchEntities } from '@banso/dispatch';
import { engagementEntities } from '@banso/engagement';
import { exchangeEntities } from '@banso/exchange';
import { noticesEntities } from '@banso/notices';
import { overviewEntities } from '@banso/overview';
import { attachmentEntities } from '@banso/platform';
import { reportsEntities } from '@banso/reports';
import { searchEntities } from '@banso/search';
import { settlementEntities } from '@banso/settlement';
import { supportEntities } from '@banso/support';
import { talentEntities } from '@banso/talent';

export const ENTITIES = [
  ...attachmentEntities,
  ...directoryEntities,
  ...noticesEntities,
  ...talentEntities,
  ...engagementEntities,
  ...supportEntities,
  ...dispatchEntities,
  ...reportsEntities,
  ...settlementEntities,
  ...overviewEntities,
  ...searchEntities,
  ...exchangeEntities,
];
