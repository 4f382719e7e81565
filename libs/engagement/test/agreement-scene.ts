import { directoryEntities } from '@banso/directory';
import { type Actor, FixedClock, type HubStaff, type LocalDate } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { talentEntities } from '@banso/talent';
import { expect } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, hub, MIHARA } from '../../../test/people.js';
import type { Agreement } from '../src/agreement.entity.js';
import { AgreementPaperService } from '../src/agreement-paper.service.js';
import { agreementEventsOf, dueAgreements, getAgreement } from '../src/agreement.queries.js';
import { keepAgreementsUp } from '../src/agreement-term.service.js';
import { engagementEntities } from '../src/engagement-entities.js';
import { Given } from './given-agreement.js';

export const SIGNED = '2026-09-01';

/** Two prefectures with those who write, sign and read agreements, at nine on the day of the signatures. */
export class Scene {
  readonly given: Given;
  readonly papers: AgreementPaperService;

  private constructor(
    readonly database: FreshDatabase,
    readonly clock: FixedClock,
    /** Of the hub: with every duty, and with one. */
    readonly staff: HubStaff,
    readonly coordinator: HubStaff,
    readonly approver: HubStaff,
    readonly ehime: HubStaff,
    readonly kure: Actor,
    readonly mihara: Actor,
  ) {
    this.given = new Given(database.db, clock, staff);
    this.papers = new AgreementPaperService(database.db, clock);
  }

  static async open(): Promise<Scene> {
    const database = await freshDatabase([...directoryEntities, ...talentEntities, ...engagementEntities]);
    const { db } = database;
    return new Scene(
      database,
      new FixedClock(new Date()),
      await hub(db),
      await hub(db, '34', ['COORDINATOR']),
      await hub(db, '34', ['APPROVER']),
      await hub(db, '38'),
      await clerk(db),
      await clerk(db, MIHARA),
    );
  }

  goTo(date: LocalDate): void {
    this.clock.moveTo(new Date(`${date}T00:00:00Z`));
  }

  read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.db.read(actor, work);
  }

  seenBy(actor: Actor, id: string): Promise<Agreement> {
    return this.read(actor, (tx) => getAgreement(tx, actor, id));
  }

  stored(id: string): Promise<Agreement> {
    return this.seenBy(this.staff, id);
  }

  async historyOf(id: string) {
    const events = await this.read(this.staff, (tx) => agreementEventsOf(tx, [id]));
    return events.map(({ toStatus, reason, actorRole }) => [toStatus, reason, actorRole]);
  }

  async dueFor(actor: Actor): Promise<string[]> {
    const today = this.clock.today();
    const { rows } = await this.read(actor, (tx) => dueAgreements(tx, actor, today, { first: 100 }));
    return rows.map(({ id }) => id);
  }

  /** What the recurring job does. */
  sweep(): Promise<void> {
    const [at, today] = [this.clock.now(), this.clock.today()];
    return this.database.db.system(null, (tx, actor) => keepAgreementsUp(tx, { actor, at, today }));
  }
}

/** What a document says, without its spaces. */
export const textOf = async (pdf: Buffer): Promise<string> =>
  (await extractText(await getDocumentProxy(new Uint8Array(pdf)))).text.join('').replaceAll(/\s/g, '');

export const refusedWith = (work: Promise<unknown>, refusal: object): Promise<void> =>
  expect(work).rejects.toMatchObject(refusal);

export const fault = (path: string, rule: string) => ({
  code: 'BAD_INPUT',
  details: { faults: [expect.objectContaining({ path, rule })] },
});
