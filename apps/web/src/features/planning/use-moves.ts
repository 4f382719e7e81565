import { useState } from 'react';
import { useAction } from '../../gql/use-action';
import { type Judgement, MoveDocument, type MoveWish } from './moves.documents';
import { PinProposedDocument, type ProposedRow } from './plans.documents';

/** A move by hand, with where the visit was before. */
export interface Move {
  readonly before: ProposedRow;
  readonly to: MoveWish;
}

/** The moves made on this screen, newest last: each can be taken back, the last one first. */
export function useMoves() {
  const [moves, setMoves] = useState<readonly Move[]>([]);
  const [refused, setRefused] = useState<Judgement | null>(null);
  // What was just made here is known before the page is read again.
  const [made, setMade] = useState<ReadonlyMap<string, string>>(new Map());
  const versionOf = ({ id, version }: ProposedRow): string => {
    const own = made.get(id);
    return own !== undefined && BigInt(own) > BigInt(version) ? own : version;
  };
  const remember = (id: string, version: string) => setMade((old) => new Map(old).set(id, version));
  const move = useAction(
    MoveDocument,
    'PlanningRun ProposedVisit PlanFigures VisitExplanation PlanComparison',
  );
  const pin = useAction(PinProposedDocument);
  const last = moves.at(-1) ?? null;

  /** The visit that went back, or null where the rules no longer let it. `now`: as it is shown beside the way back. */
  const undo = async (now: ProposedRow | null): Promise<ProposedRow | null> => {
    if (!last || !now) return null;
    const { id, specialist, startsAt, mode, pinned } = last.before;
    const back = await move.run({
      id,
      specialistId: specialist.id,
      startsAt,
      mode,
      dryRun: false,
      seen: versionOf(now),
    });
    if (!back) return null;
    if (!back.moveProposedVisit.applied) {
      setRefused(back.moveProposedVisit);
      return null;
    }
    await pin.run({ id, pinned });
    remember(id, back.moveProposedVisit.version);
    setRefused(null);
    setMoves(moves.slice(0, -1));
    return last.before;
  };

  return {
    last,
    count: moves.length,
    add: (moved: Move, version: string) => {
      remember(moved.before.id, version);
      setRefused(null);
      setMoves([...moves, moved]);
    },
    versionOf,
    undo,
    busy: move.busy || pin.busy,
    refusal: move.refusal ?? pin.refusal,
    refused,
  };
}
