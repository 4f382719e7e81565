import { type RefObject, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDate } from '../../../i18n/dates';
import { nameOf } from '../../../i18n/words';
import { useAction } from '../../../gql/use-action';
import type { Refusal } from '../../../gql/refusal';
import { DropDocument, type Judgement, MoveDocument, PlaceDocument } from '../moves.documents';
import { PinProposedDocument } from '../plans.documents';
import { type Ahead, type BoardModel, type Chip, type Place, visitKey } from './board-model';
import { useHistory } from './use-history';

/** Screens that show what a change by hand concerns. */
const CONCERNS = 'PlanningRun ProposedVisit PlanFigures VisitExplanation PlanComparison Board PlanViolation';

export const placeOf = ({ specialistId, startsAt, endsAt, mode }: Place): Place => ({
  specialistId,
  startsAt,
  endsAt,
  mode,
});

/** A visit that has no place, or is about to have none. */
export interface Unplaced {
  readonly supportRequestId: string;
  readonly visitNo: number;
  readonly municipalityId: string;
  readonly version: string;
}

/** Why something did not happen: the rules, or somebody else. */
export interface Refused {
  readonly words: string;
  /** Known without asking. */
  readonly why?: string;
  readonly judgement: Judgement | null;
  readonly refusal: Refusal | null;
  /** Goes on over what somebody else did, having been told. */
  readonly overwrite: (() => void) | null;
}

/** Every change that a dispatcher makes on the board: seen at once, said in words, and taken back in any number. */
export function useBoardMoves(
  /** As it was last drawn. */
  model: RefObject<BoardModel | null>,
  runId: string | null,
  say: (words: string) => void,
) {
  const { t } = useTranslation();
  const history = useHistory();
  const [ahead, setAhead] = useState<ReadonlyMap<string, Ahead>>(new Map());
  const [refused, setRefused] = useState<Refused | null>(null);
  // The last version of each visit that was made, or seen, here: what came after it is somebody else's.
  const seen = useRef(new Map<string, string>());
  const move = useAction(MoveDocument, CONCERNS);
  const pin = useAction(PinProposedDocument, CONCERNS);
  const placing = useAction(PlaceDocument, CONCERNS);
  const dropping = useAction(DropDocument, CONCERNS);
  const now = useRef({ model, runId, move, pin, placing, dropping });
  now.current = { model, runId, move, pin, placing, dropping };
  // One after the other: a second key must not be lost while the first is on its way.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const inTurn = useCallback(<T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.current.then(work);
    queue.current = next.catch(() => undefined);
    return next;
  }, []);

  const show = useCallback((id: string, change: Ahead | null) => {
    setAhead((old) => {
      const next = new Map(old);
      if (change) next.set(id, change);
      else next.delete(id);
      return next;
    });
  }, []);

  const remember = useCallback(
    (id: string, visit: { supportRequestId: string; visitNo: number }, version: string) => {
      seen.current.set(id, version);
      seen.current.set(visitKey(visit), version);
    },
    [],
  );

  const wordsOf = useCallback(
    (
      { municipalityId }: { readonly municipalityId: string },
      { specialistId, startsAt }: Pick<Place, 'specialistId' | 'startsAt'>,
    ): { town: string; who: string; day: string } => {
      const { current } = now.current.model;
      const town = current?.towns.get(municipalityId);
      const who = current?.people.get(specialistId);
      return {
        town: town ? nameOf(town) : '',
        who: who ? nameOf(who) : '',
        day: shortDate(dateOf(startsAt)),
      };
    },
    [],
  );

  /** True when it was made; whoever is told otherwise finds it where it was. */
  const put = useCallback(
    (
      chip: Chip,
      to: { readonly place: Place; readonly pinned: boolean },
      version: string,
    ): Promise<boolean> =>
      inTurn(async () => {
        show(chip.id, { ...to, version, waits: true });
        const { specialistId, startsAt, mode } = to.place;
        const made = await now.current.move.run({
          id: chip.id,
          specialistId,
          startsAt,
          mode,
          dryRun: false,
          seen: version,
        });
        const judged = made?.moveProposedVisit;
        if (!judged?.applied) {
          show(chip.id, null);
          const words = t('board.said.notMoved', wordsOf(chip, to.place));
          setRefused({ words, judgement: judged ?? null, refusal: null, overwrite: null });
          return false;
        }
        seen.current.set(chip.id, judged.version);
        const pinned = await now.current.pin.run({ id: chip.id, pinned: to.pinned });
        const last = pinned?.pinProposedVisit.version ?? judged.version;
        seen.current.set(chip.id, last);
        show(chip.id, { ...to, version: last, waits: false });
        setRefused(null);
        return true;
      }),
    [inTurn, show, t, wordsOf],
  );

  const moveTo = useCallback(
    async (chip: Chip, place: Place, pinned: boolean): Promise<boolean> => {
      const before = { place: placeOf(chip), pinned: chip.pinned };
      const after = { place, pinned };
      const first = newest(seen.current.get(chip.id), chip.version);
      if (!(await put(chip, after, first))) return false;
      const words = t(pinned ? 'board.said.movedAndPinned' : 'board.said.moved', wordsOf(chip, place));
      say(words);
      history.push({
        words,
        undo: () => put(chip, before, seen.current.get(chip.id) ?? first),
        redo: () => put(chip, after, seen.current.get(chip.id) ?? first),
      });
      return true;
    },
    [history, put, say, t, wordsOf],
  );

  const setPin = useCallback(
    (chip: Chip, pinned: boolean): Promise<boolean> =>
      inTurn(async () => {
        const version = newest(seen.current.get(chip.id), chip.version);
        // Where it lies may be newer here than what the server has told so far.
        const place = placeOf(now.current.model.current?.chips.get(chip.id) ?? chip);
        show(chip.id, { place, pinned, version, waits: true });
        const made = await now.current.pin.run({ id: chip.id, pinned });
        if (!made) {
          show(chip.id, null);
          const words = t('board.said.notPinned', wordsOf(chip, chip));
          setRefused({ words, judgement: null, refusal: null, overwrite: null });
          return false;
        }
        seen.current.set(chip.id, made.pinProposedVisit.version);
        show(chip.id, { place, pinned, version: made.pinProposedVisit.version, waits: false });
        setRefused(null);
        return true;
      }),
    [inTurn, show, t, wordsOf],
  );

  const togglePin = useCallback(
    async (chip: Chip): Promise<void> => {
      const pinned = !chip.pinned;
      if (!(await setPin(chip, pinned))) return;
      const words = t(pinned ? 'board.said.pinned' : 'board.said.unpinned', wordsOf(chip, chip));
      say(words);
      history.push({ words, undo: () => setPin(chip, !pinned), redo: () => setPin(chip, pinned) });
    },
    [history, say, setPin, t, wordsOf],
  );

  /** A visit without a place into one; it comes back as the proposal that it was, where it was one. */
  const putIn = useCallback(
    (visit: Unplaced, to: { readonly place: Place; readonly pinned: boolean }): Promise<string | null> =>
      inTurn(async () => {
        const { runId: run } = now.current;
        if (run === null) return null;
        const { specialistId, startsAt, mode } = to.place;
        const made = await now.current.placing.run({
          runId: run,
          supportRequestId: visit.supportRequestId,
          visitNo: visit.visitNo,
          specialistId,
          startsAt,
          mode,
          dryRun: false,
          seen: seen.current.get(visitKey(visit)) ?? visit.version,
        });
        const judged = made?.placeVisit;
        if (!judged?.applied || judged.proposedVisitId === null) {
          setRefused({
            words: t('board.said.notPlaced', wordsOf(visit, to.place)),
            judgement: judged ?? null,
            refusal: null,
            overwrite: null,
          });
          return null;
        }
        const id = judged.proposedVisitId;
        const kept = to.pinned ? await now.current.pin.run({ id, pinned: true }) : null;
        remember(id, visit, kept?.pinProposedVisit.version ?? judged.version);
        setRefused(null);
        return id;
      }),
    [inTurn, remember, t, wordsOf],
  );

  const takeOut = useCallback(
    (id: string, visit: Unplaced, place: Place, version: string): Promise<boolean> =>
      inTurn(async () => {
        const made = await now.current.dropping.run({ id, seen: version });
        const judged = made?.dropProposedVisit;
        if (!judged?.applied) {
          setRefused({
            words: t('board.said.notDropped', wordsOf(visit, place)),
            judgement: judged ?? null,
            refusal: null,
            overwrite: null,
          });
          return false;
        }
        remember(id, visit, judged.version);
        show(id, null);
        setRefused(null);
        return true;
      }),
    [inTurn, remember, show, t, wordsOf],
  );

  /** `made`: the dialog has placed it already. */
  const placeIn = useCallback(
    async (
      visit: Unplaced,
      to: { readonly place: Place; readonly pinned: boolean },
      made?: { readonly id: string; readonly version: string },
    ): Promise<string | null> => {
      if (made) remember(made.id, visit, made.version);
      const id = made?.id ?? (await putIn(visit, to));
      if (id === null) return null;
      const words = t(
        to.pinned ? 'board.said.placedAndPinned' : 'board.said.placed',
        wordsOf(visit, to.place),
      );
      say(words);
      history.push({
        words,
        undo: () => takeOut(id, visit, to.place, seen.current.get(id) ?? visit.version),
        redo: async () => (await putIn(visit, to)) !== null,
      });
      return id;
    },
    [history, putIn, remember, say, t, takeOut, wordsOf],
  );

  const dropOut = useCallback(
    async (chip: Chip): Promise<boolean> => {
      const before = { place: placeOf(chip), pinned: chip.pinned };
      const visit: Unplaced = { ...chip, version: chip.version ?? '0' };
      const version = newest(seen.current.get(chip.id), chip.version);
      if (!(await takeOut(chip.id, visit, before.place, version))) return false;
      const words = t('board.said.dropped', wordsOf(chip, chip));
      say(words);
      history.push({
        words,
        undo: async () => (await putIn(visit, before)) !== null,
        redo: () => takeOut(chip.id, visit, before.place, seen.current.get(chip.id) ?? version),
      });
      return true;
    },
    [history, putIn, say, t, takeOut, wordsOf],
  );

  /** The dialog has moved it already. */
  const noteMove = useCallback(
    (chip: Chip, place: Place, pinned: boolean, version: string) => {
      seen.current.set(chip.id, version);
      const before = { place: placeOf(chip), pinned: chip.pinned };
      const after = { place, pinned };
      show(chip.id, { ...after, version, waits: false });
      setRefused(null);
      const words = t(pinned ? 'board.said.movedAndPinned' : 'board.said.moved', wordsOf(chip, place));
      say(words);
      history.push({
        words,
        undo: () => put(chip, before, seen.current.get(chip.id) ?? version),
        redo: () => put(chip, after, seen.current.get(chip.id) ?? version),
      });
    },
    [history, put, say, show, t, wordsOf],
  );

  /** Known without asking: nothing was tried. */
  const refuse = useCallback(
    (chip: Chip, place: Place, why: string) =>
      setRefused({
        words: t('board.said.notMoved', wordsOf(chip, place)),
        why,
        judgement: null,
        refusal: null,
        overwrite: null,
      }),
    [t, wordsOf],
  );

  const undo = useCallback(async () => {
    const step = await history.undo();
    if (step) say(t('board.said.undone', { words: step.words }));
  }, [history, say, t]);
  const redo = useCallback(async () => {
    const step = await history.redo();
    if (step) say(t('board.said.redone', { words: step.words }));
  }, [history, say, t]);

  return {
    ahead,
    history,
    refused: refused && {
      ...refused,
      refusal:
        refused.judgement || refused.why !== undefined
          ? null
          : (move.refusal ?? pin.refusal ?? placing.refusal ?? dropping.refusal),
    },
    dismiss: useCallback(() => setRefused(null), []),
    moveTo,
    noteMove,
    togglePin,
    refuse,
    placeIn,
    dropOut,
    undo,
    redo,
  };
}

const dateOf = (instant: string): string =>
  new Date(Date.parse(instant) + 9 * 3_600_000).toISOString().slice(0, 10);

function newest(own: string | undefined, read: string | null): string {
  if (own === undefined) return read ?? '0';
  return read !== null && BigInt(read) > BigInt(own) ? read : own;
}
