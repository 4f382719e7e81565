import { municipalitiesByIds } from '@banso/directory';
import { type Actor, permit } from '@banso/kernel';
import { type Db, writeReading } from '@banso/platform';
import { findTheme, specialistsByIds } from '@banso/talent';
import { namesToHide } from './names-to-hide.js';
import { type Audience, requestSheet, type RequestSheet } from './request-sheet.js';
import { may } from './support-request.policy.js';
import { getSupportRequest } from './support-request.queries.js';

/** A request as readers outside may have it. */
export class RequestSheetService {
  constructor(private readonly db: Db) {}

  /** Made anew each time; that it was handed out, and by whom, is in the history of the request. */
  async make(actor: Actor, id: string, audience: Audience): Promise<RequestSheet> {
    const names = audience === 'INTERNAL' ? [] : await namesToHide(this.db, actor.prefectureId);
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
}
