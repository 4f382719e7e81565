import { type Actor, Clock, notFound, parseInput, permit, text } from '@banso/kernel';
import { Db, writeReading } from '@banso/platform';
import { IsNull } from 'typeorm';
import { z } from 'zod';
import { AllocationTaxRule } from './allocation-tax-rule.entity.js';
import { COST_ITEMS } from './reckoning/index.js';
import { may } from './settlement.policy.js';
import { BEARERS, type TaxMeasure } from './tax-evidence.js';
import { getTaxRule, taxEvidence, type TaxEvidenceTable } from './tax-evidence.queries.js';

export interface TaxMeasureInput extends Omit<TaxMeasure, 'id' | 'ceilingYen'> {
  readonly ceilingYen?: number | null;
  /** The letter, ordinance or page that says so. */
  readonly source: string;
}

const year = () => z.number().int().min(2000).max(2100);

const schema = z
  .object({
    measure: text(120),
    bearer: z.enum(BEARERS),
    firstYear: year(),
    lastYear: year(),
    ratePerMille: z.number().int().min(1).max(1000),
    ceilingYen: z
      .number()
      .int()
      .min(1)
      .max(2_000_000_000)
      .nullish()
      .transform((yen) => yen ?? null),
    items: z.array(z.enum(COST_ITEMS)).min(1).max(COST_ITEMS.length),
    appointmentForms: z.array(text(200)).max(30),
    source: text(500),
  })
  .refine(({ firstYear, lastYear }) => lastYear >= firstYear, {
    path: ['lastYear'],
    params: { rule: 'year-order' },
  });

/** Keeps what the prefecture has read about the special local allocation tax: rates and ceilings with their source. */
export class AllocationTaxService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  state(actor: Actor, input: TaxMeasureInput): Promise<AllocationTaxRule> {
    return this.db.write(actor, async (tx) => {
      permit(may.stateMeasures(actor));
      const facts = parseInput(schema, input);
      const distinct = {
        items: [...new Set(facts.items)],
        appointmentForms: [...new Set(facts.appointmentForms)],
      };
      const rule = AllocationTaxRule.state(actor, { ...facts, ...distinct }, this.clock.now());
      await tx.insert(AllocationTaxRule, rule);
      return rule;
    });
  }

  /** The table for a file; that it was taken away is logged in the same transaction. */
  export(actor: Actor, fiscalYear: number): Promise<TaxEvidenceTable> {
    return this.db.write(actor, async (tx) => {
      const table = await taxEvidence(tx, actor, { fiscalYear, today: this.clock.today() });
      await writeReading(tx, 'EXPORT', [['tax_evidence', String(fiscalYear)]]);
      return table;
    });
  }

  /** Takes it back by a mark: what was wrong is entered anew. */
  remove(actor: Actor, id: string): Promise<AllocationTaxRule> {
    return this.db.write(actor, async (tx) => {
      permit(may.stateMeasures(actor));
      const rule = await getTaxRule(tx, actor, id);
      rule.removedAt = this.clock.now();
      const done = await tx.update(
        AllocationTaxRule,
        { id: rule.id, removedAt: IsNull() },
        { removedAt: rule.removedAt },
      );
      // Somebody else may have removed it meanwhile.
      if (done.affected !== 1) throw notFound('tax-rule');
      return rule;
    });
  }
}
