import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useClient } from 'urql';
import { shortDate } from '../../../i18n/dates';
import { nameOf } from '../../../i18n/words';
import { LinkButton } from '../../../ui/Button';
import { Empty } from '../../../ui/Loaded';
import { MoveDialog, type Moving } from '../MoveDialog';
import { OpenSlotsDocument } from '../moves.documents';
import { WhyDialog } from '../WhyButton';
import type { BoardRow } from './board.documents';
import { awayOf, type BoardModel, type Chip, type Place, type Waiting } from './board-model';
import { chipId } from './BoardChip';
import { BoardGrid, type ChipWish } from './BoardGrid';
import { type ChipAction, ChipMenu } from './ChipMenu';
import { FixButton } from './FixButton';
import { Legend } from './Legend';
import { UnplacedList } from './UnplacedList';
import { type Target, useDrag } from './use-drag';
import { placeOf, type useBoardMoves } from './use-board-moves';

/** As many places as the server tells of one visit: each half-day of everybody once. */
const MOST_SLOTS = 60;

interface Props {
  readonly board: BoardRow;
  readonly model: BoardModel;
  readonly moves: ReturnType<typeof useBoardMoves>;
  readonly today: string;
  readonly mayMove: boolean;
  readonly say: (words: string) => void;
  /** Something was put on a day that is not shown. */
  readonly onOutside: () => void;
}

type Open =
  | { readonly kind: 'menu' | 'move' | 'why'; readonly chip: Chip }
  | { readonly kind: 'place'; readonly waiting: Waiting };

/** What waits, and the table it goes into; everything that is done with one visit. */
export function BoardTable({ board, model, moves, today, mayMove, say, onOutside }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const table = useRef<HTMLTableElement>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const focusOn = useFocusOnChip(model);
  const showAt = (id: string, startsAt: string) => {
    const day = dayOf(startsAt);
    if (day < board.from || day > board.to) onOutside();
    focusOn(id);
  };
  const close = useCallback(() => setOpen(null), []);

  const now = useRef({ model, moves, mayMove });
  now.current = { model, moves, mayMove };

  const dropOut = useCallback(async (chip: Chip) => {
    const beside = neighbourOf(chip.id);
    if (await now.current.moves.dropOut(chip)) focusElement(beside);
  }, []);

  const onChip = useCallback(
    (id: string, wish: ChipWish) => {
      const chip = now.current.model.chips.get(id);
      if (!chip) return;
      if (wish === 'menu') return setOpen({ kind: 'menu', chip });
      if (!chip.isDraft || !now.current.mayMove) return say(t('board.said.taken'));
      if (wish === 'move') setOpen({ kind: 'move', chip });
      else if (wish === 'pin') void now.current.moves.togglePin(chip);
      else void dropOut(chip);
    },
    [dropOut, say, t],
  );

  const onDrag = useBoardDrag({ board, model, moves, table, mayMove, say, focusOn });

  const actionsOf = (chip: Chip): ChipAction[] => {
    const toRequest: ChipAction = {
      id: 'request',
      label: t('board.menu.request'),
      onAction: () => void navigate(`/requests/${chip.supportRequestId}`),
    };
    if (!chip.isDraft)
      return [
        ...(chip.status === 'HELD'
          ? []
          : [
              {
                id: 'visit',
                label: t('board.menu.visit'),
                onAction: () => void navigate(`/visits/${chip.id}`),
              },
            ]),
        toRequest,
      ];
    const why = {
      id: 'why',
      label: t('board.menu.why'),
      onAction: () => setOpen({ kind: 'why', chip }),
    };
    if (!mayMove) return [why, toRequest];
    return [
      {
        id: 'move',
        label: t('board.menu.move'),
        hint: t('board.menu.keys.move'),
        onAction: () => setOpen({ kind: 'move', chip }),
      },
      {
        id: 'pin',
        label: t(chip.pinned ? 'board.menu.unpin' : 'board.menu.pin'),
        hint: t('board.menu.keys.pin'),
        onAction: () => void moves.togglePin(chip),
      },
      {
        id: 'drop',
        label: t('board.menu.drop'),
        hint: t('board.menu.keys.drop'),
        onAction: () => void dropOut(chip),
      },
      why,
      toRequest,
    ];
  };

  const townOf = (municipalityId: string) =>
    model.towns.get(municipalityId) ?? { id: municipalityId, name: '', nameEn: '' };
  const run = board.run;

  const placeNow = async (waiting: Waiting, place: Place) => {
    const { first, request } = waiting;
    const id = await moves.placeIn(
      { ...first, municipalityId: request.municipalityId },
      { place, pinned: true },
    );
    if (id !== null) showAt(id, place.startsAt);
  };

  return (
    <>
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[17.5rem_minmax(0,1fr)] print:block">
        <div className="no-print lg:sticky lg:top-2 lg:max-h-[calc(100dvh-1rem)] lg:overflow-y-auto lg:pr-2">
          <UnplacedList
            model={model}
            hasRun={run !== null}
            empty={
              board.requests.length === 0 ? (
                <Empty action={<LinkButton to="/inbox">{t('board.empty.inbox')}</LinkButton>}>
                  {t('board.empty.requests')}
                </Empty>
              ) : (
                <p>{t('board.unplaced.none')}</p>
              )
            }
            fix={(waiting, isNear) =>
              run && mayMove && waiting.first.isInPlan ? (
                <FixButton
                  runId={run.id}
                  waiting={waiting}
                  atOnce={isNear}
                  town={nameOf(townOf(waiting.request.municipalityId))}
                  onPlace={(slot) => void placeNow(waiting, slot)}
                  onMove={() => setOpen({ kind: 'place', waiting })}
                />
              ) : null
            }
          />
        </div>
        <div className="flex min-w-0 flex-col gap-2">
          {model.rows.length === 0 ? (
            <Empty>{t('board.grid.empty')}</Empty>
          ) : (
            <BoardGrid
              model={model}
              days={board.days}
              today={today}
              table={table}
              onChip={onChip}
              onDrag={onDrag}
            />
          )}
          <Legend />
        </div>
      </div>
      {open?.kind === 'menu' && (
        <ChipMenu
          chip={model.chips.get(open.chip.id) ?? open.chip}
          label={t('board.menu.label', { town: nameOf(townOf(open.chip.municipalityId)) })}
          actions={actionsOf(model.chips.get(open.chip.id) ?? open.chip)}
          onClose={close}
        />
      )}
      {open?.kind === 'why' && (
        <WhyDialog
          visit={{
            id: open.chip.id,
            visitNo: open.chip.visitNo,
            municipality: townOf(open.chip.municipalityId),
            supportRequest: { title: open.chip.request?.title ?? '' },
          }}
          onClose={close}
        />
      )}
      {open?.kind === 'move' && run && (
        <MoveDialog
          run={run}
          visit={movingOf(open.chip, model, townOf(open.chip.municipalityId))}
          version={newer(open.chip.version, moves.ahead.get(open.chip.id)?.version)}
          onClose={close}
          onMoved={({ wish, pinned, version }) => {
            const { chip } = open;
            close();
            moves.noteMove(chip, withEnd(wish, chip), pinned, version);
            showAt(chip.id, wish.startsAt);
          }}
        />
      )}
      {open?.kind === 'place' && run && (
        <MoveDialog
          run={run}
          visit={{
            id: null,
            now: null,
            visitNo: open.waiting.first.visitNo,
            pinned: false,
            municipality: townOf(open.waiting.request.municipalityId),
            supportRequest: open.waiting.request,
          }}
          version={open.waiting.first.version}
          onClose={close}
          onMoved={({ id, wish, pinned, version }) => {
            const { first, request } = open.waiting;
            close();
            void moves.placeIn(
              { ...first, municipalityId: request.municipalityId },
              { place: { ...wish, startsAt: wish.startsAt, endsAt: wish.startsAt }, pinned },
              { id, version },
            );
            showAt(id, wish.startsAt);
          }}
        />
      )}
    </>
  );
}

function movingOf(chip: Chip, model: BoardModel, municipality: Moving['municipality']): Moving {
  const person = model.people.get(chip.specialistId);
  return {
    id: chip.id,
    now: {
      ...placeOf(chip),
      specialist: person ?? { id: chip.specialistId, name: '', nameEn: '' },
    },
    visitNo: chip.visitNo,
    pinned: chip.pinned,
    municipality,
    supportRequest: { id: chip.supportRequestId, title: chip.request?.title ?? '' },
  };
}

const newer = (read: string | null, own: string | undefined): string =>
  own !== undefined && (read === null || BigInt(own) > BigInt(read)) ? own : (read ?? '0');

/** As long as it was. */
function withEnd(
  wish: Pick<Place, 'specialistId' | 'mode'> & { readonly startsAt: string },
  chip: Chip,
): Place {
  const length = Date.parse(chip.endsAt) - Date.parse(chip.startsAt);
  return { ...wish, endsAt: new Date(Date.parse(wish.startsAt) + length).toISOString() };
}

const focusElement = (element: HTMLElement | null | undefined) => element?.focus({ preventScroll: true });

/** Where focus goes when a visit leaves the table: the next one in it, or the cell. */
function neighbourOf(visitId: string): HTMLElement | null {
  const chip = document.getElementById(chipId(visitId));
  const cell = chip?.closest('td');
  const other = [...(cell?.querySelectorAll<HTMLElement>('[data-chip]') ?? [])].find((one) => one !== chip);
  return other ?? cell ?? null;
}

/** Focus is on the visit that was moved, wherever it was drawn since; then it is the reader's again. */
function useFocusOnChip(model: BoardModel): (visitId: string) => void {
  const wanted = useRef<{ readonly id: string; wasThere: boolean } | null>(null);
  const go = useCallback(() => {
    const { current } = wanted;
    const chip = current && document.getElementById(chipId(current.id));
    if (!chip) return;
    if (current.wasThere && document.activeElement !== document.body) return;
    current.wasThere = true;
    chip.focus({ preventScroll: true });
    chip.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  useLayoutEffect(go, [model, go]);
  return useCallback(
    (visitId) => {
      const wish = { id: visitId, wasThere: false };
      wanted.current = wish;
      // A dialog gives focus back to what opened it, after this.
      setTimeout(() => {
        wish.wasThere = false;
        go();
      }, 0);
      setTimeout(() => {
        if (wanted.current === wish) wanted.current = null;
      }, 5_000);
    },
    [go],
  );
}

interface DragProps extends Omit<Props, 'today' | 'onOutside'> {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly focusOn: (visitId: string) => void;
}

/** A visit taken with the pointer: where it fits is lit; where it does not, the reason goes along. */
function useBoardDrag({ board, model, moves, table, mayMove, say, focusOn }: DragProps) {
  const { t } = useTranslation();
  const client = useClient();
  const slots = useRef<ReadonlyMap<string, Place> | null>(null);
  const lifted = useRef<string | null>(null);
  const runId = board.run?.id ?? null;

  const light = useCallback(
    async (chip: Chip) => {
      if (runId === null) return;
      lifted.current = chip.id;
      slots.current = null;
      const { data } = await client
        .query(
          OpenSlotsDocument,
          { runId, proposedVisitId: chip.id, first: MOST_SLOTS },
          { requestPolicy: 'network-only' },
        )
        .toPromise();
      if (!data || lifted.current !== chip.id) return;
      const found = new Map<string, Place>();
      for (const { slot } of data.openSlots) {
        const key = `${slot.specialistId} ${dayOf(slot.startsAt)}`;
        // The best of a day comes first.
        if (!found.has(key)) found.set(key, { ...placeOf(slot), specialistId: slot.specialistId });
      }
      slots.current = found;
      for (const key of found.keys()) {
        const [person = '', date = ''] = key.split(' ');
        const cell = table.current?.querySelector<HTMLElement>(
          `tr[data-person="${person}"] td[data-date="${date}"]`,
        );
        if (cell) cell.dataset['lit'] = 'yes';
      }
    },
    [client, runId, table],
  );

  const against = (chip: Chip, { specialistId, date }: Target): string | null => {
    const who = model.people.get(specialistId);
    const row = model.rows.find(({ person }) => person.id === specialistId);
    const cell = row?.cells.find((one) => one.date === date);
    const closure = board.days.find((one) => one.date === date)?.closure;
    if (specialistId === chip.specialistId && date === chip.date) return null;
    if (board.run && (date < board.run.fromOn || date > board.run.toOn))
      return t('board.said.outside', { day: shortDate(date) });
    if (closure) return t('board.said.closed', { day: shortDate(date), why: nameOf(closure) });
    const away = cell ? awayOf(cell) : null;
    if (away?.part === 'DAY' && who)
      return t('board.said.notWorking', {
        who: nameOf(who),
        day: shortDate(date),
        why: t(`board.away.${away.state}`),
      });
    return null;
  };

  return useDrag({
    table,
    onLift: (id) => {
      const chip = model.chips.get(id);
      if (!chip) return null;
      if (!chip.isDraft || !mayMove) {
        say(t('board.said.taken'));
        return null;
      }
      void light(chip);
      const town = model.towns.get(chip.municipalityId);
      return t('board.drag.lift', { town: town ? nameOf(town) : '', n: chip.visitNo });
    },
    onOver: (id, target) => {
      const chip = model.chips.get(id);
      if (!chip) return null;
      const plain = against(chip, target);
      if (plain !== null || slots.current === null) return plain;
      const isHere = target.specialistId === chip.specialistId && target.date === chip.date;
      return isHere || slots.current.has(`${target.specialistId} ${target.date}`)
        ? null
        : t('board.said.noSlot');
    },
    onDrop: (id, target) => {
      const chip = model.chips.get(id);
      if (!chip || (target.specialistId === chip.specialistId && target.date === chip.date)) return;
      const plain = against(chip, target);
      const place = slots.current?.get(`${target.specialistId} ${target.date}`) ?? sameTime(chip, target);
      if (plain !== null) {
        moves.refuse(chip, place, plain);
        return;
      }
      // Where no place is known the rules themselves say why.
      void moves.moveTo(chip, place, true);
      focusOn(chip.id);
    },
    onEnd: () => {
      lifted.current = null;
      for (const cell of table.current?.querySelectorAll<HTMLElement>('td[data-lit]') ?? [])
        delete cell.dataset['lit'];
    },
  });
}

const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + 9 * 3_600_000).toISOString().slice(0, 10);

/** At the same hour of another day, with whoever it is. */
function sameTime(chip: Chip, { specialistId, date }: Target): Place {
  const startsAt = new Date(`${date}T${chip.time}:00+09:00`);
  const length = Date.parse(chip.endsAt) - Date.parse(chip.startsAt);
  return {
    specialistId,
    mode: chip.mode,
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + length).toISOString(),
  };
}
