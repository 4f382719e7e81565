import { memo, type PointerEvent, type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf, useMinutes } from '../../../i18n/words';
import { weekdayName, weekdayOf } from '../../../i18n/dates';
import { Gauge } from '../../../ui/Gauge';
import { BoardChip } from './BoardChip';
import type { BoardRow } from './board.documents';
import { awayOf, type BoardModel, type Cell, type Row } from './board-model';
import { cellOf, type FocusedCell, focusIn, keepFocus, moveFocus, wakeFirst } from './grid-keys';
import './board.css';

/** What a key or a press on a visit asks for. */
export type ChipWish = 'menu' | 'move' | 'pin' | 'drop';

interface Props {
  readonly model: BoardModel;
  readonly days: BoardRow['days'];
  readonly today: string;
  readonly table: RefObject<HTMLTableElement | null>;
  readonly onChip: (chipId: string, wish: ChipWish) => void;
  readonly onDrag: (event: PointerEvent<HTMLElement>, chipId: string) => void;
}

const KEYS: Readonly<Record<string, ChipWish>> = { m: 'move', p: 'pin', Delete: 'drop' };

/** Specialist × day. */
export function BoardGrid({ model, days, today, table, onChip, onDrag }: Props) {
  const { t } = useTranslation();
  const heads = useMemo(() => headsOf(days, today), [days, today]);
  const closed = useMemo(() => days.map(({ closure }) => closure !== null), [days]);
  // Moves of the focus change the elements themselves: nothing is drawn anew for them.
  const last = useRef<FocusedCell | null>(null);
  useLayoutEffect(() => {
    keepFocus(table.current, last.current);
    wakeFirst(table.current);
  });

  return (
    <div role="region" aria-label={t('board.grid.label')} className="board-region" data-pane="grid">
      <table
        ref={table}
        role="grid"
        aria-label={t('board.grid.label')}
        aria-describedby="board-grid-keys"
        className="board-table"
        onFocus={(event) => {
          last.current = cellOf(event.target);
          focusIn(event.currentTarget, event.target);
        }}
        onBlur={({ target }) => {
          // Not when it left the page: then focus has to be found again.
          if (target.isConnected) last.current = null;
        }}
        onKeyDown={(event) => {
          const { nativeEvent, key, target } = event;
          if (nativeEvent.isComposing || nativeEvent.keyCode === 229) return;
          if (event.ctrlKey || event.metaKey || event.altKey) {
            if (!event.ctrlKey || (key !== 'Home' && key !== 'End')) return;
          }
          const chip = target instanceof HTMLElement ? target.dataset['chip'] : undefined;
          const wish = chip === undefined ? undefined : KEYS[key.length === 1 ? key.toLowerCase() : key];
          if (chip !== undefined && wish && !event.ctrlKey && !event.shiftKey) {
            event.preventDefault();
            onChip(chip, wish);
            return;
          }
          if (moveFocus(event.currentTarget, target, { key, ctrl: event.ctrlKey })) event.preventDefault();
        }}
        onClick={({ target }) => {
          const chip = chipOf(target);
          if (chip) onChip(chip, 'menu');
        }}
        onPointerDown={(event) => {
          const chip = chipOf(event.target);
          if (chip && event.button === 0 && event.pointerType !== 'touch') onDrag(event, chip);
        }}
      >
        <thead>
          <tr>
            <th scope="col">{t('board.grid.person')}</th>
            {heads.map((head) => (
              <DayHead key={head.date} {...head} />
            ))}
          </tr>
        </thead>
        <tbody>
          {model.rows.map((row) => (
            <BoardLine key={row.person.id} row={row} closed={closed} heads={heads} towns={model.towns} />
          ))}
        </tbody>
        <Totals model={model} closed={closed} />
      </table>
      <p id="board-grid-keys" className="sr-only">
        {t('board.grid.keys')}
      </p>
    </div>
  );
}

const chipOf = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-chip]')?.dataset['chip'] : undefined;

interface Head {
  readonly date: string;
  readonly day: string;
  readonly weekday: string;
  readonly weekBegins: boolean;
  readonly isToday: boolean;
  readonly closure: { readonly name: string; readonly nameEn: string } | null;
}

function headsOf(days: BoardRow['days'], today: string): Head[] {
  return days.map(({ date, closure }, n) => {
    const [, month, day] = date.split('-').map(Number);
    const weekday = weekdayOf(date);
    return {
      date,
      day: n === 0 || day === 1 || weekday === 1 ? `${month}/${day}` : String(day),
      weekday: weekdayName(weekday),
      weekBegins: weekday === 1,
      isToday: date === today,
      closure,
    };
  });
}

const DayHead = memo(function DayHead({ day, weekday, weekBegins, isToday, closure }: Head) {
  const { t } = useTranslation();
  const isHoliday = closure !== null && weekday !== closure.name.slice(0, 1);
  const isWeekend = closure !== null && !isHoliday;
  return (
    <th
      scope="col"
      data-closed={closure ? '' : undefined}
      data-today={isToday || undefined}
      data-week={weekBegins || undefined}
      title={closure ? nameOf(closure) : undefined}
    >
      {day}
      <br />
      {weekday}
      {isToday && <span className="block text-dns-14N-130">{t('board.grid.today')}</span>}
      {isHoliday && <span className="board-away">{t('board.grid.holiday')}</span>}
      {closure && <span className="sr-only">{nameOf(closure)}</span>}
      {isWeekend && <span className="sr-only">{t('board.grid.closed')}</span>}
    </th>
  );
});

interface LineProps {
  readonly row: Row;
  readonly closed: readonly boolean[];
  readonly heads: readonly Head[];
  readonly towns: BoardModel['towns'];
}

const BoardLine = memo(
  function BoardLine({ row, closed, heads, towns }: LineProps) {
    return (
      <tr data-person={row.person.id}>
        <PersonHead person={row.person} />
        {row.cells.map((cell, n) => (
          <BoardCell
            key={cell.date}
            cell={cell}
            isClosed={closed[n] ?? false}
            weekBegins={heads[n]?.weekBegins ?? false}
            towns={towns}
          />
        ))}
      </tr>
    );
  },
  (a, b) => a.row === b.row && a.heads === b.heads,
);

function BoardCell({
  cell,
  isClosed,
  weekBegins,
  towns,
}: {
  readonly cell: Cell;
  readonly isClosed: boolean;
  readonly weekBegins: boolean;
  readonly towns: BoardModel['towns'];
}) {
  const { t } = useTranslation();
  const away = isClosed ? null : awayOf(cell);
  return (
    <td
      tabIndex={-1}
      data-date={cell.date}
      data-closed={isClosed ? '' : undefined}
      data-week={weekBegins || undefined}
      data-away={away?.part}
    >
      {cell.chips.map((chip) => (
        <BoardChip key={chip.id} chip={chip} town={towns.get(chip.municipalityId)} />
      ))}
      {away && (
        <span className="board-away">
          {away.part !== 'DAY' && `${t(`board.half.${away.part}`)} `}
          {t(`board.away.${away.state}`)}
          {cell.reason !== null && <span lang="ja">（{cell.reason}）</span>}
        </span>
      )}
    </td>
  );
}

const PersonHead = memo(function PersonHead({ person }: { readonly person: Row['person'] }) {
  const { t } = useTranslation();
  const {
    usedDays: used,
    plannedDays: planned,
    draftedDays: drafted,
    contractDays: limit,
    basis,
  } = person.contract;
  const fields = person.fields.map(nameOf).join(t('ui.listMark'));
  const all = used + planned + drafted;
  return (
    <th scope="row">
      <span className="block truncate text-dns-16B-130">{nameOf(person)}</span>
      {fields !== '' && <span className="block truncate text-solid-gray-700">{fields}</span>}
      {!person.active && <span className="block">{t('board.grid.left')}</span>}
      <span className="block tabular-nums" title={t('board.contract.title', { used, planned, drafted })}>
        {limit === null
          ? t('board.contract.open', { all })
          : t(basis === 'REGISTER' ? 'board.contract.guideline' : 'board.contract.days', { all, limit })}
        {limit !== null && limit - all <= Math.max(1, Math.floor(limit / 10)) && (
          <b className="ml-1">
            {limit - all >= 0
              ? t('board.contract.left', { count: limit - all })
              : t('board.contract.over', { count: all - limit })}
          </b>
        )}
      </span>
      {limit !== null && <Gauge used={used + planned} more={all} limit={limit} />}
    </th>
  );
});

const Totals = memo(
  function Totals({ model, closed }: { readonly model: BoardModel; readonly closed: readonly boolean[] }) {
    const { t } = useTranslation();
    const minutesOf = useMinutes();
    return (
      <tfoot>
        <tr>
          <th scope="row">
            {t('board.totals.visits')}・{t('board.totals.travel')}・{t('board.totals.free')}
          </th>
          {model.totals.map(({ date, visits, travelMinutes, freeHalves }, n) => (
            <td key={date}>
              {(!closed[n] || visits > 0) && (
                <>
                  {t('board.totals.visitsValue', { count: visits })}
                  <br />
                  {travelMinutes > 0 ? minutesOf(travelMinutes) : t('ui.none')}
                  <br />
                  {t('board.totals.freeValue', { days: freeHalves / 2 })}
                </>
              )}
            </td>
          ))}
        </tr>
      </tfoot>
    );
  },
  (a, b) => a.model.totals === b.model.totals && a.closed === b.closed,
);
