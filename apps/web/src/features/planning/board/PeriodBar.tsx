import { useTranslation } from 'react-i18next';
import { longDate, shortDate } from '../../../i18n/dates';
import type { BoardRow } from './board.documents';
import { nextSpan, spanFrom, SPANS, type useBoardAddress } from './use-board-address';

interface Props {
  readonly board: BoardRow;
  readonly address: ReturnType<typeof useBoardAddress>;
}

const STEP =
  'size-9 rounded-8 border border-key-900 bg-white text-std-20B-150 leading-none text-key-900 hover:bg-key-50';
const LOOK = 'min-h-9 max-w-72 rounded-4 border border-solid-gray-600 bg-white px-2 text-dns-16N-130';

/** Which days are shown, and which plan lies on them. */
export function PeriodBar({ board, address: { span, change } }: Props) {
  const { t } = useTranslation();
  const step = (way: 1 | -1) =>
    change({ from: nextSpan(span ?? '4w', board.from, way), span: span ?? '4w', run: board.run?.id ?? null });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <h1 className="text-std-20B-150">
        {t('board.title')}{' '}
        <span className="ml-2 text-std-16N-170">
          {t('board.period', { from: longDate(board.from), to: longDate(board.to) })}
        </span>
      </h1>
      <span className="no-print flex items-center gap-1">
        <button type="button" className={STEP} aria-label={t('board.before')} onClick={() => step(-1)}>
          <span aria-hidden="true">‹</span>
        </button>
        <button type="button" className={STEP} aria-label={t('board.after')} onClick={() => step(1)}>
          <span aria-hidden="true">›</span>
        </button>
      </span>
      <label className="no-print flex items-center gap-1.5">
        <span className="sr-only">{t('board.span.label')}</span>
        <select
          className={LOOK}
          value={span ?? (isFourWeeks(board) ? '4w' : '')}
          onChange={(event) => {
            const wanted = SPANS.find((one) => one === event.target.value);
            if (wanted)
              change({ span: wanted, from: spanFrom(wanted, board.from).from, run: board.run?.id ?? null });
            else change({ span: null, from: null });
          }}
        >
          {!span && !isFourWeeks(board) && <option value="">{t('board.span.plan')}</option>}
          {SPANS.map((one) => (
            <option key={one} value={one}>
              {t(`board.span.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {board.runs.length > 0 && (
        <label className="no-print flex items-center gap-1.5">
          <span className="sr-only">{t('board.run.choose')}</span>
          <select
            className={LOOK}
            value={board.run?.id ?? ''}
            onChange={(event) => change({ run: event.target.value, from: null, span: null })}
          >
            {board.run && !board.runs.some(({ id }) => id === board.run?.id) && (
              <option value={board.run.id}>{t('board.run.name', { number: board.run.number })}</option>
            )}
            {board.runs.map(({ id, number, fromOn, toOn }) => (
              <option key={id} value={id}>
                {t('board.run.period', { number, from: shortDate(fromOn), to: shortDate(toOn) })}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

const isFourWeeks = ({ from, to }: BoardRow): boolean => spanFrom('4w', from).to === to;
