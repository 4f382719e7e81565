import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What the catcher was given: the mail as it came, and to whom it was addressed. */
export interface Caught {
  readonly to: string;
  readonly raw: Buffer;
}

/** How the catcher refuses: at the recipient, or after the mail. */
export interface Refusal {
  readonly at: 'RCPT' | 'DATA';
  readonly code: number;
  readonly message: string;
}

/** A real mail server on this machine that keeps every mail it is given, and refuses what a test tells it to. */
export class MailCatcher {
  readonly caught: Caught[] = [];
  /** By address; null: taken. */
  refuse: (to: string) => Refusal | null = () => null;
  /** Called after a mail was taken and before the server says so. */
  beforeAnswer: () => Promise<void> = () => Promise.resolve();
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      onRcptTo: ({ address }, _, answer) => answer(this.refusal(address, 'RCPT')),
      onData: (stream, session, answer) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address).join();
          const refused = this.refusal(to, 'DATA');
          if (refused) return answer(refused);
          this.caught.push({ to, raw: Buffer.concat(chunks) });
          void this.beforeAnswer().then(() => answer());
        });
      },
    });
    // A client that is gone in the middle is what some tests are about.
    this.server.on('error', () => {});
  }

  static async open(): Promise<MailCatcher> {
    const catcher = new MailCatcher();
    await new Promise<void>((resolve) => catcher.server.listen(0, '127.0.0.1', () => resolve()));
    return catcher;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** The mails as other software reads them. */
  read(): Promise<Email[]> {
    return Promise.all(this.caught.map(({ raw }) => PostalMime.parse(raw)));
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private refusal(to: string, at: Refusal['at']): Error | null {
    const refused = this.refuse(to);
    if (refused?.at !== at) return null;
    return Object.assign(new Error(refused.message), { responseCode: refused.code });
  }
}
