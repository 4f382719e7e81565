import type { HubStaff } from '@banso/kernel';
import { SpecialistService } from '../src/specialist.service.js';
import type { Specialist } from '../src/specialist.entity.js';
import type { SpecialistInput } from '../src/specialist-input.js';
import type { Db } from '@banso/platform';

/** What the hub would write down about somebody who lives in Kure. */
export const minato: SpecialistInput = {
  name: '呉羽 みなと',
  kana: 'くれは みなと',
  nameEn: 'Minato Kureha',
  profileId: 'SERVICE_DESIGNER',
  baseId: '342025',
  employment: '県と市町の共同採用(常勤)',
  employmentEn: 'Jointly hired, full time',
  modes: ['ON_SITE', 'ONLINE'],
  monthlyDays: 12,
  weekly: ['MON_AM', 'MON_PM', 'WED_PM', 'FRI_AM'],
};

export const givenSpecialist = (
  db: Db,
  hub: HubStaff,
  facts: Partial<SpecialistInput> = {},
): Promise<Specialist> => new SpecialistService(db).register(hub, { ...minato, ...facts });
