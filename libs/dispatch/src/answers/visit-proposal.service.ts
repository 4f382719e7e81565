import {
  type Actor,
  addDays,
  badInput,
  Clock,
  DomainError,
  HALVES,
  instantAt,
  localDate,
  type LocalDate,
  parseInput,
  permit,
  text,
} from '@banso/kernel';
import { isWorkingDay } from '@banso/directory';
import { Db, sqlState, type Tx } from '@banso/platform';
import { z } from 'zod';
import { applyChanges } from '../calendar-changes.js';
import { slotFrom } from '../plan-rows.js';
import { type Reckoner, ReckonerHere } from '../reckoner.js';
import { changingCalendar } from '../repair-application.js';
import type { Visit } from '../visit.entity.js';
import { getVisit, saveVisits, takeVisit } from '../visit.queries.js';
import { tellProposed, tellRefused } from './answer-notices.js';
import { givenOf, type OpenSlot, openSlotQuestion, type OpenSlotQuestion, openSlots } from './open-slots.js';
import {
  PROPOSAL_SIDES,
  type ProposalSide,
  type ProposedSlot,
  VisitProposal,
} from './visit-proposal.entity.js';
import { visitProposalMay } from './visit-proposal.policy.js';
import { asThePrefecture, getVisitProposal, takeVisitProposal } from './visit-proposal.queries.js';

/** More than anybody weighs against each other. */
const MOST_SLOTS = 3;
const MOST_HALVES = 6;
/** As far ahead as another day may lie. */
const LAST_DAY = 120;

const note = text(500);
const proposeSchema = z.object({
  /** When the visit would begin: each one of the open slots. */
  startsAt: z.array(z.date()).min(1).max(MOST_SLOTS),
  note: text(500, 0).nullish(),
});
/** Days on which the town's office is open. */
function askSchema(today: LocalDate) {
  const last = addDays(today, LAST_DAY);
  const halfDay = z
    .object({ date: localDate(), half: z.enum(['AM', 'PM']) })
    .refine(({ date }) => date > today, { path: ['date'], params: { rule: 'not-past' } })
    .refine(({ date }) => date <= last, { path: ['date'], params: { rule: 'too-far', last } })
    .superRefine(({ date }, context) => {
      if (date > last || isWorkingDay(date)) return;
      context.addIssue({ code: 'custom', path: ['date'], params: { rule: 'closed-day', date } });
    });
  return z.object({ wished: z.array(halfDay).min(1).max(MOST_HALVES), note });
}

const decideSchema = z.object({
  slot: z
    .int()
    .min(0)
    .max(MOST_HALVES - 1),
  reason: text(500, 0).nullish(),
});

/** What is asked for. */
interface Wish {
  readonly slots: readonly ProposedSlot[];
  readonly note: string | null;
}

/** The calendar waits for it. */
const LOCKED = { first: true };

/** How one proposed slot stands today: null where no hard rule allows it any more. */
export interface JudgedSlot {
  readonly index: number;
  readonly proposed: ProposedSlot;
  readonly open: OpenSlot | null;
}

/** 別の日の提案: whoever goes, or the town, asks for another day of a published visit; the hub decides. */
export class VisitProposalService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reckoner: Reckoner = new ReckonerHere(),
  ) {}

  /** The half-days on which the same specialist could make the visit. */
  async openSlots(actor: Actor, visitId: string): Promise<OpenSlot[]> {
    const question = await this.db.read(actor, async (tx) => {
      const visit = await getVisit(tx, actor, visitId);
      this.assertAhead(visit);
      permit(
        visitProposalMay.decide(actor, visit) ||
          PROPOSAL_SIDES.some((side) => visitProposalMay.propose(actor, visit, side)),
      );
      return this.question(tx, actor, visit);
    });
    const places = await this.reckoner.reckon('openPlaces', givenOf(question));
    return this.db.read(actor, (tx) =>
      asThePrefecture(tx, actor, (by) => openSlots(tx, by, question, places)),
    );
  }

  /** Whoever goes names up to three of the open slots. */
  propose(actor: Actor, visitId: string, input: unknown): Promise<VisitProposal> {
    return this.put(actor, visitId, 'SPECIALIST', async (tx, visit) => {
      const { startsAt, note: words } = parseInput(proposeSchema, input);
      const question = await this.question(tx, actor, visit);
      const places = await this.reckoner.reckon('openPlaces', givenOf(question), LOCKED);
      const open = await asThePrefecture(tx, actor, (by) => openSlots(tx, by, question, places));
      const slots = [...new Set(startsAt.map((at) => at.getTime()))].map((at) => {
        const slot = open.find((one) => one.slot.startsAt.getTime() === at)?.slot;
        if (!slot) throw new DomainError('CONFLICT', 'visit-proposal.slot-taken');
        return { from: slot.startsAt, to: slot.endsAt };
      });
      return { slots, note: words || null };
    });
  }

  /** The town names half-days on which it could receive the visit, and why it asks. */
  ask(actor: Actor, visitId: string, input: unknown): Promise<VisitProposal> {
    return this.put(actor, visitId, 'TOWN', async () => {
      const { wished, note: words } = parseInput(askSchema(this.clock.today()), input);
      const slots = [...new Map(wished.map((one) => [`${one.date} ${one.half}`, one])).values()].map(
        ({ date, half }) => ({
          from: instantAt(date, HALVES[half].start),
          to: instantAt(date, HALVES[half].end),
        }),
      );
      return { slots, note: words };
    });
  }

  withdraw(actor: Actor, id: string): Promise<VisitProposal> {
    return this.db.write(actor, async (tx) => {
      const proposal = await takeVisitProposal(tx, actor, id);
      permit(visitProposalMay.withdraw(actor, proposal));
      proposal.withdraw({ actor, at: this.clock.now() });
      return tx.save(VisitProposal, proposal);
    });
  }

  refuse(actor: Actor, id: string, reason: string): Promise<VisitProposal> {
    return this.db.write(actor, async (tx) => {
      const proposal = await takeVisitProposal(tx, actor, id);
      permit(visitProposalMay.decide(actor, proposal));
      const { reason: why } = parseInput(z.object({ reason: note }), { reason });
      const change = { actor, at: this.clock.now(), reason: why };
      proposal.refuse(change);
      await tx.save(VisitProposal, proposal);
      await tellRefused(tx, await getVisit(tx, actor, proposal.visitId), proposal, change);
      return proposal;
    });
  }

  /** How each slot of a proposal stands today, for those who decide. */
  async judged(actor: Actor, id: string): Promise<JudgedSlot[]> {
    const { proposal, question } = await this.db.read(actor, async (tx) => {
      const found = await getVisitProposal(tx, actor, id);
      permit(actor.role === 'HUB_STAFF');
      const visit = await getVisit(tx, actor, found.visitId);
      const isOpen = found.status === 'OPEN' && visit.isAhead && visit.startsAt > this.clock.now();
      return { proposal: found, question: isOpen ? await this.question(tx, actor, visit) : null };
    });
    const judged: JudgedSlot[] = [];
    for (const [index, proposed] of proposal.spans.entries()) {
      const places = question ? await this.reckoner.reckon('openPlaces', givenOf(question, proposed)) : [];
      const [open] = question
        ? await this.db.read(actor, (tx) => openSlots(tx, actor, question, places.slice(0, 1)))
        : [];
      judged.push({ index, proposed, open: open ?? null });
    }
    return judged;
  }

  /**
   * Moves the visit into one of its slots: a version of the plan of its own, judged by every hard rule under the lock.
   * Whoever proposed it has said that they will come; asked by the town, they answer anew.
   */
  accept(actor: Actor, id: string, input: unknown): Promise<VisitProposal> {
    return changingCalendar(this.db, actor, 'visit-proposal.slot-taken', async (tx, hub) => {
      const { slot: index, reason } = parseInput(decideSchema, input);
      const known = await getVisitProposal(tx, hub, id);
      // The visit first, as everybody else does.
      const visit = await takeVisit(tx, hub, known.visitId);
      const proposal = await takeVisitProposal(tx, hub, id);
      permit(visitProposalMay.decide(hub, proposal));
      const change = { actor: hub, at: this.clock.now(), reason: reason || null };
      const span = proposal.spans[index];
      proposal.assertOpen('ACCEPTED');
      this.assertAhead(visit);
      if (!span) throw badInput({ path: 'slot', rule: 'invalid' });
      const question = await openSlotQuestion(tx, hub, change.at, visit);
      const [place] = await this.reckoner.reckon('openPlaces', givenOf(question, span), LOCKED);
      if (!place) throw new DomainError('CONFLICT', 'visit-proposal.slot-taken');
      const to = slotFrom(question.period, place.visit);
      const publication = await applyChanges(
        tx,
        { publish: [], move: [{ visit, to, pinned: null }], cancel: [] },
        { cause: 'PROPOSAL', runId: null, side: proposal.side, proposalId: proposal.id },
        change,
      );
      if (proposal.side === 'SPECIALIST') {
        visit.accept({ actor: hub, at: change.at });
        await saveVisits(tx, [visit]);
      }
      proposal.accept(index, publication, change);
      return tx.save(VisitProposal, proposal);
    });
  }

  /** Each side has one on the table. */
  private async put(
    actor: Actor,
    visitId: string,
    side: ProposalSide,
    wishOf: (tx: Tx, visit: Visit) => Promise<Wish>,
  ): Promise<VisitProposal> {
    try {
      return await this.db.write(actor, async (tx) => {
        const visit = await takeVisit(tx, actor, visitId);
        permit(visitProposalMay.propose(actor, visit, side));
        this.assertAhead(visit);
        const wish = await wishOf(tx, visit);
        const proposal = VisitProposal.of(visit, { side, ...wish }, { actor, at: this.clock.now() });
        await tx.insert(VisitProposal, proposal);
        await tellProposed(tx, visit, proposal, { actor, at: proposal.madeAt });
        return proposal;
      });
    } catch (error) {
      if (sqlState(error) === '23505') throw new DomainError('CONFLICT', 'visit-proposal.already-open');
      throw error;
    }
  }

  /** The rules of a day take the whole calendar; only slots of the asker's own visit come back. */
  private question(tx: Tx, actor: Actor, visit: Visit): Promise<OpenSlotQuestion> {
    return asThePrefecture(tx, actor, (by) => openSlotQuestion(tx, by, this.clock.now(), visit));
  }

  private assertAhead(visit: Visit): void {
    if (visit.isAhead && visit.startsAt > this.clock.now()) return;
    throw new DomainError('INVALID_STATE', 'visit.not-in-state', { status: visit.status, next: 'PUBLISHED' });
  }
}
