import { createRequire } from 'node:module';
import type { Highs } from 'highs';
import type { Program, ProgramSolver } from '@banso/planning';

/** Its types are those of a CommonJS module, so it is loaded as one. */
const loadHighs: () => Promise<Highs> = createRequire(import.meta.url)('highs');

/** Branches looked at before the best known bound has to do: a count, so that the answer is always the same. */
const MOST_NODES = 2_000;

/** Loads HiGHS. The solver holds up its thread until it has an answer, or until it is told to give up. */
export async function openSolver(): Promise<ProgramSolver> {
  const highs = await loadHighs();
  const { mipInterrupt, simplexInterrupt } = highs.constants.callbackType;
  const { infeasible } = highs.constants.modelStatus;
  const { continuous, integer } = highs.constants.variableType;
  return (program, isOver) =>
    highs.withModel(modelOf(program, { continuous, integer }), (model) => {
      model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.01, mip_max_nodes: MOST_NODES });
      const giveUp = (event: { interrupt(): unknown }): undefined => {
        if (isOver()) event.interrupt();
      };
      model.run({ [mipInterrupt]: giveUp, [simplexInterrupt]: giveUp });
      if (model.getModelStatus() === infeasible) return Infinity;
      const least = Number(model.info.get('mip_dual_bound'));
      return Number.isNaN(least) ? -Infinity : least;
    });
}

function modelOf({ rows, columns }: Program, types: { continuous: 0; integer: 1 }) {
  const starts = new Int32Array(columns.length + 1);
  columns.forEach((column, at) => {
    starts[at + 1] = (starts[at] ?? 0) + column.rows.length;
  });
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(() => 0),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    integrality: columns.map(({ isWhole }) => (isWhole ? types.integer : types.continuous)),
    matrix: {
      format: 'csc' as const,
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(columns.flatMap((column) => column.rows)),
      values: Float64Array.from(columns.flatMap((column) => column.values)),
    },
  };
}
