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
    const made = await move.run({
      id,
      specialistId: specialist.id,
      startsAt,
      mode,
      dryRun: false,
      seen: now.version,
    });
    if (!made) return null;
    if (!made.moveProposedVisit.applied) {
      setRefused(made.moveProposedVisit);
      return null;
    }
    await pin.run({ id, pinned });
    setRefused(null);
    setMoves(moves.slice(0, -1));
    return last.before;
  };

  return {
    last,
    count: moves.length,
    add: (made: Move) => {
      setRefused(null);
      setMoves([...moves, made]);
    },
    undo,
    busy: move.busy || pin.busy,
    refusal: move.refusal ?? pin.refusal,
    refused,
  };
}
