/** A cable between two programs that can be cut, or swallow what is sent: TCP in, TCP out. */
import { connect, createServer } from 'node:net';

/**
 * @typedef {object} Line
 * @property {number} port
 * @property {() => void} cut ends every connection in the middle of whatever it carries
 * @property {(swallows: boolean) => void} swallow while so, nothing comes through and nobody is told
 * @property {() => void} close
 */

/**
 * @param {number} target port on this machine
 * @returns {Promise<Line>}
 */
export async function openLine(target) {
  /** @type {Set<[import('node:net').Socket, import('node:net').Socket]>} */
  const pairs = new Set();
  let swallows = false;

  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    /** @type {[import('node:net').Socket, import('node:net').Socket]} */
    const pair = [near, far];
    pairs.add(pair);
    // What the one sends goes to the other; what was sent while the line swallowed is gone for good.
    let lost = false;
    const carry = (
      /** @type {import('node:net').Socket} */ from,
      /** @type {import('node:net').Socket} */ to,
    ) =>
      from.on('data', (bytes) => {
        if (swallows) lost = true;
        // With a hole in the stream it must not go on: as a NAT that forgot the connection.
        if (!lost) to.write(bytes);
      });
    carry(near, far);
    carry(far, near);
    const end = () => {
      pairs.delete(pair);
      // While it swallows, not even the end of the other side gets through.
      if (swallows) return;
      near.destroy();
      far.destroy();
    };
    for (const socket of pair) socket.on('error', end).on('close', end).setNoDelay(true);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();

  const cut = () => {
    for (const [near, far] of pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
    pairs.clear();
  };
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cut,
    swallow(now) {
      swallows = now;
    },
    close() {
      server.close();
      cut();
    },
  };
}
