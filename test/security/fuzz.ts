import type { GraphQLSchema } from 'graphql';
import { seededRandom } from '../../libs/planning/src/random.js';
import { documentOf, type Kind, type Operation, operationsIn } from '../documents.js';
import { CANARY, type Person, type Tenants } from '../tenants.js';
import { dataOf, faultsOf, type Ledger } from './ledger.js';
import { IDS, Mischief } from './mischief.js';
import type { Received, Sent, Server } from './served.js';

export interface FuzzOptions {
  readonly seed: number;
  readonly count: number;
  /** Requests under way at a time. */
  readonly lanes: number;
}

/** Their success would end the session that the next inputs need; strangers may ask for them. */
const ENDS_SESSIONS = new Set(['signOut', 'signOutEverywhere', 'endSession', 'switchMembership']);

const gaveData = (answer: Received): boolean =>
  Object.values(dataOf(answer) ?? {}).some((value) => value !== null);

/** Who asks, and what must not be in the answer. */
interface Asker {
  readonly name: string;
  readonly cookie: string | null;
  readonly closedWords: readonly string[];
  readonly closedIds: readonly string[];
  readonly ids: readonly unknown[];
}

/** Inputs made from the schema, each from the seed and its number alone. */
export class Fuzz {
  private readonly operations: readonly (readonly [Kind, Operation])[];
  private readonly askers: readonly Asker[];

  constructor(
    private readonly server: Server,
    schema: GraphQLSchema,
    { rows, insiders, outsiders }: Tenants,
    private readonly ledger: Ledger,
  ) {
    this.operations = operationsIn(schema);
    const { draft, ...shared } = rows;
    // A town that sends its draft shows it to the hub, and may: nobody but foreigners gets hold of its id.
    const pool = (own: Readonly<Record<string, string | undefined>>) => [
      ...IDS,
      ...Object.values(own),
      ...Object.values(own),
    ];
    const asker = (
      { name, caller, closed }: Person,
      ids: readonly unknown[],
      closedIds: readonly string[],
    ) => ({
      name,
      cookie: caller.cookie,
      closedWords: closed.map((circle) => CANARY[circle]),
      closedIds,
      ids,
    });
    const abroad = Object.values(rows);
    this.askers = [
      ...Object.values(insiders).map((person) => asker(person, pool(shared), [])),
      ...Object.values(outsiders).map((person) =>
        asker(person, pool({ ...shared, draft }), /^ehime|^operator$/.test(person.name) ? abroad : []),
      ),
      {
        name: 'nobody',
        cookie: null,
        closedWords: Object.values(CANARY),
        closedIds: abroad,
        ids: pool(rows),
      },
    ];
  }

  async run(
    { seed, count, lanes }: FuzzOptions,
    onProgress: (done: number) => void = () => {},
  ): Promise<void> {
    let next = 0;
    const lane = async (): Promise<void> => {
      for (let number = next++; number < count; number = next++) {
        await this.try(seed, number);
        if (number % 5_000 === 4_999) onProgress(number + 1);
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }

  private async try(seed: number, number: number): Promise<void> {
    const random = seededRandom(Math.imul(seed, 1_000_003) + number);
    const asker = new Mischief(random, []).pick(this.askers);
    const mischief = new Mischief(random, asker.ids);
    const { group, operation, sent } = this.input(mischief, asker);
    let answer: Received;
    try {
      answer = await this.server.send(sent);
    } catch (error) {
      const message = `no answer: ${String(error)}`;
      return this.ledger.note(group, `--seed ${seed}, input ${number}, ${operation}`, 0, [message]);
    }
    const faults = [...faultsOf(answer), ...this.leaks(answer, sent, asker)];
    const what = `--seed ${seed}, input ${number}, ${operation} as ${asker.name}`;
    this.ledger.note(group, what, answer.ms, faults, gaveData(answer));
  }

  private leaks(
    { text, headers }: Received,
    { body = '' }: Sent,
    { closedWords, closedIds }: Asker,
  ): string[] {
    const all = `${text}${JSON.stringify(headers)}`;
    return [
      ...closedWords.filter((word) => all.includes(word)).map((word) => `shows ${word}`),
      ...closedIds.filter((id) => all.includes(id) && !body.includes(id)).map((id) => `shows the id ${id}`),
    ];
  }

  private input(mischief: Mischief, asker: Asker): { group: string; operation: string; sent: Sent } {
    const open =
      asker.cookie === null
        ? this.operations
        : this.operations.filter(([, one]) => !ENDS_SESSIONS.has(one.name));
    const [kind, operation] = mischief.pick(open);
    const variables =
      mischief.chance(3) || operation.args.length === 0
        ? mischief.wild(operation)
        : mischief.spoiled(operation);
    const headers = {
      'content-type': 'application/json',
      'accept-language': mischief.pick(['ja', 'en', '', 'xx;q=9']),
      ...(asker.cookie && { cookie: asker.cookie }),
    };
    const made = (group: string, query: string, body = JSON.stringify({ query, variables })) => ({
      group: `fuzz: ${group}`,
      operation: operation.name,
      sent: { headers, body },
    });
    const usual = () => documentOf(kind, operation, 1 + Number(mischief.chance(2)));
    switch (
      mischief.pick(['arguments', 'arguments', 'arguments', 'documents', 'documents', 'syntax', 'bodies'])
    ) {
      case 'documents':
        return made('documents', mischief.document(kind, operation));
      case 'syntax':
        return made('syntax', mischief.mangled(mischief.document(kind, operation)));
      case 'bodies':
        return made('bodies', '', mischief.mangled(JSON.stringify({ query: usual(), variables })));
      default:
        return made('arguments', usual());
    }
  }
}
