import type { GraphQLSchema } from 'graphql';
import { type Kind, type Operation, operationsIn } from '../documents.js';
import type { Tenants } from '../tenants.js';
import { dataOf, faultsOf, type Ledger } from './ledger.js';
import type { Received, Sent, Server } from './served.js';

export const JSON_TYPE = { 'content-type': 'application/json' };
export const INFO = '{ serverInfo { demo } }';
export const UNKNOWN = '00000000-0000-4000-8000-000000000000';

export type Wrong = string | false | null | undefined;

/** What an attacker has: the address, the schema, and the session of somebody. */
export interface Target {
  readonly server: Server;
  readonly schema: GraphQLSchema;
  readonly world: Tenants;
  readonly ledger: Ledger;
  /** Whether everything is tried, or a part that `npm test` has time for. */
  readonly thorough: boolean;
}

/** Sends, and books what is wrong with the answer. */
export abstract class Attacker {
  protected readonly operations: readonly (readonly [Kind, Operation])[];

  constructor(protected readonly target: Target) {
    this.operations = operationsIn(target.schema);
  }

  abstract run(): Promise<void>;

  /** The session of the hub. */
  protected get hub(): string {
    return this.target.world.insiders.hub.caller.cookie ?? '';
  }

  /** The answer is judged as every answer is, and by a rule of the attempt's own. */
  protected async attempt(
    group: string,
    what: string,
    sent: Sent,
    wrong: (answer: Received) => Wrong = () => null,
    most = 5_000,
  ): Promise<Received> {
    const answer = await this.target.server.send(sent);
    this.book(group, what, answer, wrong(answer), most);
    return answer;
  }

  protected book(group: string, what: string, answer: Received, wrong: Wrong, most = 5_000): void {
    const faults = [...faultsOf(answer, { most }), ...(wrong ? [wrong] : [])];
    this.target.ledger.note(group, what, answer.ms, faults);
  }

  protected readonly answered = (answer: Received): Wrong =>
    dataOf(answer) !== null && `was answered: ${answer.text.slice(0, 80)}`;

  protected readonly ask = (query: string, cookie = this.hub, more: Record<string, unknown> = {}): Sent => ({
    headers: { ...JSON_TYPE, cookie },
    body: JSON.stringify({ query, ...more }),
  });

  /** Several at a time. */
  protected async each<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
    const left = [...all];
    const lane = async (): Promise<void> => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
    };
    await Promise.all(Array.from({ length: 6 }, lane));
  }
}
