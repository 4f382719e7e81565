import type { Db } from '@banso/platform';

/** Whoever could be named in a free text: people of the prefecture, their firms, and those in the purchase. */
const NAMES = `
  SELECT a.display_name AS name FROM account a JOIN membership m ON m.account_id = a.id WHERE m.prefecture_id = $1
  UNION SELECT a.name_en FROM account a JOIN membership m ON m.account_id = a.id WHERE m.prefecture_id = $1
  UNION SELECT unnest(ARRAY[name, name_en, kana]) FROM specialist WHERE prefecture_id = $1
  UNION SELECT (regexp_split_to_array(name, '[ 　]+'))[1] FROM specialist WHERE prefecture_id = $1 AND name ~ '[ 　]'
  UNION SELECT name FROM specialist_firm WHERE prefecture_id = $1
  UNION SELECT name FROM procurement_vendor WHERE prefecture_id = $1
  UNION SELECT name FROM office_member WHERE prefecture_id = $1
  UNION SELECT unnest(ARRAY[name, name_en]) FROM municipality WHERE prefecture_id = $1
  UNION SELECT left(name, -1) FROM municipality WHERE prefecture_id = $1`;

/** Names that must not leave the platform. A town must not read those of others: they are only looked for, never shown. */
export function namesToHide(db: Db, prefectureId: string | null): Promise<string[]> {
  return db.system(prefectureId, async (tx) => {
    const rows: { name: string | null }[] = await tx.query(NAMES, [prefectureId]);
    return rows.flatMap(({ name }) => name ?? []);
  });
}
