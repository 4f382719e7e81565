import type { Worker } from './worker-types';

/**
 * Opens the app without a line. It keeps the files of one build, and nothing that belongs to a person: rows are kept by
 * the page, which knows who reads (keeper.ts).
 */
/** Filled in by the build. */
declare const BANSO_BUILD: { readonly id: string; readonly entry: string; readonly files: readonly string[] };

/** The worker's own world; the rest of the web app knows the page's. */
declare const self: Worker;

const PREFIX = 'banso-';
const { id, entry, files } = BANSO_BUILD;
const CACHE = `${PREFIX}${id}`;
const SHELL = '/';
/** Answered by the server alone. */
const SERVED = /^\/(graphql|files|calendar|oidc|table-imports|healthz|readyz)(\/|$)/;
/** On a bad line the shell on the phone is better than a white page. */
const PATIENCE_MS = 4_000;

self.addEventListener('install', (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()));
});

/** All files of this build, or none: what an older build left is used where the file is the same. */
async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  const shell = await fetch(SHELL, { cache: 'no-store' });
  // A server that was updated meanwhile sends another shell: this build is then not kept, the next one is.
  const text = await shell.clone().text();
  if (!shell.ok || !text.includes(entry)) throw new Error('The shell is of another build');
  await Promise.all(
    files.map(async (path) => {
      const known = await caches.match(path);
      const answer = known ?? (await fetch(path));
      if (!answer.ok) throw new Error(`${path} is not there`);
      await cache.put(path, answer);
    }),
  );
  // Last: a cache that has it is whole.
  await cache.put(SHELL, shell);
}

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

/** Pages of the build before may still be open: its files stay until the next one comes. */
async function takeOver(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && !SERVED.test(pathname)) event.respondWith(page(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(file(request));
});

/** The server's page when it comes in time, so that a new build is seen at once; else the whole one on the phone. */
async function page(request: Request): Promise<Response> {
  const kept = () => caches.open(CACHE).then((cache) => cache.match(SHELL));
  const coming = fetch(request);
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), PATIENCE_MS);
  });
  try {
    const answer = await Promise.race([coming, late]);
    if (answer && answer.status < 500) return answer;
  } catch {
    // No line.
  }
  return (await kept()) ?? coming;
}

/** Their names tell what is in them: the same name is the same file, of whichever build. */
async function file(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? fetch(request);
}
