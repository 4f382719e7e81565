import { type Actor, badInput, Clock, DomainError, parseInput, permit, text } from '@banso/kernel';
import { Db, requireSeen, type Tx } from '@banso/platform';
import { z } from 'zod';
import type { Visit } from '../visit.entity.js';
import { visitMay } from '../visit.policy.js';
import { takeVisit } from '../visit.queries.js';
import { type PreparationContent, VisitPreparation } from './visit-preparation.entity.js';
import {
  isToCome,
  type Language,
  type PreparationKnown,
  preparationOf,
} from './visit-preparation.queries.js';

const MOST_ITEMS = 30;

const schema = z.object({
  purpose: text(200, 0),
  things: z.array(z.object({ text: text(120), done: z.boolean() })).max(MOST_ITEMS),
  room: text(120, 0),
  parking: text(120, 0),
  contact: text(120, 0),
  remarks: text(1_000, 0),
  /** The version that the writer started from; 0 where nothing had been written. */
  seen: z.string().nullish(),
});

const PROPERTIES = ['purpose', 'things', 'room', 'parking', 'contact', 'remarks'] as const;

/** One thing of the list, and whether it is ready. */
export interface Tick {
  readonly text: string;
  readonly done: boolean;
}

/** What a town gets ready before somebody comes. */
export class VisitPreparationService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  find(actor: Actor, visitId: string, language: Language): Promise<PreparationKnown> {
    return this.db.read(actor, (tx) => preparationOf(tx, actor, visitId, language));
  }

  /** The whole of it at once; what is not named is no longer so. */
  prepare(actor: Actor, visitId: string, input: unknown): Promise<PreparationKnown> {
    return this.db.write(actor, async (tx) => {
      const visit = await this.takeOpen(tx, actor, visitId);
      const { seen: version, ...content } = parseInput(schema, input);
      const texts = content.things.map((item) => item.text);
      const twice = texts.findIndex((one, i) => texts.indexOf(one) < i);
      if (twice >= 0) throw badInput({ path: `things.${twice}.text`, rule: 'repeated-line' });
      await requireSeen(tx, actor, {
        entity: VisitPreparation,
        id: visit.id,
        version,
        properties: [...PROPERTIES],
      });
      return this.save(tx, actor, visit, content);
    });
  }

  /** Two people may tick two things at once: the list is taken first. */
  tick(
    actor: Actor,
    visitId: string,
    { text: words, done }: Tick,
    language: Language,
  ): Promise<PreparationKnown> {
    return this.db.write(actor, async (tx) => {
      const visit = await this.takeOpen(tx, actor, visitId);
      const known = await preparationOf(tx, actor, visit.id, language);
      if (!known.things.some((item) => item.text === words))
        throw new DomainError('CONFLICT', 'preparation.no-such-item');
      const things = known.things.map((item) => (item.text === words ? { ...item, done } : item));
      const { purpose, room, parking, contact, remarks } = known;
      return this.save(tx, actor, visit, { purpose, things, room, parking, contact, remarks });
    });
  }

  /** Locks the visit, so that two who write the first word of it wait for each other. */
  private async takeOpen(tx: Tx, actor: Actor, visitId: string): Promise<Visit> {
    const visit = await takeVisit(tx, actor, visitId);
    permit(visitMay.prepare(actor, visit));
    if (!isToCome(visit))
      throw new DomainError('INVALID_STATE', 'preparation.visit-over', { status: visit.status });
    return visit;
  }

  private async save(
    tx: Tx,
    actor: Actor,
    visit: Visit,
    content: PreparationContent,
  ): Promise<PreparationKnown> {
    const written = VisitPreparation.of(visit, content, { actor, at: this.clock.now() });
    await tx.upsert(VisitPreparation, written, ['visitId']);
    return { ...content, visit, written };
  }
}
