import { type Actor, Clock, type HubStaff, parseInput, permit, plays, text } from '@banso/kernel';
import { Db, requireSeen } from '@banso/platform';
import { z } from 'zod';
import { HubContact, townsContactOf } from './hub-contact.entity.js';

const schema = z.object({
  section: text(60),
  person: text(60, 0),
  // As it is dialled: digits, and what stands between them.
  phone: text(40).refine((phone) => /^[+0-9()\-\s]+(内線\s?\d+)?$/u.test(phone.normalize('NFKC')), {
    params: { rule: 'phone' },
  }),
  hours: text(60, 0),
  /** The version that the writer started from; 0 where there was none. */
  seen: z.string().nullish(),
});

/** The hub says how it is reached. */
const mayBeSaidBy = (actor: Actor): actor is HubStaff => plays(actor, 'HUB_COORDINATOR');

/** Whom the towns of a prefecture call. */
export class HubContactService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Null: nobody has said it yet. */
  find(actor: Actor): Promise<HubContact | null> {
    const { prefectureId } = actor;
    if (prefectureId === null) return Promise.resolve(null);
    return this.db.read(actor, (tx) => tx.findOneBy(HubContact, { prefectureId, kind: 'TOWNS' }));
  }

  set(actor: Actor, input: unknown): Promise<HubContact> {
    return this.db.write(actor, async (tx) => {
      permit(mayBeSaidBy(actor));
      const { seen: version, ...content } = parseInput(schema, input);
      const { prefectureId } = actor;
      await requireSeen(tx, actor, {
        entity: HubContact,
        id: townsContactOf(prefectureId),
        version,
        properties: ['section', 'person', 'phone', 'hours'],
      });
      const contact = HubContact.of(prefectureId, content, actor, this.clock.now());
      await tx.upsert(HubContact, contact, ['prefectureId', 'kind']);
      return contact;
    });
  }
}
