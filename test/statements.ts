import pg, { type Client } from 'pg';

/** Runs `work` and counts the SQL statements that this process sends meanwhile. */
export async function countingStatements<T>(work: () => Promise<T>): Promise<{ answer: T; count: number }> {
  const { prototype } = pg.Client;
  const original = prototype.query;
  let count = 0;
  prototype.query = function (this: InstanceType<typeof Client>, ...args: unknown[]) {
    count++;
    return Reflect.apply(original, this, args);
  } as typeof original;
  try {
    return { answer: await work(), count };
  } finally {
    prototype.query = original;
  }
}
