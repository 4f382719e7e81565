import type { Tx } from '@banso/platform';
import type { Account } from './account.entity.js';
import { Municipality } from './municipality.entity.js';
import { Prefecture } from './prefecture.entity.js';

interface Place {
  readonly prefectureId: string | null;
  readonly municipalityId?: string | null;
}

/** Names that a person's password must not consist of. */
export async function personalWords(
  tx: Tx,
  { loginId, displayName, nameEn }: Pick<Account, 'loginId' | 'displayName' | 'nameEn'>,
  { prefectureId, municipalityId }: Place,
): Promise<string[]> {
  const town = municipalityId ? await tx.findOneBy(Municipality, { id: municipalityId }) : null;
  const prefecture = prefectureId ? await tx.findOneBy(Prefecture, { id: prefectureId }) : null;
  return [
    loginId,
    displayName,
    nameEn,
    ...(town ? [town.name, town.kana, town.nameEn] : []),
    ...(prefecture ? [prefecture.name, prefecture.nameEn] : []),
  ];
}
