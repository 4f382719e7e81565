/*
 * Least distances known, by the convention of the DIMACS challenge: every distance and time is truncated to
 * one decimal, the sum of distances is minimised, the number of vehicles is free up to the file's. They are
 * not comparable with tables that minimise vehicles first or use exact distances.
 */

/** Name of the convention, to be printed with every figure. */
export const DIMACS = 'DIMACS: distances truncated to one decimal, least distance, any number of routes';

/** Solomon's 56 instances of 100 customers; all proven optimal in the literature. */
export const SOLOMON_BEST: Readonly<Record<string, number>> = {
  C101: 827.3,
  C102: 827.3,
  C103: 826.3,
  C104: 822.9,
  C105: 827.3,
  C106: 827.3,
  C107: 827.3,
  C108: 827.3,
  C109: 827.3,
  C201: 589.1,
  C202: 589.1,
  C203: 588.7,
  C204: 588.1,
  C205: 586.4,
  C206: 586.0,
  C207: 585.8,
  C208: 585.8,
  R101: 1637.7,
  R102: 1466.6,
  R103: 1208.7,
  R104: 971.5,
  R105: 1355.3,
  R106: 1234.6,
  R107: 1064.6,
  R108: 932.1,
  R109: 1146.9,
  R110: 1068.0,
  R111: 1048.7,
  R112: 948.6,
  R201: 1143.2,
  R202: 1029.6,
  R203: 870.8,
  R204: 731.3,
  R205: 949.8,
  R206: 875.9,
  R207: 794.0,
  R208: 701.0,
  R209: 854.8,
  R210: 900.5,
  R211: 746.7,
  RC101: 1619.8,
  RC102: 1457.4,
  RC103: 1258.0,
  RC104: 1132.3,
  RC105: 1513.7,
  RC106: 1372.7,
  RC107: 1207.8,
  RC108: 1114.2,
  RC201: 1261.8,
  RC202: 1092.3,
  RC203: 923.7,
  RC204: 783.5,
  RC205: 1154.0,
  RC206: 1051.1,
  RC207: 962.9,
  RC208: 776.1,
};

/**
 * Gehring and Homberger, 1,000 customers: the published solutions that could be looked up. Others are left
 * out; their gap is unknown.
 */
export const HOMBERGER_BEST: Readonly<Record<string, number>> = {
  C1_10_1: 42444.8,
  C1_10_2: 41337.8,
  C1_10_3: 40060.0,
  C1_10_5: 42434.8,
  C1_10_6: 42437.0,
  C1_10_8: 41648.0,
  R1_10_1: 53026.1,
  R1_10_2: 48261.6,
  R1_10_3: 44673.3,
  R1_10_6: 46928.2,
  R2_10_4: 17811.4,
  R2_10_6: 29124.7,
  R2_10_8: 17403.7,
  R2_10_10: 29840.5,
  RC1_10_1: 45790.7,
  RC1_10_3: 42121.9,
  RC1_10_6: 44898.2,
  RC1_10_7: 44409.0,
  RC1_10_9: 43858.0,
  RC2_10_3: 19618.1,
  RC2_10_4: 15654.7,
  RC2_10_7: 24391.4,
  RC2_10_8: 23279.8,
  RC2_10_10: 21731.2,
};

/** Best known distance of an instance by its name in any case, or null: the gap is then unknown. */
export function bestKnown(name: string): number | null {
  const key = name.trim().toUpperCase();
  return SOLOMON_BEST[key] ?? HOMBERGER_BEST[key] ?? null;
}
