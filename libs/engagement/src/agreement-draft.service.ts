import { type Actor, type Change, Clock, permit } from '@banso/kernel';
import { Db, nextNumber, requireSeen } from '@banso/platform';
import { Agreement } from './agreement.entity.js';
import { parseAgreement, parseReason } from './agreement-input.js';
import { agreementMay } from './agreement.policy.js';
import { saveAgreement, takeAgreement } from './agreement.queries.js';
import { knownParties, writeParts } from './agreement-writing.js';

/** What a rewriting may write over; one number stands for parties and articles too. */
const CONTENT = [
  'title',
  'kind',
  'startsOn',
  'endsOn',
  'monthlyDays',
  'monthlyRule',
  'noticeDays',
  'duties',
  'confidentiality',
  'remainderPartyId',
  'revision',
] as const;

/** An agreement until it is signed: its words, and the talk about them. */
export class AgreementDraftService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  draft(actor: Actor, input: unknown): Promise<Agreement> {
    return this.db.write(actor, async (tx) => {
      permit(agreementMay.draft(actor));
      const content = parseAgreement(input);
      const parties = await knownParties(tx, actor, content.parties);
      const prefectureId = actor.prefectureId ?? '';
      const number = await nextNumber(tx, 'K', { prefectureId, today: this.clock.today() });
      const agreement = Agreement.draft({ prefectureId, number }, content.facts, {
        actor,
        at: this.clock.now(),
      });
      await saveAgreement(tx, agreement);
      await writeParts(tx, agreement, content, parties);
      return agreement;
    });
  }

  /** `version`: what the writer started from. */
  revise(actor: Actor, id: string, input: unknown, version?: string | null): Promise<Agreement> {
    return this.db.write(actor, async (tx) => {
      const agreement = await takeAgreement(tx, actor, id, this.moment());
      permit(agreementMay.prepare(actor, agreement));
      await requireSeen(tx, actor, {
        entity: Agreement,
        id: agreement.id,
        version,
        properties: CONTENT,
      });
      const content = parseAgreement(input);
      const parties = await knownParties(tx, actor, content.parties);
      agreement.revise(content.facts);
      await saveAgreement(tx, agreement);
      await writeParts(tx, agreement, content, parties);
      return agreement;
    });
  }

  consult(actor: Actor, id: string): Promise<Agreement> {
    return this.step(actor, id, (agreement, change) => agreement.consult(change));
  }

  returnToDraft(actor: Actor, id: string, reason: string): Promise<Agreement> {
    return this.step(actor, id, (agreement, change) =>
      agreement.returnToDraft({ ...change, reason: parseReason(reason) }),
    );
  }

  withdraw(actor: Actor, id: string, reason: string): Promise<Agreement> {
    return this.step(actor, id, (agreement, change) =>
      agreement.withdraw({ ...change, reason: parseReason(reason) }),
    );
  }

  private step(
    actor: Actor,
    id: string,
    turn: (agreement: Agreement, change: Change) => void,
  ): Promise<Agreement> {
    return this.db.write(actor, async (tx) => {
      const agreement = await takeAgreement(tx, actor, id, this.moment());
      permit(agreementMay.prepare(actor, agreement));
      turn(agreement, { actor, at: this.clock.now() });
      await saveAgreement(tx, agreement);
      return agreement;
    });
  }

  private moment() {
    return { today: this.clock.today(), at: this.clock.now() };
  }
}
