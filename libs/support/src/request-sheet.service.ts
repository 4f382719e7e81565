import { municipalitiesByIds } from '@banso/directory';
import { type Actor, permit } from '@banso/kernel';
import { type Db, writeReading } from '@banso/platform';
import { findTheme, specialistsByIds } from '@banso/talent';
import { type Audience, requestSheet, type RequestSheet } from './request-sheet.js';
import { may } from './support-request.policy.js';
import { getSupportRequest } from './support-request.queries.js';

/** Whoever could be named in a free text: people of the prefecture, their firms, and those in the purchase. */
const NAMES = `
  SELECT a.display_name AS name FROM account a JOIN membership m ON m.account_id = a.id WHERE m.prefecture_id = $1
  UNION SELECT a.name_en FROM account a JOIN membership m ON m.account_id = a.id WHERE m.prefecture_id = $1
  UNION SELECT unnest(ARRAY[name, name_en, kana]) FROM specialist WHERE prefecture_id = $1
  UNION SELECT name FROM specialist_firm WHERE prefecture_id = $1
  UNION SELECT name FROM procurement_vendor WHERE prefecture_id = $1
  UNION SELECT unnest(ARRAY[name, name_en]) FROM municipality WHERE prefecture_id = $1`;

/** A request as readers outside may have it. */
export class RequestSheetService {
  constructor(private readonly db: Db) {}

  /** Made anew each time; that it was handed out, and by whom, is in the history of the request. */
  async make(actor: Actor, id: string, audience: Audience): Promise<RequestSheet> {
    const names = audience === 'INTERNAL' ? [] : await this.namesOf(actor);
    return this.db.write(actor, async (tx) => {
      const request = await getSupportRequest(tx, actor, id);
      permit(may.exportSheet(actor, request));
      await writeReading(tx, 'EXPORT', [['support_request', request.id]]);
      const { themeId, specialistId } = request;
      const [town] = await municipalitiesByIds(tx, [request.municipalityId]);
      const [specialist] = specialistId ? await specialistsByIds(tx, actor, [specialistId]) : [];
      const facts = {
        town: { name: town?.name ?? '' },
        theme: themeId ? await findTheme(tx, themeId) : null,
        specialist: specialist ?? null,
        names,
      };
      return requestSheet(request, facts, audience);
    });
  }

  /** A town must not read the names of others: they are only looked for, and never shown. */
  private namesOf({ prefectureId }: Actor): Promise<string[]> {
    return this.db.system(prefectureId, async (tx) => {
      const rows: { name: string | null }[] = await tx.query(NAMES, [prefectureId]);
      return rows.flatMap(({ name }) => name ?? []);
    });
  }
}
