import { randomUUID } from 'node:crypto';
import { SavedView } from '@banso/directory';
import { type HubStaff } from '@banso/kernel';
import { NoticeSetting, notify, spread } from '@banso/notices';
import type { Db } from '@banso/platform';
import { codeOf } from '../libs/notices/src/mail/composing.js';
import type { Granted } from './wishes.js';

const ADDRESS = 'hub@example.lg.jp';

/** Notices of somebody of the hub, and an address in whatever state a change needs. */
export class NoticeWishes {
  constructor(
    private readonly db: Db,
    private readonly hub: HubStaff,
  ) {}

  readonly makers: Readonly<Record<string, () => Promise<Granted>>> = {
    markInboxItems: async () => this.granted({ ids: [await this.told()] }),
    setNoticeSettings: async () => this.granted({}),
    giveMailAddress: async () => this.granted({}),
    removeMailAddress: async () => this.granted({}),
    confirmMailAddress: async () => this.granted({ mailCode: await this.sentCode() }),
    chooseView: async () => this.granted({}),
    saveView: async () => this.granted({}),
    changeSavedView: async () => this.granted({ id: await this.view() }),
    removeSavedView: async () => this.granted({ id: await this.view() }),
    liftMailSuppression: async () => this.granted({ id: await this.suppressed() }),
  };

  private async view(): Promise<string> {
    const { accountId, role } = this.hub;
    const list = { path: '/visits', query: '', name: randomUUID(), isDefault: false };
    const view = SavedView.of({ accountId, role }, list, new Date());
    await this.db.system(null, (tx) => tx.save(SavedView, view));
    return view.id;
  }

  private granted = (args: Record<string, unknown>): Granted => ({ by: 'hub', args });

  private async told(): Promise<string> {
    const { hub } = this;
    const key = randomUUID();
    const now = new Date();
    await this.db.write(hub, (tx) =>
      notify(
        tx,
        { actor: hub, at: now },
        { kind: 'PLAN_RUN_DONE', about: { type: 'PLANNING_RUN', id: key }, to: hub, facts: {}, key },
      ),
    );
    return this.db.system('34', async (tx) => {
      const [notice] = await tx.query<{ id: string }[]>('SELECT id FROM notice WHERE key = $1', [key]);
      const [item] = await spread(tx, notice?.id ?? '', { now, mail: false });
      return item?.id ?? '';
    });
  }

  private async chosen(more: Partial<NoticeSetting>): Promise<void> {
    const setting = Object.assign(NoticeSetting.unchosen(this.hub.accountId), { address: ADDRESS, ...more });
    await this.db.system(null, (tx) => tx.save(NoticeSetting, setting));
  }

  private async sentCode(): Promise<string> {
    const codeMailId = randomUUID();
    await this.chosen({ codeMailId });
    return codeOf(codeMailId);
  }

  private async suppressed(): Promise<string> {
    await this.chosen({ confirmedAt: new Date() });
    const [row] = await this.db.system(null, (tx) =>
      tx.query<{ id: string }[]>(
        `INSERT INTO mail_suppression (id, address, reason, answer) VALUES (gen_random_uuid(), $1, 'REFUSED', '550 5.1.1') RETURNING id`,
        [ADDRESS],
      ),
    );
    return row?.id ?? '';
  }
}
