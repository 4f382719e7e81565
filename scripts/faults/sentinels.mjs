/** A Redis, its replica, and three sentinels that choose who is master: all of them the one program of Redis. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { inData } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';
import { startRedis } from '../lib/redis.mjs';

const NAME = 'banso';

/** @typedef {Awaited<ReturnType<typeof startRedis>>} Redis */

export class Sentinels {
  /**
   * @param {Redis[]} servers
   * @param {Redis[]} sentinels
   */
  constructor(servers, sentinels) {
    this.servers = servers;
    this.sentinels = sentinels;
  }

  static async open() {
    const master = await startRedis();
    const replica = await startRedis({ more: ['--replicaof', '127.0.0.1', String(master.port)] });
    mkdirSync(inData('faults'), { recursive: true });
    const sentinels = [];
    for (let i = 0; i < 3; i += 1) {
      const port = await freePort();
      const file = inData('faults', `sentinel-${i}.conf`);
      writeFileSync(
        file,
        [
          `port ${port}`,
          'bind 127.0.0.1',
          `sentinel monitor ${NAME} 127.0.0.1 ${master.port} 2`,
          `sentinel down-after-milliseconds ${NAME} 2000`,
          `sentinel failover-timeout ${NAME} 6000`,
        ].join('\n'),
      );
      sentinels.push(await startRedis({ port, sentinel: file }));
    }
    return new Sentinels([master, replica], sentinels);
  }

  get environment() {
    return {
      REDIS_SENTINELS: this.sentinels.map(({ port }) => `127.0.0.1:${port}`).join(','),
      REDIS_SENTINEL_NAME: NAME,
    };
  }

  /** @returns {Promise<number>} its port */
  master() {
    return new Promise((resolve, reject) => {
      const socket = connect(this.sentinels[0]?.port ?? 0, '127.0.0.1', () =>
        socket.write(`SENTINEL get-master-addr-by-name ${NAME}\r\n`),
      );
      socket.once('error', reject);
      socket.once('data', (data) => {
        socket.destroy();
        resolve(Number(data.toString().trim().split('\r\n').at(-1)));
      });
    });
  }

  async killMaster() {
    const port = await this.master();
    await this.servers.find((server) => server.port === port)?.kill();
  }

  /** What was killed comes back, as a replica of whoever is master now. */
  async revive(port = 0) {
    const more = ['--replicaof', '127.0.0.1', String(await this.master())];
    const back = await startRedis({ port, more });
    this.servers = this.servers.map((server) => (server.port === port ? back : server));
  }

  async close() {
    await Promise.all([...this.servers, ...this.sentinels].map((server) => server.stop()));
  }
}
