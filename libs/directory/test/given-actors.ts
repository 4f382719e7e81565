import { randomUUID } from 'node:crypto';
import { ALL_TOWN_WORK, type MunicipalityStaff, type SpecialistUser } from '@banso/kernel';

/** Places of the register that the tests name. */
export const PLACES = {
  hiroshimaOffice: '340006',
  hiroshima: '341002',
  kure: '342025',
  osaki: '344311',
  ehimeOffice: '380008',
  matsuyama: '382019',
  kagoshimaOffice: '460001',
  /** On an island that only ships and aeroplanes reach. */
  nishinoomote: '462136',
} as const;

/** Staff who need no account of their own in the test. */
export const townStaff = (municipalityId: string): MunicipalityStaff => ({
  role: 'MUNICIPALITY_STAFF',
  accountId: randomUUID(),
  prefectureId: municipalityId.slice(0, 2),
  municipalityId,
  duties: ALL_TOWN_WORK,
  name: '阿賀 まい',
});

export const specialistUser = (specialistId: string, prefectureId = '34'): SpecialistUser => ({
  role: 'SPECIALIST',
  accountId: randomUUID(),
  prefectureId,
  specialistId,
  name: '呉羽 みなと',
});
