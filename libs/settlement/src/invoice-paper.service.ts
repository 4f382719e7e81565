import { Prefecture } from '@banso/directory';
import { type Actor, permit } from '@banso/kernel';
import { Db, type Paper, paperPdf, type Tx, writeReading } from '@banso/platform';
import { getCostAgreement, partiesOf } from './agreement-costs.queries.js';
import type { Invoice } from './invoice.entity.js';
import { invoicePaper } from './invoice-paper.js';
import { getInvoice, invoiceEvidenceOf, invoiceLinesOf } from './invoice.queries.js';
import { may } from './settlement.policy.js';

/** A bill as a file. */
export interface InvoiceFile {
  readonly name: string;
  readonly pdf: Buffer;
}

/** Bills on paper. */
export class InvoicePaperService {
  constructor(private readonly db: Db) {}

  /** Made anew from what was frozen; that it was taken away, and by whom, is in the history of the invoice. */
  async make(actor: Actor, id: string): Promise<InvoiceFile> {
    const { name, paper } = await this.db.write(actor, async (tx) => {
      const invoice = await getInvoice(tx, actor, id);
      permit(may.takePaper(actor, invoice));
      const said = {
        name: `${invoice.number ?? '案'}-負担金請求書.pdf`,
        paper: await say(tx, actor, invoice),
      };
      await writeReading(tx, 'EXPORT', [['invoice', invoice.id]]);
      return said;
    });
    // Laid out after the transaction: nobody waits for a connection meanwhile.
    return { name, pdf: await paperPdf(paper) };
  }
}

async function say(tx: Tx, actor: Actor, invoice: Invoice): Promise<Paper> {
  const agreement = await getCostAgreement(tx, actor, invoice.agreementId);
  const lines = await invoiceLinesOf(tx, [invoice.id]);
  const evidence = await invoiceEvidenceOf(
    tx,
    lines.map((line) => line.id),
  );
  const parties = await partiesOf(tx, [agreement.id]);
  const prefecture = await tx.findOneBy(Prefecture, { id: invoice.prefectureId });
  return invoicePaper({ invoice, lines, evidence, agreement, parties, issuer: prefecture?.name ?? '' });
}
