import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '@banso/platform';
import { type Addresses, compose } from './composing.js';
import {
  type HeldMail,
  markAgain,
  markDropped,
  markFailed,
  markHanding,
  markSent,
  suppress,
  takeMail,
} from './mail.queries.js';
import { MailDoor, NotTaken } from './smtp.js';

/** Mails on their way at once, each on a connection of its own. */
const LANES = 4;
const IDLE_MS = 300;
/** A server that is away is asked again after so long; a database too. */
const AWAY_MS = 5_000;

/** The lease ran out while the mail was on its way: it is somebody else's, and was not handed over here. */
class Overtaken extends Error {}

export interface CarrierSettings {
  readonly smtpUrl: string;
  readonly from: string;
  readonly addresses: Addresses;
}

/**
 * Takes mail to the server, one at a time in each lane. It writes that it hands over before the dot that ends a mail, and
 * that it was taken after the answer; told to stop, it ends the mail in hand first.
 */
export class MailCarrier {
  private readonly holder = randomUUID();
  private stopping = false;
  private readonly stopped = new AbortController();

  constructor(
    private readonly db: Db,
    private readonly settings: CarrierSettings,
    private readonly onTrouble: (what: string) => void = () => {},
  ) {}

  /** Until stopped. */
  async run(): Promise<void> {
    await Promise.all(Array.from({ length: LANES }, () => this.lane()));
  }

  stop(): void {
    this.stopping = true;
    this.stopped.abort();
  }

  /** Everything that is due now, and no longer; for tests and tools. Returns how many mails it took in hand. */
  async runOnce(): Promise<number> {
    const door = new MailDoor(this.settings.smtpUrl, this.settings.from);
    let carried = 0;
    try {
      while (await this.carryNext(door)) carried += 1;
    } finally {
      door.close();
    }
    return carried;
  }

  private async lane(): Promise<void> {
    const door = new MailDoor(this.settings.smtpUrl, this.settings.from);
    while (!this.stopping)
      try {
        if (await this.carryNext(door)) continue;
        door.close();
        await this.pause(IDLE_MS);
      } catch (error) {
        this.onTrouble(error instanceof NotTaken ? 'server-away' : 'failed');
        await this.pause(AWAY_MS);
      }
    door.close();
  }

  private async pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.stopped.signal }).catch(() => undefined);
  }

  private system<T>(work: Parameters<typeof this.db.system<T>>[1]): Promise<T> {
    return this.db.system(null, work);
  }

  /** @throws NotTaken when the server cannot be reached: no other mail would fare better */
  private async carryNext(door: MailDoor): Promise<boolean> {
    const taken = await this.system(async (tx) => {
      const mail = await takeMail(tx, this.holder);
      if (!mail) return null;
      const letter = await compose(tx, mail, this.settings.addresses);
      if (typeof letter === 'string') await markDropped(tx, mail.id, this.holder, letter);
      return { mail, letter };
    });
    if (!taken) return false;
    const { mail, letter } = taken;
    if (typeof letter === 'string') return true;
    try {
      await door.send(letter, async () => {
        const mine = await this.system((tx) => markHanding(tx, mail.id, this.holder, letter.to));
        if (!mine) throw new Overtaken();
      });
    } catch (error) {
      if (error instanceof Overtaken) return true;
      if (!(error instanceof NotTaken)) throw error;
      await this.insist(() => this.notTaken(mail, letter.to, error));
      if (error.away) throw error;
      return true;
    }
    await this.insist(() => this.system((tx) => markSent(tx, mail.id, this.holder)));
    return true;
  }

  private notTaken(
    { id }: HeldMail,
    address: string,
    { answer, permanent, ofAddress }: NotTaken,
  ): Promise<void> {
    return this.system(async (tx) => {
      if (!permanent) return markAgain(tx, id, this.holder, answer);
      await markFailed(tx, id, this.holder, answer ?? '');
      if (ofAddress) await suppress(tx, address, 'REFUSED', answer ?? '');
    });
  }

  /** What the server said has to be written down, also when the database is away for a while: nothing else is done before. */
  private async insist(work: () => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt++)
      try {
        return await work();
      } catch (error) {
        if (attempt === 30) throw error;
        this.onTrouble('database-away');
        await sleep(AWAY_MS / 5);
      }
  }
}
