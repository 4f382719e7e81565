/** What of a service worker we use: its types and those of a page cannot be loaded together. */
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Waiting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
export interface Worker {
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', ear: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', ear: (event: Asked) => void): void;
}
