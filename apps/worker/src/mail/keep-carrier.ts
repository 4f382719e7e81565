import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { log } from '@banso/platform';

const CARRIER = fileURLToPath(new URL('carrier.main.js', import.meta.url));
const AGAIN_MS = 2_000;

export interface KeptCarrier {
  /** Lets it end the mail in hand. */
  stop(): Promise<void>;
}

/** Starts the process that carries mail, and another one whenever it ends. */
export function keepCarrier(): KeptCarrier {
  let carrier: ChildProcess;
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  const start = (): void => {
    carrier = fork(CARRIER, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    carrier.once('error', () => log.error('mail.carrier-lost'));
    carrier.once('exit', (exitCode) => {
      if (stopping) return;
      log.warn({ exitCode }, 'mail.carrier-ended');
      timer = setTimeout(start, AGAIN_MS);
    });
  };
  start();
  return {
    async stop() {
      stopping = true;
      clearTimeout(timer);
      if (carrier.exitCode !== null || carrier.signalCode !== null) return;
      const ended = once(carrier, 'exit');
      if (carrier.connected) carrier.disconnect();
      await ended;
    },
  };
}
