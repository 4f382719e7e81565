import type { Tx } from '@banso/platform';

/** Signs an account out of every browser, except the one whose token's digest is given. */
export async function endSessionsOf(tx: Tx, accountId: string, except = ''): Promise<void> {
  await tx.query(
    `DELETE FROM session USING membership
     WHERE membership.id = session.membership_id AND membership.account_id = $1 AND session.token_hash <> $2`,
    [accountId, except],
  );
}
