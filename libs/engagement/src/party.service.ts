import { randomUUID } from 'node:crypto';
import { getPrefecture, municipalitiesByIds } from '@banso/directory';
import { type Actor, badInput, DomainError, parseInput, permit, text } from '@banso/kernel';
import { Db, requireSeen, sqlState, type Tx } from '@banso/platform';
import { z } from 'zod';
import { agreementMay } from './agreement.policy.js';
import { Party, PARTY_KINDS, type PartyKind } from './party.entity.js';
import { takeParty } from './party.queries.js';

const address = text(200, 0)
  .nullish()
  .transform((said) => said || null);
const required = (max: number) => z.preprocess((said) => said ?? '', text(max));
const names = { name: required(80), nameEn: required(120) };
const added = z.object({
  partyKind: z.enum(PARTY_KINDS),
  municipalityId: z.string().nullish(),
  name: text(80, 0).nullish(),
  nameEn: text(120, 0).nullish(),
  address,
});

/** Who has a name of its own here; the others are called as the register calls them. */
const NAMED: readonly PartyKind[] = ['COMPANY', 'ASSOCIATION'];

type Named = Pick<Party, 'municipalityId' | 'name' | 'nameEn'>;

/** Everybody that the prefecture agrees with, itself among them. */
export class PartyService {
  constructor(private readonly db: Db) {}

  add(actor: Actor, input: unknown): Promise<Party> {
    return this.db.write(actor, async (tx) => {
      permit(agreementMay.keepParties(actor));
      const said = parseInput(added, input);
      const party = Object.assign(new Party(), {
        ...(await this.namesOf(tx, actor, said)),
        id: randomUUID(),
        prefectureId: actor.prefectureId,
        kind: said.partyKind,
        address: said.address,
      });
      await insert(tx, party);
      return party;
    });
  }

  /** `version`: what the writer started from. Names of the register stay. */
  revise(actor: Actor, id: string, input: unknown, version?: string | null): Promise<Party> {
    return this.db.write(actor, async (tx) => {
      // Towns read parties and lock none: said before the row is taken.
      permit(agreementMay.keepParties(actor));
      const party = await takeParty(tx, actor, id);
      const properties = ['name', 'nameEn', 'address'] as const;
      await requireSeen(tx, actor, { entity: Party, id: party.id, version, properties });
      const fields = NAMED.includes(party.kind) ? { ...names, address } : { address };
      Object.assign(party, parseInput(z.object(fields), input));
      await taken(party.name, () => tx.save(Party, party));
      return party;
    });
  }

  private async namesOf(tx: Tx, actor: Actor, said: z.infer<typeof added>): Promise<Named> {
    switch (said.partyKind) {
      case 'PREFECTURE': {
        const { name, nameEn } = await getPrefecture(tx, actor.prefectureId ?? '');
        return { municipalityId: null, name, nameEn };
      }
      case 'MUNICIPALITY': {
        const code = said.municipalityId ?? '';
        const [town] = await municipalitiesByIds(tx, [code]);
        if (!town || town.prefectureId !== actor.prefectureId)
          throw badInput({ path: 'municipalityId', rule: 'town-of-prefecture', facts: { code } });
        return { municipalityId: town.id, name: town.name, nameEn: town.nameEn };
      }
      case 'COMPANY':
      case 'ASSOCIATION':
        return { municipalityId: null, ...parseInput(z.object(names), said) };
    }
  }
}

const insert = (tx: Tx, party: Party) => taken(party.name, () => tx.insert(Party, party));

/** Two with one name could not be told apart on paper. */
async function taken(name: string, store: () => Promise<unknown>): Promise<void> {
  try {
    await store();
  } catch (error) {
    if (sqlState(error) !== '23505') throw error;
    throw new DomainError('CONFLICT', 'party.already-there', { name });
  }
}
