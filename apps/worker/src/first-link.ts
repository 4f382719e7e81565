import type { IssuedInvitation } from '@banso/directory';
import { createDataSource, Db, duringOperation, readConfig, type Tx } from '@banso/platform';
import { ENTITIES } from './entities.js';

/** Whoever can give commands on the server, as the links that they make name them. */
export const AT_THE_SERVER = { accountId: null, name: '運用担当' } as const;

interface Made extends Pick<IssuedInvitation, 'token'> {
  /** What the link does, in two languages. */
  readonly ja: string;
  readonly en: string;
}

interface LinkCommand {
  /** As the log names what is done. */
  readonly operation: string;
  readonly prefectureId: string | null;
  /** Where people reach the platform; its port on this machine unless it is said. */
  readonly url: string | undefined;
  readonly make: (tx: Tx) => Promise<Made>;
}

const say = (ja: string, en: string): void => void process.stdout.write(`${ja}\n  ${en}\n`);

const address = (given: string | undefined, port: number): string =>
  (given ?? `http://localhost:${port}`).replace(/\/+$/, '');

/** Makes a link without anybody who invites, and prints it. */
export async function printFirstLink({ operation, prefectureId, url, make }: LinkCommand): Promise<void> {
  const config = readConfig();
  const dataSource = createDataSource({
    url: config.DATABASE_URL,
    pool: 2,
    entities: ENTITIES,
    onPoolError: () => {},
  });
  const db = new Db(await dataSource.initialize());
  try {
    const { ja, en, token } = await duringOperation(operation, () => db.system(prefectureId, make));
    say(ja, en);
    process.stdout.write(`${address(url, config.PORT)}/invitation#${token}\n`);
  } finally {
    await dataSource.destroy();
  }
}

/** Says that there is no link, and why. */
export function sayNoLink(text: string): void {
  say(`✗ 招待を作れませんでした: ${text}`, `No invitation was made: ${text}`);
  process.exitCode = 1;
}
