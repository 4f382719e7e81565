/** Every cache of ours; the service worker names them so too. */
const PREFIX = 'banso-';

interface Policy {
  createScriptURL(url: string): string;
}
interface Factory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy;
}

declare global {
  interface Window {
    trustedTypes?: Factory;
  }
}

let policy: Policy | null = null;

/** The page's policy takes the address of a worker from this one place only. */
function workerAddress(): string {
  const types = window.trustedTypes;
  if (!types) return '/sw.js';
  policy ??= types.createPolicy('app-sw', { createScriptURL: () => '/sw.js' });
  return policy.createScriptURL('');
}

/** The app itself on the phone: it opens without a line. Nothing where the browser cannot, as over plain HTTP. */
export async function keepShell(): Promise<void> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(workerAddress());
  } catch {
    // The app goes on with a line.
  }
}

/** Whoever is no specialist, or has signed out, leaves nothing behind. */
export async function dropShell(): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return;
  try {
    const workers = await navigator.serviceWorker.getRegistrations();
    await Promise.all(workers.map((worker) => worker.unregister()));
    const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
    await Promise.all(names.map((name) => caches.delete(name)));
  } catch {
    // Storage is closed to us: then nothing was kept either.
  }
}
