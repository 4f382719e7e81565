import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<string>();

/**
 * Names what is being done, such as `submitSupportRequest`, for the audit entries of every transaction inside `work`.
 * Ambient, because it never decides anything: it is only written down.
 */
export const duringOperation = <T>(name: string, work: () => T): T => current.run(name, work);

/** What is being done; empty where nobody said. */
export const operationName = (): string => current.getStore() ?? '';
