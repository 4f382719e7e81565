import { type Actor, Clock } from '@banso/kernel';
import {
  coverage,
  daysUsed,
  effects,
  listRepeats,
  listStepEnds,
  listWaits,
  type RepeatRow,
  type Size,
  type StepEnd,
  type StepRow,
  type TaxReadiness,
  taxReadiness,
  townStanding,
  type Wait,
  type WaitRow,
  type WaitState,
  waits,
  yearBefore,
} from '@banso/overview';
import { Db } from '@banso/platform';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { type Connection, PageArgs, toConnection } from '../page.graphql.js';
import { CoverageOverviewType } from './coverage.graphql.js';
import { DayOverviewType } from './days.graphql.js';
import {
  EffectOverviewType,
  RepeatedNeedConnection,
  StepEndEnum,
  StepOutcomeConnection,
} from './effects.graphql.js';
import { TownStandingType } from './standing.graphql.js';
import { TaxReadinessType } from './tax-readiness.graphql.js';
import { RequestWaitConnection, WaitOverviewType } from './waits.graphql.js';
import {
  OverviewSizeEnum,
  OverviewWaitEnum,
  OverviewWaitStateEnum,
  saidYear,
  yearArg,
  yearIn,
} from './year.graphql.js';

const COST = 20;

@Resolver()
export class OverviewResolver {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Query(() => CoverageOverviewType, {
    description: 'Which towns have had a visit that was made in the year.',
    complexity: ({ childComplexity }) => COST + childComplexity,
  })
  @Allow('HUB_STAFF')
  async coverageOverview(
    @CurrentActor() actor: Actor,
    @Args('fiscalYear', yearArg) fiscalYear?: number | null,
  ): Promise<CoverageOverviewType> {
    const year = yearIn(fiscalYear, this.clock);
    const found = await this.db.survey(actor, (tx) => coverage(tx, actor, year));
    return { ...found, year: saidYear(year, this.clock), rows: [...found.rows] };
  }

  @Query(() => WaitOverviewType, {
    description: 'How long towns waited for the hub’s first step and for the first visit.',
    complexity: ({ childComplexity }) => COST + childComplexity,
  })
  @Allow('HUB_STAFF')
  async waitOverview(
    @CurrentActor() actor: Actor,
    @Args('fiscalYear', yearArg) fiscalYear?: number | null,
  ): Promise<WaitOverviewType> {
    const year = yearIn(fiscalYear, this.clock);
    const found = await this.db.survey(actor, (tx) => waits(tx, actor, year));
    return {
      year: saidYear(year, this.clock),
      received: found.received,
      figures: [...found.figures],
      before: [...found.before],
    };
  }

  @Query(() => RequestWaitConnection, {
    description: 'The requests behind the waits of a year, the latest first.',
  })
  @Allow('HUB_STAFF')
  async requestWaits(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('fiscalYear', yearArg) fiscalYear?: number | null,
    @Args('size', { type: () => OverviewSizeEnum, nullable: true, description: 'Of towns of this size.' })
    size?: Size | null,
    @Args('wait', {
      type: () => OverviewWaitEnum,
      nullable: true,
      description: 'Which wait the state is of; the one for a visit when left out.',
    })
    wait?: Wait | null,
    @Args('state', {
      type: () => OverviewWaitStateEnum,
      nullable: true,
      description: 'Where that wait stands.',
    })
    state?: WaitState | null,
  ): Promise<Connection<WaitRow>> {
    const year = yearIn(fiscalYear, this.clock);
    const asked = { year, filter: { size, wait, state } };
    return toConnection(await this.db.survey(actor, (tx) => listWaits(tx, actor, asked, page)));
  }

  @Query(() => DayOverviewType, {
    description: 'Days used and planned against each person’s contract.',
    complexity: ({ childComplexity }) => COST + childComplexity,
  })
  @Allow('HUB_STAFF')
  async dayOverview(
    @CurrentActor() actor: Actor,
    @Args('fiscalYear', yearArg) fiscalYear?: number | null,
  ): Promise<DayOverviewType> {
    const year = yearIn(fiscalYear, this.clock);
    const found = await this.db.survey(actor, (tx) => daysUsed(tx, actor, year, yearBefore(year)));
    return { year: saidYear(year, this.clock), rows: [...found.rows] };
  }

  @Query(() => TaxReadinessType, {
    description: 'How much of the evidence for the special local allocation tax is complete, line by line.',
    complexity: ({ childComplexity }) => 2 * COST + childComplexity,
  })
  @Allow('HUB_STAFF')
  async taxReadiness(
    @CurrentActor() actor: Actor,
    @Args('fiscalYear', yearArg) fiscalYear?: number | null,
  ): Promise<TaxReadinessType> {
    const year = yearIn(fiscalYear, this.clock);
    const today = this.clock.today();
    const found = await this.db.survey(actor, (tx) => taxReadiness(tx, actor, { year, today }));
    return { ...saidReadiness(found), year: saidYear(year, this.clock) };
  }

  @Query(() => EffectOverviewType, {
    description: 'Next steps done within 90 days, ratings, and needs that came back.',
    complexity: ({ childComplexity }) => COST + childComplexity,
  })
  @Allow('HUB_STAFF')
  async effectOverview(
    @CurrentActor() actor: Actor,
    @Args('fiscalYear', yearArg) fiscalYear?: number | null,
  ): Promise<EffectOverviewType> {
    const year = yearIn(fiscalYear, this.clock);
    const today = this.clock.today();
    const found = await this.db.survey(actor, (tx) => effects(tx, actor, { year, today }));
    return { ...found, year: saidYear(year, this.clock), themes: [...found.themes] };
  }

  @Query(() => StepOutcomeConnection, { description: 'The next steps behind the figures, the latest first.' })
  @Allow('HUB_STAFF')
  async stepOutcomes(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('fiscalYear', yearArg) fiscalYear?: number | null,
    @Args('end', { type: () => StepEndEnum, nullable: true, description: 'What became of them.' })
    end?: StepEnd | null,
  ): Promise<Connection<StepRow>> {
    const asked = { year: yearIn(fiscalYear, this.clock), today: this.clock.today(), end };
    return toConnection(await this.db.survey(actor, (tx) => listStepEnds(tx, actor, asked, page)));
  }

  @Query(() => RepeatedNeedConnection, {
    description: 'The requests behind the needs that came back, the latest first.',
  })
  @Allow('HUB_STAFF')
  async repeatedNeeds(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('fiscalYear', yearArg) fiscalYear?: number | null,
  ): Promise<Connection<RepeatRow>> {
    const year = yearIn(fiscalYear, this.clock);
    return toConnection(await this.db.survey(actor, (tx) => listRepeats(tx, actor, year, page)));
  }

  @Query(() => TownStandingType, {
    description: 'Your town in a year beside the middle of all towns and of those of its size.',
    complexity: ({ childComplexity }) => COST + childComplexity,
  })
  @Allow('MUNICIPALITY_STAFF')
  async townStanding(
    @CurrentActor() actor: Actor,
    @Args('fiscalYear', yearArg) fiscalYear?: number | null,
  ): Promise<TownStandingType> {
    const year = yearIn(fiscalYear, this.clock);
    const found = await this.db.survey(actor, (tx) => townStanding(tx, actor, year));
    return { ...found, year: saidYear(year, this.clock) };
  }
}

function saidReadiness({ rows, table, lacking, until, lines, ready, yen, readyYen }: TaxReadiness) {
  return {
    until,
    lines,
    ready,
    yen,
    readyYen,
    lacking: [...lacking],
    rows: rows.map(({ row, missing }) => ({
      key: `${row.agreementId} ${row.partyId} ${row.item} ${row.measureId ?? ''}`,
      agreement: table.agreements.find(({ id }) => id === row.agreementId) ?? null,
      party: table.parties.find(({ id }) => id === row.partyId) ?? null,
      item: row.item,
      measure: table.measures.find(({ id }) => id === row.measureId)?.measure ?? null,
      yen: row.yen,
      missing: [...missing],
    })),
  };
}
