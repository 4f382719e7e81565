import { municipalitiesByIds, Prefecture } from '@banso/directory';
import { type Actor, permit } from '@banso/kernel';
import { type Db, paperPdf, writeReading } from '@banso/platform';
import { findTheme } from '@banso/talent';
import { requestForm } from './request-form.js';
import { may } from './support-request.policy.js';
import { getSupportRequest } from './support-request.queries.js';

/** A document as a file. */
export interface RequestFormFile {
  readonly name: string;
  readonly pdf: Buffer;
}

/** 派遣申請書 on paper. */
export class RequestFormService {
  constructor(private readonly db: Db) {}

  /** Made anew each time; that it was taken away, and by whom, is in the history of the request. */
  async make(actor: Actor, id: string): Promise<RequestFormFile> {
    const { name, paper } = await this.db.write(actor, async (tx) => {
      const request = await getSupportRequest(tx, actor, id);
      permit(may.exportSheet(actor, request));
      const [town] = await municipalitiesByIds(tx, [request.municipalityId]);
      const prefecture = await tx.findOneBy(Prefecture, { id: request.prefectureId });
      const theme = request.themeId ? await findTheme(tx, request.themeId) : null;
      await writeReading(tx, 'EXPORT', [['support_request', request.id]]);
      return {
        name: `${request.number ?? '起案'}-派遣申請書.pdf`,
        paper: requestForm({
          request,
          prefecture: prefecture?.name ?? '',
          town: town?.name ?? '',
          theme: theme?.name ?? null,
        }),
      };
    });
    // Laid out after the transaction: nobody waits for a connection meanwhile.
    return { name, pdf: await paperPdf(paper) };
  }
}
