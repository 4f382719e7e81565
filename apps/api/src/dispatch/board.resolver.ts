import type { Actor } from '@banso/kernel';
import { type Board, BoardService, type PlanningRun, type SpokenViolation } from '@banso/dispatch';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import { BoardSpecialistType, BoardType } from './board.graphql.js';
import { PlanViolationType } from './explanation.graphql.js';
import { PlanningRunType } from './planning-run.graphql.js';

/** About twenty statements, and rows by the hundred. */
const COSTLY = 500;

@Resolver(() => BoardType)
export class BoardResolver {
  constructor(private readonly boards: BoardService) {}

  @Query(() => BoardType, {
    description: 'The planning board of some days, with one plan on the table.',
    complexity: ({ childComplexity }) => COSTLY + childComplexity,
  })
  @Allow('HUB_STAFF')
  board(
    @CurrentActor() actor: Actor,
    @Args('from', {
      type: () => LocalDateScalar,
      nullable: true,
      description: 'First day; that of the plan when left out, or today.',
    })
    from?: string | null,
    @Args('to', {
      type: () => LocalDateScalar,
      nullable: true,
      description: 'Last day, at most 92 days in all; four weeks when left out.',
    })
    to?: string | null,
    @Args('runId', {
      type: () => ID,
      nullable: true,
      description: 'The plan to lay on the table; the newest proposed one when left out.',
    })
    runId?: string | null,
  ): Promise<Board> {
    return this.boards.board(actor, { from, to, runId });
  }

  @Query(() => [PlanViolationType], {
    description: 'Every rule that a plan breaks as it stands now.',
    complexity: COSTLY,
  })
  @Allow('HUB_STAFF')
  planViolations(
    @CurrentActor() actor: Actor,
    @Args('runId', { type: () => ID, description: 'The planning run.' }) runId: string,
  ): Promise<SpokenViolation[]> {
    return this.boards.violations(actor, runId);
  }

  @ResolveField(() => PlanningRunType, { nullable: true, description: 'The plan on the table.' })
  run(@Parent() { run }: Board): PlanningRun | null {
    return run;
  }

  @ResolveField(() => [PlanningRunType], { description: 'Plans that could be laid on it, newest first.' })
  runs(@Parent() { runs }: Board): readonly PlanningRun[] {
    return runs;
  }

  @ResolveField(() => PlanningRunType, { nullable: true, description: 'The plan that is being made.' })
  openRun(@Parent() { openRun }: Board): PlanningRun | null {
    return openRun;
  }

  @ResolveField(() => [BoardSpecialistType], { description: 'Its rows, by the reading of the name.' })
  specialists(@Parent() { specialists }: Board): BoardSpecialistType[] {
    return specialists.map(({ specialist, fields, themeIds, ...rest }) => ({
      id: specialist.id,
      name: specialist.name,
      nameEn: specialist.nameEn,
      kana: specialist.kana,
      active: specialist.active,
      fields: [...fields],
      themeIds: [...themeIds],
      contract: rest.contract,
      days: rest.days,
      reasons: [...rest.reasons],
    }));
  }
}
