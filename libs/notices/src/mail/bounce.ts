import type { Tx } from '@banso/platform';
import { suppress } from './mail.queries.js';

/** What a delivery report (RFC 3464) says of one of our mails. */
export interface Bounce {
  readonly mailId: string;
  readonly recipient: string;
  /** `5.1.1` */
  readonly status: string;
}

/** Longer reports are no reports. */
const MAX_CHARACTERS = 1_000_000;
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/**
 * What a report says, when it says for good that one of our mails did not arrive; null for anything else, such as a
 * delay, an answer by a person, or a report about somebody else's mail.
 */
export function bounceIn(eml: string): Bounce | null {
  if (eml.length > MAX_CHARACTERS) return null;
  const text = eml.replaceAll('\r\n', '\n').replaceAll(/\n[ \t]+/g, ' ');
  if (!/^content-type:[^\n]*report-type="?delivery-status/im.test(text)) return null;
  const [, recipient] = /^final-recipient:\s*rfc822;\s*<?([^\s<>;]+)>?\s*$/im.exec(text) ?? [];
  const [, action] = /^action:\s*([a-z]+)/im.exec(text) ?? [];
  const [, status] = /^status:\s*(5\.\d{1,3}\.\d{1,3})/im.exec(text) ?? [];
  if (!recipient || !status || action?.toLowerCase() !== 'failed') return null;
  // The report has a message id of its own: ours is the one that is one of ours.
  const ids = [...text.matchAll(new RegExp(`^message-id:\\s*<(${UUID})@[^>\\s]+>`, 'gim'))].map(
    ([, id]) => id,
  );
  const mailId = ids.at(-1);
  return mailId ? { mailId: mailId.toLowerCase(), recipient, status } : null;
}

/**
 * Nothing is sent any more to an address that a report names, if that mail did go there: a report that somebody made up
 * stops nobody's mail. Returns whether it was so. For background work.
 */
export async function takeBounce(tx: Tx, { mailId, recipient, status }: Bounce): Promise<boolean> {
  const [rows]: [{ address: string }[], number] = await tx.query(
    `UPDATE mail SET status = 'BOUNCED', answer = $3
     WHERE id = $1 AND status IN ('SENT', 'BOUNCED') AND lower(address) = lower($2) RETURNING address`,
    [mailId, recipient, status],
  );
  const [mail] = rows;
  if (mail) await suppress(tx, mail.address, 'BOUNCED', status);
  return mail !== undefined;
}
