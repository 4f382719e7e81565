import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

export interface Letter {
  /** Stays the same however often the mail goes out: receivers drop the second one. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** A page on which mail can be stopped; nothing happens by opening it. */
  readonly stopPage: string | null;
}

/** How the server did not take a mail: what it answered, and at which word. */
export class NotTaken extends Error {
  constructor(
    /** `550 5.1.1`; null when it did not answer. */
    readonly answer: string | null,
    readonly permanent: boolean,
    /** It is this address that does not work, and not the mail or the sender. */
    readonly ofAddress: boolean,
    /** The connection was lost or never made. */
    readonly away: boolean,
  ) {
    super(answer ?? 'The mail server did not answer');
  }
}

const CONNECT_MS = 10_000;
const SILENT_MS = 30_000;
/** One mail, from the greeting to the answer: less than a lease. */
const LONGEST_MS = 60_000;

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

export const messageId = (id: string, from: string): string => `<${id}@${domainOf(from)}>`;

/** The mail as it stands on the wire: plain text alone. Lines and headers cannot be broken open: the library folds and encodes. */
export function lettered({ id, to, subject, text, stopPage }: Letter, from: string): Promise<Buffer> {
  return new MailComposer({
    from: { name: 'Banso', address: from },
    to: { name: '', address: to },
    subject,
    text,
    textEncoding: 'base64',
    messageId: messageId(id, from),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(stopPage && { 'List-Unsubscribe': `<${stopPage}>` }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

/** One connection to the mail server, kept for the next mail. The only user of the library. */
export class MailDoor {
  private connection: SMTPConnection | null = null;

  constructor(
    private readonly url: string,
    private readonly from: string,
  ) {}

  /**
   * Hands a mail over. `beforeDot` is awaited when everything has been sent but the dot that ends it: until then the
   * server takes nothing, and if it fails the server never does.
   * @throws NotTaken
   */
  async send(letter: Letter, beforeDot: () => Promise<void>): Promise<void> {
    const message = await lettered(letter, this.from);
    const { connection, kept } = await this.open();
    let reached = false;
    try {
      await this.within(connection, (done) => {
        const untilDot = async function* () {
          yield message;
          reached = true;
          try {
            await beforeDot();
          } catch (error) {
            // Closed before the dot: the server throws away what it has.
            connection.close();
            done(error);
            throw error;
          }
        };
        const stream = Readable.from(untilDot());
        connection.send({ from: this.from, to: letter.to }, stream, (error) =>
          done(error && refusalOf(error)),
        );
      });
    } catch (error) {
      this.close();
      // A connection that was kept may have been closed by the server meanwhile: that says nothing about the mail.
      if (kept && !reached && error instanceof NotTaken && error.away) return this.send(letter, beforeDot);
      throw error;
    }
  }

  close(): void {
    this.connection?.close();
    this.connection = null;
  }

  private async open(): Promise<{ connection: SMTPConnection; kept: boolean }> {
    const kept = this.connection;
    if (kept && !kept.destroyed) return { connection: kept, kept: true };
    const connection = new SMTPConnection(optionsOf(this.url));
    // What breaks while a mail is under way is told to that mail; between two mails it means nothing.
    connection.on('error', () => {});
    connection.once('end', () => {
      if (this.connection === connection) this.connection = null;
    });
    this.connection = connection;
    try {
      await this.within(connection, (done) => {
        connection.once('error', (error) => done(refusalOf(error)));
        connection.connect((error) => done(error ? refusalOf(error) : null));
      });
      const { username, password } = new URL(this.url);
      if (username)
        await this.within(connection, (done) =>
          connection.login(
            { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
            (error) => done(error && refusalOf(error)),
          ),
        );
    } catch (error) {
      this.close();
      throw error;
    }
    return { connection, kept: false };
  }

  private async within(
    connection: SMTPConnection,
    work: (done: (error: unknown) => void) => void,
  ): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        timer = setTimeout(() => {
          connection.close();
          reject(new NotTaken(null, false, false, true));
        }, LONGEST_MS);
        work((error) => (error ? reject(error) : resolve()));
      });
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Encrypted wherever there is a password to keep, except on this machine; elsewhere as soon as the server can. */
function optionsOf(url: string): SMTPConnection.Options {
  const { protocol, hostname, port, username } = new URL(url);
  const secure = protocol === 'smtps:';
  const near = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (secure ? 465 : 25)),
    secure,
    requireTLS: !secure && username !== '' && !near,
    // On this machine nobody listens in, and certificates are for other names.
    ignoreTLS: !secure && near,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENT_MS,
  };
}

/** Codes that speak of the address: no such mailbox, no such domain, moved, full or closed for good. */
const OF_ADDRESS = /^5\.[12]\./;

/** What the library puts on an error when the server has answered. */
interface Answered {
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
}

function refusalOf(error: unknown): NotTaken {
  if (error instanceof NotTaken) return error;
  const { responseCode, response, command }: Answered = Object(error);
  if (!responseCode) return new NotTaken(null, false, false, true);
  const enhanced = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1] ?? '';
  const answer = `${responseCode} ${enhanced}`.trim();
  const ofMail = command === 'RCPT TO' || command === 'DATA';
  const permanent = ofMail && responseCode >= 500;
  // Policy (5.7.x) and syntax (5.5.x, 5.6.x) are about the sender or the mail.
  const ofAddress = permanent && (enhanced === '' ? command === 'RCPT TO' : OF_ADDRESS.test(enhanced));
  return new NotTaken(answer, permanent, ofAddress, false);
}
