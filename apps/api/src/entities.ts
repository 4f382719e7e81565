import { directoryEntities } from '@banso/directory';
import { dispatchEntities } from '@banso/dispatch';
import { engagementEntities } from '@banso/engagement';
import { settlementEntities } from '@banso/settlement';
import { supportEntities } from '@banso/support';
import { talentEntities } from '@banso/talent';

export const ENTITIES = [
  ...directoryEntities,
  ...talentEntities,
  ...engagementEntities,
  ...supportEntities,
  ...dispatchEntities,
  ...settlementEntities,
];
