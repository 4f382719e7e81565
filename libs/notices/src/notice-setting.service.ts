import { randomUUID } from 'node:crypto';
import { type Actor, badInput, type Clock, DomainError, parseInput } from '@banso/kernel';
import { beyondOwnRows, type Db, type Tx } from '@banso/platform';
import { z } from 'zod';
import { codeOf } from './mail/composing.js';
import { isNoticeKind, NOTICE_KIND_NAMES, type NoticeKind, ruleOf } from './notice-kinds.js';
import { CODE_TRIES, NETWORKS, NoticeSetting } from './notice-setting.entity.js';
import { LANGUAGES } from './notice-words.js';

/** Codes that one person may ask for in an hour. */
const CODES_AN_HOUR = 5;

const wishes = z.object({
  language: z.enum(LANGUAGES),
  network: z.enum(NETWORKS).nullable(),
  digest: z.boolean(),
  digestMinute: z.int().min(0).max(1439),
  stopped: z.array(z.string()).max(200),
});
export type NoticeWishes = z.input<typeof wishes>;

const addressInput = z.object({
  address: z
    .string()
    .transform((typed) => typed.normalize('NFKC').trim())
    .pipe(z.email({ error: () => undefined }).max(254)),
});

/** Why nothing arrives at somebody's address. */
export interface AddressTrouble {
  readonly reason: 'REFUSED' | 'BOUNCED';
  readonly answer: string;
  readonly at: Date;
}

export interface OwnNotices {
  readonly setting: NoticeSetting;
  readonly trouble: AddressTrouble | null;
  /** Whether this installation sends mail at all. */
  readonly mail: boolean;
}

/** How somebody wants to be told: everybody for themselves. */
export class NoticeSettingService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly mail: boolean,
  ) {}

  get(actor: Actor): Promise<OwnNotices> {
    return this.db.read(actor, (tx) => this.shown(tx, actor));
  }

  async set(actor: Actor, input: NoticeWishes): Promise<OwnNotices> {
    const { stopped, ...wish } = parseInput(wishes, input);
    const kinds = [...new Set(stopped)].filter(isNoticeKind);
    const bound = kinds.filter((kind) => !mayStopAs(actor, kind));
    if (bound.length > 0) throw new DomainError('FORBIDDEN', 'notice.must-stay');
    return this.db.write(actor, async (tx) => {
      const setting = await takeSetting(tx, actor);
      // Whoever has another seat as well chose there what is not shown here.
      const elsewhere = setting.stopped.filter(
        (kind) => !isToldTo(actor, kind) && !kinds.some((one) => one === kind),
      );
      Object.assign(setting, wish, { stopped: [...elsewhere, ...kinds] });
      await tx.save(NoticeSetting, setting);
      return this.shown(tx, actor);
    });
  }

  /** Sends a code to the address; until it has been entered nothing else goes there. */
  async giveAddress(actor: Actor, typed: string): Promise<OwnNotices> {
    if (!this.mail) throw new DomainError('INVALID_STATE', 'mail.off');
    const parsed = addressInput.safeParse({ address: typed });
    if (!parsed.success) throw badInput({ path: 'mailAddress', rule: 'mail-address' });
    return this.db.write(actor, async (tx) => {
      const setting = await takeSetting(tx, actor);
      setting.address = parsed.data.address;
      setting.confirmedAt = null;
      setting.codeTries = 0;
      setting.codeMailId = randomUUID();
      await beyondOwnRows(tx, () => this.sendCode(tx, actor, setting.codeMailId ?? ''));
      await tx.save(NoticeSetting, setting);
      return this.shown(tx, actor);
    });
  }

  removeAddress(actor: Actor): Promise<OwnNotices> {
    return this.db.write(actor, async (tx) => {
      const setting = await takeSetting(tx, actor);
      Object.assign(setting, { address: null, confirmedAt: null, codeMailId: null, codeTries: 0 });
      await tx.save(NoticeSetting, setting);
      return this.shown(tx, actor);
    });
  }

  /** A wrong code counts; after a few of them a new one has to be sent. */
  async confirmAddress(actor: Actor, code: string): Promise<OwnNotices> {
    const outcome = await this.db.write(actor, async (tx) => {
      const setting = await takeSetting(tx, actor);
      const { codeMailId, confirmedAt } = setting;
      if (confirmedAt !== null) return 'right';
      if (codeMailId === null || setting.codeTries >= CODE_TRIES) return 'spent';
      const right = code.normalize('NFKC').replaceAll(/\D/g, '') === codeOf(codeMailId);
      if (right) setting.confirmedAt = this.clock.now();
      else setting.codeTries += 1;
      await tx.save(NoticeSetting, setting);
      return right ? 'right' : 'wrong';
    });
    if (outcome !== 'right')
      throw new DomainError('INVALID_STATE', outcome === 'wrong' ? 'mail.code-wrong' : 'mail.code-spent');
    return this.get(actor);
  }

  private async sendCode(tx: Tx, actor: Actor, mailId: string): Promise<void> {
    const [recent]: { n: number }[] = await tx.query(
      `SELECT count(*)::int AS n FROM mail WHERE account_id = $1 AND purpose = 'CONFIRM' AND queued_at > now() - interval '1 hour'`,
      [actor.accountId],
    );
    if ((recent?.n ?? 0) >= CODES_AN_HOUR) throw new DomainError('INVALID_STATE', 'mail.too-many-codes');
    await tx.query(
      `INSERT INTO mail (id, prefecture_id, account_id, purpose) VALUES ($1, $2, $3, 'CONFIRM')`,
      [mailId, actor.prefectureId, actor.accountId],
    );
  }

  private async shown(tx: Tx, actor: Actor): Promise<OwnNotices> {
    const accountId = actor.accountId ?? '';
    const setting = (await tx.findOneBy(NoticeSetting, { accountId })) ?? NoticeSetting.unchosen(accountId);
    const trouble = setting.address
      ? await beyondOwnRows(tx, () => troubleOf(tx, setting.address ?? ''))
      : null;
    return { setting, trouble, mail: this.mail };
  }
}

async function troubleOf(tx: Tx, address: string): Promise<AddressTrouble | null> {
  const [found]: AddressTrouble[] = await tx.query(
    'SELECT reason, answer, at FROM mail_suppression WHERE lower(address) = lower($1) AND lifted_at IS NULL',
    [address],
  );
  return found ?? null;
}

/** The own row, locked; made where nothing has been chosen yet. */
async function takeSetting(tx: Tx, actor: Actor): Promise<NoticeSetting> {
  const accountId = actor.accountId ?? '';
  const { language, digest, digestMinute } = NoticeSetting.unchosen(accountId);
  await tx.query(
    `INSERT INTO notice_setting (account_id, language, digest, digest_minute, stopped) VALUES ($1, $2, $3, $4, '{}')
     ON CONFLICT (account_id) DO NOTHING`,
    [accountId, language, digest, digestMinute],
  );
  return tx.findOneOrFail(NoticeSetting, { where: { accountId }, lock: { mode: 'pessimistic_write' } });
}

const mayStopAs = (actor: Actor, kind: NoticeKind): boolean =>
  ruleOf(kind).mayStop.some((role) => role === actor.role);

const isToldTo = (actor: Actor, kind: string): boolean =>
  isNoticeKind(kind) && ruleOf(kind).toldTo.some((role) => role === actor.role);

/** The kinds that reach people of the actor's role, in their order, with whether the actor may stop mail of each. */
export const kindsFor = (actor: Actor): readonly { readonly kind: NoticeKind; readonly mayStop: boolean }[] =>
  NOTICE_KIND_NAMES.filter((kind) => isToldTo(actor, kind)).map((kind) => ({
    kind,
    mayStop: mayStopAs(actor, kind),
  }));
