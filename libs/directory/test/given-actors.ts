import { randomUUID } from 'node:crypto';
import type { HubStaff, MunicipalityStaff, SpecialistUser } from '@banso/kernel';
import type { Db } from '@banso/platform';
import { createAccount } from '../src/account.service.js';
import type { MembershipScope } from '../src/membership.entity.js';

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

export const PASSWORD = 'seto-inland-sea';

/** An account with its membership; the login id is its own. */
export async function givenAccount(
  db: Db,
  membership: MembershipScope,
  loginId = `u-${randomUUID()}`,
): Promise<string> {
  const person = { loginId, password: PASSWORD, displayName: '蒲刈 ちなつ', nameEn: 'Chinatsu Kamagari' };
  const account = await db.system(membership.prefectureId, (tx) =>
    createAccount(tx, { ...person, membership }, new Date('2026-04-01T00:00:00Z')),
  );
  return account.id;
}

export async function givenHub(db: Db, prefectureId = '34'): Promise<HubStaff> {
  const scope = { role: 'HUB_STAFF', prefectureId } as const;
  return { ...scope, accountId: await givenAccount(db, scope), name: '蒲刈 ちなつ' };
}

/** Staff who need no account of their own in the test. */
export const townStaff = (municipalityId: string): MunicipalityStaff => ({
  role: 'MUNICIPALITY_STAFF',
  accountId: randomUUID(),
  prefectureId: municipalityId.slice(0, 2),
  municipalityId,
  name: '阿賀 まい',
});

export const specialistUser = (specialistId: string, prefectureId = '34'): SpecialistUser => ({
  role: 'SPECIALIST',
  accountId: randomUUID(),
  prefectureId,
  specialistId,
  name: '呉羽 みなと',
});
