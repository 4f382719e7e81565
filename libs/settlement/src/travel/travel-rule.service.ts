import { randomUUID } from 'node:crypto';
import { Party } from '@banso/engagement';
import {
  type Actor,
  badInput,
  Clock,
  DomainError,
  knownId,
  localDate,
  notFound,
  parseInput,
  permit,
  text,
  uuid,
} from '@banso/kernel';
import { Db, type Tx } from '@banso/platform';
import { IsNull } from 'typeorm';
import { z } from 'zod';
import { RECEIPT_KINDS, type ReceiptKind, type TravelRule, travelRule } from './rules/index.js';
import { claimMay } from './travel-claim.policy.js';
import { TravelRuleVersion } from './travel-rule-version.entity.js';

/** A figure by its key: of a plug-in, or two digits of a prefecture for a ceiling. */
export interface KeyedYen {
  readonly key: string;
  readonly yen: number;
}

export interface TravelRuleInput {
  /** Whose rule; null: the prefecture's. */
  readonly partyId?: string | null;
  readonly validFrom: string;
  readonly ruleId: string;
  readonly title: string;
  readonly amounts: readonly KeyedYen[];
  readonly ceilings: readonly KeyedYen[];
  readonly receiptFor: readonly ReceiptKind[];
  readonly source: string;
  readonly checked: boolean;
  /** The latest version that the writer has read; 0 = none was there. */
  readonly version: number;
}

const MOST_YEN = 200_000;
const yen = z.number().int().min(0).max(MOST_YEN);
const schema = z.object({
  partyId: uuid().nullish(),
  validFrom: localDate(),
  ruleId: text(40),
  title: text(100),
  amounts: z.array(z.object({ key: text(40), yen })).max(20),
  ceilings: z.array(z.object({ key: z.string().regex(/^(0[1-9]|[1-3]\d|4[0-7])$/), yen })).max(47),
  receiptFor: z.array(z.enum(RECEIPT_KINDS)).max(RECEIPT_KINDS.length),
  source: text(500),
  checked: z.boolean(),
  version: z.number().int().min(0),
});

/** By which rule a body pays for travel; what was said before is kept, and granted claims stay as they are. */
export class TravelRuleService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  set(actor: Actor, input: TravelRuleInput): Promise<TravelRuleVersion> {
    return this.db.write(actor, async (tx) => {
      permit(claimMay.setRules(actor));
      const facts = parseInput(schema, input);
      const prefectureId = actor.prefectureId ?? '';
      const partyId = await payerOf(tx, prefectureId, facts.partyId ?? null);
      const rule = travelRule(facts.ruleId);
      if (!rule) throw badInput({ path: 'ruleId', rule: 'invalid' });
      requireFigures(rule, facts);
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `travel rule ${prefectureId} ${partyId ?? ''}`,
      ]);
      const latest = await latestOf(tx, prefectureId, partyId);
      if (latest !== facts.version)
        throw new DomainError('CONFLICT', 'travel-rule.changed-meanwhile', { version: latest });
      const version = Object.assign(new TravelRuleVersion(), {
        id: randomUUID(),
        prefectureId,
        partyId,
        version: latest + 1,
        validFrom: facts.validFrom,
        ruleCode: rule.id,
        title: facts.title,
        figures: {
          amounts: byKey(facts.amounts),
          ceilings: byKey(facts.ceilings),
          receiptFor: [...new Set(facts.receiptFor)],
        },
        source: facts.source,
        checked: facts.checked,
        setByName: actor.name,
        setAt: this.clock.now(),
      });
      await tx.insert(TravelRuleVersion, version);
      return version;
    });
  }
}

const byKey = (rows: readonly KeyedYen[]): Readonly<Record<string, number>> =>
  Object.fromEntries(rows.map(({ key, yen: amount }) => [key, amount]));

/** A party of the prefecture; the prefecture's own party has the prefecture's rule. */
async function payerOf(tx: Tx, prefectureId: string, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const party = await tx.findOneBy(Party, { id: knownId('party', id), prefectureId });
  if (!party) throw notFound('party');
  return party.kind === 'PREFECTURE' ? null : party.id;
}

async function latestOf(tx: Tx, prefectureId: string, partyId: string | null): Promise<number> {
  const latest = await tx.findOne(TravelRuleVersion, {
    where: { prefectureId, partyId: partyId ?? IsNull() },
    order: { version: 'DESC' },
  });
  return latest?.version ?? 0;
}

/** What the plug-in needs is there, nothing that it does not know, and not before it began. */
function requireFigures(rule: TravelRule, facts: z.infer<typeof schema>): void {
  const { amounts, validFrom } = facts;
  for (const { key, required } of rule.figures)
    if (required && !amounts.some((one) => one.key === key))
      throw badInput({ path: `amounts.${key}`, rule: 'required' });
  amounts.forEach(({ key }, i) => {
    if (!rule.figures.some((figure) => figure.key === key))
      throw badInput({ path: `amounts.${i}.key`, rule: 'invalid' });
  });
  if (rule.since !== null && validFrom < rule.since)
    throw badInput({ path: 'validFrom', rule: 'too-early', facts: { first: rule.since } });
}
