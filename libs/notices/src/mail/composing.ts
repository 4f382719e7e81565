import { createHash } from 'node:crypto';
import type { Tx } from '@banso/platform';
import { type InboxItem } from '../inbox-item.entity.js';
import { isNoticeKind } from '../notice-kinds.js';
import { NoticeSetting, type Network } from '../notice-setting.entity.js';
import { actionMail, codeMail, digestMail, type MailText, type Reader } from './mail-text.js';
import { type HeldMail, isSuppressed } from './mail.queries.js';
import type { Letter } from './smtp.js';

/** Where people open the platform, by network. */
export type Addresses = Readonly<Record<Network, string | null>>;

/** Why a mail does not leave. */
export type Dropped = 'GONE' | 'NO_ADDRESS' | 'SUPPRESSED' | 'DONE';

type ItemRow = Pick<InboxItem, 'id' | 'facts' | 'role' | 'doneAt'> & { readonly kind: string };

/** Eight digits that only the reader of that mail can know: its id is told to nobody else. */
export const codeOf = (mailId: string): string =>
  String(
    createHash('sha256').update(`banso confirms ${mailId}`).digest().readUInt32BE() % 100_000_000,
  ).padStart(8, '0');

/** Offices are on the closed network, specialists are not, unless somebody says otherwise. */
export function baseUrlOf(addresses: Addresses, setting: NoticeSetting, role: string | null): string | null {
  const network = setting.network ?? (role === 'SPECIALIST' ? 'INTERNET' : 'LGWAN');
  return addresses[network] ?? addresses[network === 'LGWAN' ? 'INTERNET' : 'LGWAN'];
}

const PRESENT = `SELECT m.role FROM membership m JOIN account a ON a.id = m.account_id
  WHERE m.account_id = $1 AND m.ended_at IS NULL AND a.disabled_at IS NULL
    AND ($2::text IS NULL OR m.prefecture_id = $2) ORDER BY m.role LIMIT 1`;

/** What a mail says today, to the address of today; or why it says nothing any more. For background work. */
export async function compose(tx: Tx, mail: HeldMail, addresses: Addresses): Promise<Letter | Dropped> {
  const setting = await tx.findOneBy(NoticeSetting, { accountId: mail.accountId });
  const [present]: { role: string }[] = await tx.query(PRESENT, [mail.accountId, mail.prefectureId]);
  if (!present) return 'GONE';
  const { address } = setting ?? {};
  if (!setting || !address) return 'NO_ADDRESS';
  if (await isSuppressed(tx, address)) return 'SUPPRESSED';
  const reader = (role: string): Reader => ({
    language: setting.language,
    baseUrl: baseUrlOf(addresses, setting, role),
  });
  const letter = ({ subject, text }: MailText, { baseUrl }: Reader): Letter => ({
    id: mail.id,
    to: address,
    subject,
    text,
    stopPage: baseUrl && `${baseUrl}/notices/settings`,
  });
  if (mail.purpose === 'CONFIRM') {
    if (setting.codeMailId !== mail.id) return 'NO_ADDRESS';
    return {
      ...letter(codeMail(codeOf(mail.id), reader(present.role)), reader(present.role)),
      stopPage: null,
    };
  }
  if (!setting.confirmedAt) return 'NO_ADDRESS';
  const items: ItemRow[] = await tx.query(
    `SELECT id, kind, facts, role, done_at AS "doneAt" FROM inbox_item WHERE mail_id = $1 AND done_at IS NULL ORDER BY at, id`,
    [mail.id],
  );
  const told = items.flatMap(({ id, kind, facts }) => (isNoticeKind(kind) ? [{ id, kind, facts }] : []));
  const [first] = told;
  if (!first) return 'DONE';
  const to = reader(items[0]?.role ?? present.role);
  if (mail.purpose === 'ACTION') return letter(actionMail(first, to), to);
  const [open]: { n: number }[] = await tx.query(
    `SELECT count(*)::int AS n FROM inbox_item WHERE account_id = $1 AND prefecture_id = $2 AND needs_action
       AND done_at IS NULL AND mail_id IS DISTINCT FROM $3`,
    [mail.accountId, mail.prefectureId, mail.id],
  );
  return letter(digestMail({ items: told, day: mail.digestOn ?? '', stillOpen: open?.n ?? 0 }, to), to);
}
