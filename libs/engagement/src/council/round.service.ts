import { getPrefecture, travelMatrix } from '@banso/directory';
import {
  type Actor,
  badInput,
  Clock,
  DomainError,
  fiscalYearOf,
  localDate,
  parseInput,
  permit,
  text,
  uuid,
} from '@banso/kernel';
import { Db, requireSeen, type Tx } from '@banso/platform';
import { specialistsByIds } from '@banso/talent';
import { z } from 'zod';
import { may } from './council.policy.js';
import { listRounds, stopsOf, take, townsOf } from './council.queries.js';
import { coverageOf, type OrderedTown, roundOrder } from './round-order.js';
import { ROUND_KINDS, RoundStop, STOP_STATUSES, TownRound } from './town-round.entity.js';

const note = (max: number) =>
  text(max, 0)
    .nullish()
    .transform((words) => words || null);

const roundSchema = z.object({
  fiscalYear: z.int().min(2000).max(2200),
  kind: z.enum(ROUND_KINDS),
  specialistId: uuid(),
  reason: note(400),
});

const arrangementSchema = z.object({
  seen: z.string().nullish(),
  stops: z
    .array(
      z.object({ municipalityId: z.string().max(6), tour: z.int().min(1).max(200), ferryNote: note(200) }),
    )
    .max(200),
});

const stepSchema = z.object({
  status: z.enum(STOP_STATUSES),
  on: localDate().nullish(),
  companion: note(60),
  words: note(4_000),
});

type Step = z.infer<typeof stepSchema>;

/** The hub goes through all towns, none of them twice before all were seen once. */
export class RoundService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** With every town, in the order that is proposed. */
  open(actor: Actor, input: unknown): Promise<TownRound> {
    return this.db.write(actor, async (tx) => {
      permit(may.organise(actor));
      const { fiscalYear, kind, specialistId, reason } = parseInput(roundSchema, input);
      this.requireOpenYear(fiscalYear);
      const [specialist] = await specialistsByIds(tx, actor, [specialistId]);
      if (!specialist?.active) throw badInput({ path: 'specialistId', rule: 'unknown' });
      // Two who open one at once come one after the other.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `town_round ${actor.prefectureId}`,
      ]);
      const [before] = (await listRounds(tx, actor, fiscalYear)).filter((one) => one.kind === kind);
      const early = before && coverageOf(await stopsOf(tx, actor, [before.id])).missing.length > 0;
      if (early && reason === null) throw badInput({ path: 'reason', rule: 'round-not-over' });
      const round = TownRound.open(actor.prefectureId, {
        fiscalYear,
        kind,
        no: (before?.no ?? 0) + 1,
        specialistId,
        reason: early ? reason : null,
      });
      await tx.save(round);
      const order = await proposedOrder(tx, actor);
      await tx.insert(
        RoundStop,
        order.map((town, position) => RoundStop.of(round, town, position)),
      );
      return round;
    });
  }

  /** The hub knows better than the proposal: another order, other tours, when the ferries go. */
  arrange(actor: Actor, roundId: string, input: unknown): Promise<TownRound> {
    return this.db.write(actor, async (tx) => {
      permit(may.organise(actor));
      const round = await take(tx, actor, TownRound, { what: 'town-round', id: roundId });
      const { seen: version, stops: wanted } = parseInput(arrangementSchema, input);
      await requireSeen(tx, actor, {
        entity: TownRound,
        id: round.id,
        version,
        properties: ['arranged'],
      });
      const stops = new Map(
        (await stopsOf(tx, actor, [round.id])).map((stop) => [stop.municipalityId, stop]),
      );
      if (wanted.length !== stops.size || new Set(wanted.map((one) => one.municipalityId)).size < stops.size)
        throw badInput({ path: 'stops', rule: 'every-town-once' });
      for (const [position, { municipalityId, tour, ferryNote }] of wanted.entries()) {
        const stop = stops.get(municipalityId);
        if (!stop) throw badInput({ path: 'stops', rule: 'every-town-once' });
        // Its place alone: somebody may be moving it on meanwhile.
        if (stop.position !== position || stop.tour !== tour || stop.ferryNote !== ferryNote)
          await tx.update(RoundStop, { id: stop.id }, { position, tour, ferryNote });
      }
      round.arranged += 1;
      return tx.save(round);
    });
  }

  /** Dated, accompanied, visited, its issues noted, handled: each with what it takes. */
  move(actor: Actor, stopId: string, input: unknown): Promise<RoundStop> {
    return this.db.write(actor, async (tx) => {
      permit(may.organise(actor));
      const stop = await take(tx, actor, RoundStop, { what: 'round-stop', id: stopId });
      const round = await tx.findOneByOrFail(TownRound, { id: stop.roundId });
      const step = parseInput(stepSchema, input);
      stop.moveTo(round.kind, step.status, this.factsOf(round, stop, step));
      return tx.save(stop);
    });
  }

  private factsOf(
    round: TownRound,
    stop: RoundStop,
    { status, on, companion, words }: Step,
  ): Partial<RoundStop> {
    const required = (path: string) => badInput({ path, rule: 'required' });
    switch (status) {
      case 'DATED': {
        if (!on) throw required('on');
        const [first, last] = [`${round.fiscalYear}-04-01`, `${round.fiscalYear + 1}-03-31`];
        if (on < first) throw badInput({ path: 'on', rule: 'too-early', facts: { first } });
        if (on > last) throw badInput({ path: 'on', rule: 'too-far', facts: { last } });
        return { plannedOn: on };
      }
      case 'COMPANION_SET':
        if (companion === null) throw required('companion');
        return { companion };
      case 'VISITED': {
        const today = this.clock.today();
        const visitedOn = on ?? stop.plannedOn;
        if (visitedOn === null) throw required('on');
        if (visitedOn > today) throw badInput({ path: 'on', rule: 'future', facts: { today } });
        return { visitedOn };
      }
      case 'ISSUES_NOTED':
        if (words === null) throw required('words');
        return { issues: words };
      case 'HANDLED':
        if (words === null) throw required('words');
        return { handling: words };
      case 'PLANNED':
        return { plannedOn: null, companion: null };
    }
  }

  private requireOpenYear(fiscalYear: number): void {
    const thisYear = fiscalYearOf(this.clock.today());
    if (fiscalYear < thisYear) throw new DomainError('INVALID_STATE', 'town-round.year-over', { fiscalYear });
    if (fiscalYear > thisYear + 1)
      throw badInput({ path: 'fiscalYear', rule: 'too-big', facts: { max: thisYear + 1 } });
  }
}

/** From the prefectural office, by the travel times of the register and the hub's own. */
async function proposedOrder(
  tx: Tx,
  actor: Actor & { readonly prefectureId: string },
): Promise<OrderedTown[]> {
  const towns = await townsOf(tx, actor.prefectureId);
  const office = await getPrefecture(tx, actor.prefectureId);
  const minutes = await travelMatrix(tx, actor, [office.lgcode, ...towns.map(({ id }) => id)]);
  return roundOrder(
    towns.map(({ id, roadLink }) => ({ municipalityId: id, isIsland: roadLink === 'none' })),
    minutes,
  );
}
