import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';

/** What a process is busy with, as every line that it logs meanwhile says. Ids and names of ours only. */
export interface Work {
  /** The request that is answered, or that once caused this job; null for what the clockwork does by itself. */
  readonly requestId: string | null;
  /** Name of the operation: that of a trusted document, or a method of ours. */
  operation?: string;
  /** Who asks, under a pseudonym. */
  account?: string;
  /** The job, its outbox row, and which try this is. */
  readonly job?: string;
  readonly outbox?: string;
  readonly attempt?: number;
}

const current = new AsyncLocalStorage<Work>();

/** Ambient, because it never decides anything: it is only written down. */
export const during = <T>(work: Work, doing: () => T): T => current.run(work, doing);

export const workNow = (): Work | undefined => current.getStore();

/** Says who asks, as soon as it is known. */
export function noteAccount(accountId: string): void {
  const work = current.getStore();
  if (work) work.account = pseudonymOf(accountId);
}

/**
 * The same for the same account, and nothing that stands in a table: two lines can be told to be of one person, who it
 * is only by whoever has the database, and by nobody once the account is gone.
 */
export const pseudonymOf = (accountId: string): string =>
  createHash('sha256').update(`banso.account ${accountId}`).digest('hex').slice(0, 12);
