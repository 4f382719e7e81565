import { randomUUID } from 'node:crypto';
import {
  type Actor,
  badInput,
  Clock,
  DomainError,
  localDate,
  parseInput,
  permit,
  text,
  uuid,
} from '@banso/kernel';
import { Db, requireSeen, sqlState, type Tx } from '@banso/platform';
import { z } from 'zod';
import { may } from './council.policy.js';
import { take, townsOf } from './council.queries.js';
import { Declaration, DeclarationSignatory } from './declaration.entity.js';

const declarationSchema = z.object({
  id: uuid().nullish(),
  seen: z.string().nullish(),
  title: text(100),
  body: text(4_000),
  declaredOn: localDate(),
});

const signatureSchema = z.object({ title: text(60), name: text(60), signedOn: localDate() });

/** The hub keeps the declaration; who signs is the prefecture and each of its towns. */
export class DeclarationService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Draws one up, for all of them to sign, or changes its words. */
  keep(actor: Actor, input: unknown): Promise<Declaration> {
    return this.db.write(actor, async (tx) => {
      permit(may.organise(actor));
      const { id, seen: version, ...facts } = parseInput(declarationSchema, input);
      const declaration = id
        ? await take(tx, actor, Declaration, { what: 'declaration', id })
        : Object.assign(new Declaration(), { id: randomUUID(), prefectureId: actor.prefectureId });
      if (id)
        await requireSeen(tx, actor, {
          entity: Declaration,
          id,
          version,
          properties: ['title', 'body', 'declaredOn'],
        });
      await save(tx, Object.assign(declaration, facts));
      if (!id)
        await tx.insert(
          DeclarationSignatory,
          DeclarationSignatory.all(declaration, await townsOf(tx, actor.prefectureId)),
        );
      return declaration;
    });
  }

  sign(actor: Actor, signatoryId: string, input: unknown): Promise<DeclarationSignatory> {
    return this.db.write(actor, async (tx) => {
      permit(may.organise(actor));
      const signatory = await take(tx, actor, DeclarationSignatory, { what: 'signatory', id: signatoryId });
      const facts = parseInput(signatureSchema, input);
      const today = this.clock.today();
      if (facts.signedOn > today) throw badInput({ path: 'signedOn', rule: 'future', facts: { today } });
      signatory.sign(facts);
      return tx.save(signatory);
    });
  }

  /** What was entered by mistake. */
  takeBack(actor: Actor, signatoryId: string): Promise<DeclarationSignatory> {
    return this.db.write(actor, async (tx) => {
      permit(may.organise(actor));
      const signatory = await take(tx, actor, DeclarationSignatory, { what: 'signatory', id: signatoryId });
      signatory.takeBack();
      return tx.save(signatory);
    });
  }
}

async function save(tx: Tx, declaration: Declaration): Promise<void> {
  try {
    await tx.save(declaration);
  } catch (error) {
    if (sqlState(error) !== '23505') throw error;
    throw new DomainError('CONFLICT', 'declaration.title-taken', { title: declaration.title });
  }
}
