import { faultsOf, type Ledger } from './ledger.js';
import type { Received, Server } from './served.js';

const headers = { 'content-type': 'application/json', 'accept-language': 'en' };

/** What is said when the platform itself fails, and how long somebody waits for it. */
export class FailureAttacks {
  constructor(
    private readonly server: Server,
    private readonly ledger: Ledger,
    private readonly cookie: string,
  ) {}

  private ask(query: string): Promise<Received> {
    return this.server.send({
      headers: { ...headers, cookie: this.cookie },
      body: JSON.stringify({ query }),
    });
  }

  /** A table goes: the answer has an incident number and nothing else, and the log has the same. */
  async masking(): Promise<void> {
    const group = 'masked errors';
    const { dataSource } = this.server.database;
    await dataSource.query('ALTER TABLE day_off RENAME TO day_off_gone');
    try {
      for (const query of [
        '{ daysOff(from: "2026-04-01", to: "2026-05-01") { id } }',
        'mutation { removeDayOff(id: "00000000-0000-4000-8000-000000000000") { id } }',
      ]) {
        const answer = await this.ask(query);
        const incident = /"incident":"([0-9a-f-]{36})"/.exec(answer.text)?.[1];
        const faults = faultsOf(answer).filter((fault) => !fault.startsWith('is a bug'));
        if (!incident && !/"errors"/.test(answer.text)) faults.push('says nothing');
        if (incident && !(await this.isLogged(incident))) faults.push('the log does not know the incident');
        if (/day_off|relation/.test(answer.text)) faults.push('names the table');
        this.ledger.note(group, query, answer.ms, faults);
      }
    } finally {
      await dataSource.query('ALTER TABLE day_off_gone RENAME TO day_off');
    }
  }

  /** The line of the log comes through a pipe. */
  private async isLogged(incident: string): Promise<boolean> {
    for (let i = 0; i < 50 && !this.server.log.includes(incident); i++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    return this.server.log.includes(incident);
  }

  /** Somebody holds a table for ever: whoever asks is told so within the limit. */
  async deadlines(): Promise<void> {
    const runner = this.server.database.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('LOCK TABLE specialist IN ACCESS EXCLUSIVE MODE');
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => this.ask('{ specialists(first: 5) { totalCount } }')),
      );
      for (const answer of answers)
        this.ledger.note('deadlines', 'a table that is held', answer.ms, [
          ...faultsOf(answer, { most: 21_000 }),
          ...(answer.text.includes('service.busy') || answer.text.includes('too-long')
            ? []
            : [answer.text.slice(0, 100)]),
        ]);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }
}
