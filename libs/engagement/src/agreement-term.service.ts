import { type Actor, badInput, type Change, Clock, daysBetween, type LocalDate, permit } from '@banso/kernel';
import { noticesSettled, notify } from '@banso/notices';
import { Db, type Tx } from '@banso/platform';
import type { Agreement, TermDecision } from './agreement.entity.js';
import { LONGEST_TERM_DAYS, parseDecision, parseReason } from './agreement-input.js';
import { agreementMay } from './agreement.policy.js';
import {
  agreementPartiesOf,
  untoldAgreements,
  overtakenAgreements,
  saveAgreement,
  takeAgreement,
} from './agreement.queries.js';
import { writeTerm } from './agreement-writing.js';

type May = (actor: Actor, agreement: Agreement) => boolean;
type Turn = (agreement: Agreement, change: Change, tx: Tx) => void | Promise<void>;

/** From the signature to the last day: 締結, 延長協議, 延長, 満了, 解約. */
export class AgreementTermService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** `concludedOn`: the day of the signatures, today or before. */
  conclude(actor: Actor, id: string, concludedOn: LocalDate): Promise<Agreement> {
    return this.turn(actor, id, agreementMay.decide, async (agreement, change, tx) => {
      this.assertDecided('concludedOn', concludedOn);
      agreement.conclude(this.clock.today(), change);
      await writeTerm(tx, agreement, { kind: 'ORIGINAL', decidedOn: concludedOn, reason: null });
    });
  }

  consultExtension(actor: Actor, id: string): Promise<Agreement> {
    return this.turn(actor, id, agreementMay.prepare, (agreement, change) =>
      agreement.consultExtension(change),
    );
  }

  extend(actor: Actor, id: string, input: TermDecision & { readonly reason: string }): Promise<Agreement> {
    return this.turn(actor, id, agreementMay.decide, async (agreement, change, tx) => {
      const { reason, ...decision } = parseDecision(input);
      this.assertDecided('decidedOn', decision.decidedOn);
      if (daysBetween(agreement.startsOn, decision.endsOn) >= LONGEST_TERM_DAYS)
        throw badInput({ path: 'endsOn', rule: 'period-too-long', facts: { max: LONGEST_TERM_DAYS } });
      agreement.extend(decision, { ...change, reason });
      await writeTerm(tx, agreement, { kind: 'EXTENSION', decidedOn: decision.decidedOn, reason });
    });
  }

  /** The term runs out; nothing asks for it any more. */
  declineExtension(actor: Actor, id: string, reason: string): Promise<Agreement> {
    return this.turn(actor, id, agreementMay.decide, (agreement, change) =>
      agreement.declineExtension(this.clock.today(), { ...change, reason: parseReason(reason) }),
    );
  }

  endEarly(actor: Actor, id: string, input: TermDecision & { readonly reason: string }): Promise<Agreement> {
    return this.turn(actor, id, agreementMay.decide, async (agreement, change, tx) => {
      const { reason, ...decision } = parseDecision(input);
      this.assertDecided('decidedOn', decision.decidedOn);
      agreement.endEarly(decision, this.clock.today(), { ...change, reason });
      if (agreement.endsEarly)
        await writeTerm(tx, agreement, { kind: 'EARLY_END', decidedOn: decision.decidedOn, reason });
    });
  }

  private turn(actor: Actor, id: string, may: May, turn: Turn): Promise<Agreement> {
    return this.db.write(actor, async (tx) => {
      const at = this.clock.now();
      const agreement = await takeAgreement(tx, actor, id, { today: this.clock.today(), at });
      permit(may(actor, agreement));
      await turn(agreement, { actor, at }, tx);
      await saveAgreement(tx, agreement);
      await noticesSettled(tx, { actor, at }, { type: 'AGREEMENT', id });
      return agreement;
    });
  }

  private assertDecided(path: string, date: LocalDate): void {
    const today = this.clock.today();
    if (date > today) throw badInput({ path, rule: 'not-in-future', facts: { today } });
  }
}

/** Writes down what the calendar has done to agreements of every prefecture since the last look. */
export async function keepAgreementsUp(
  tx: Tx,
  { actor, at, today }: Change & { readonly today: LocalDate },
): Promise<void> {
  for (const agreement of await overtakenAgreements(tx, today)) {
    agreement.keepUp(today, { actor, at });
    await saveAgreement(tx, agreement);
  }
  for (const agreement of await untoldAgreements(tx, today)) await tellOfEnd(tx, agreement, at);
}

/** The hub and the towns that sign it have to talk about how it goes on. */
async function tellOfEnd(tx: Tx, { id, prefectureId, number, endsOn }: Agreement, at: Date): Promise<void> {
  const parties = await agreementPartiesOf(tx, [id]);
  const towns = [...new Set(parties.flatMap(({ municipalityId }) => municipalityId ?? []))];
  for (const to of [
    { hubDuty: 'COORDINATOR' } as const,
    ...towns.map((municipalityId) => ({ municipalityId })),
  ])
    await notify(
      tx,
      { actor: { prefectureId }, at },
      {
        kind: 'AGREEMENT_ENDING',
        about: { type: 'AGREEMENT', id },
        to,
        facts: { number, on: endsOn },
        key: `agreement-ending:${id}:${endsOn}:${Object.values(to).join('')}`,
      },
    );
}
