import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { currentLanguage } from '../../../i18n';
import { nameOf } from '../../../i18n/words';
import { AsWritten } from '../../../ui/AsWritten';
import type { BoardModel, Waiting } from './board-model';

/** More reasons than these are read by nobody. */
const MOST_REASONS = 3;

interface Props {
  readonly model: BoardModel;
  readonly hasRun: boolean;
  /** The least that would help, as a button. */
  readonly fix: (waiting: Waiting, isNear: boolean) => ReactNode;
  readonly empty: ReactNode;
}

/** What has no place, whoever waits longest first: why, and the least that would help. */
export function UnplacedList({ model, hasRun, fix, empty }: Props) {
  const { t } = useTranslation();
  const { waiting, later } = model;
  const count = waiting.reduce((sum, { visits }) => sum + visits.length, 0);
  const longest = Math.max(0, ...waiting.map(({ days }) => days));
  return (
    <section aria-labelledby="board-unplaced" data-pane="list" className="flex min-w-0 flex-col">
      <h2 id="board-unplaced" className="border-b-2 border-solid-gray-600 pb-1 text-std-16B-170">
        {count === 0 ? t('board.unplaced.titleNone') : t('board.unplaced.title', { count, days: longest })}
      </h2>
      {waiting.length === 0 ? (
        <div className="pt-3">{empty}</div>
      ) : (
        <ol>
          {waiting.map((one, n) => (
            <Item key={one.key} waiting={one} model={model} hasRun={hasRun}>
              {fix(one, n < NEAR)}
            </Item>
          ))}
        </ol>
      )}
      {later.length > 0 && (
        <details className="mt-2">
          <summary className="min-h-6 py-1 text-dns-14N-130 underline underline-offset-4">
            {t('board.unplaced.later', {
              count: later.reduce((sum, { visits }) => sum + visits.length, 0),
            })}
          </summary>
          <ol>
            {later.map((one) => (
              <Item key={one.key} waiting={one} model={model} hasRun={hasRun} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

/** So many are helped without being asked. */
const NEAR = 6;

interface ItemProps {
  readonly waiting: Waiting;
  readonly model: BoardModel;
  readonly hasRun: boolean;
  readonly children?: ReactNode;
}

const Item = memo(function Item({ waiting, model, hasRun, children }: ItemProps) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const { request, visits, first, days } = waiting;
  const town = model.towns.get(request.municipalityId);
  const theme = request.themeId === null ? null : model.themes.get(request.themeId);
  const reasons = first.reasons.slice(0, MOST_REASONS);
  return (
    <li className="flex flex-col gap-1 border-b border-solid-gray-300 py-2 text-dns-14N-130">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <b className="text-dns-16B-130">{town && nameOf(town)}</b>
        <span>{theme ? nameOf(theme) : t('board.unplaced.noTheme')}</span>
        <span className="ml-auto whitespace-nowrap tabular-nums">
          {request.urgency === 'URGENT' && <b className="mr-1">{t('board.unplaced.urgent')}</b>}
          {t('board.unplaced.waits', { count: days })}
        </span>
      </p>
      <p>
        <Link to={`/requests/${request.id}`} className="link">
          <AsWritten>{request.title}</AsWritten>
        </Link>{' '}
        <span className="whitespace-nowrap text-solid-gray-700">
          {visits.map(({ visitNo }) => t('schedule.nth', { n: visitNo })).join(t('ui.listMark'))}
        </span>
      </p>
      {reasons.length > 0 ? (
        <ul className="list-disc pl-4 leading-150">
          {reasons.map(({ ruleId, sentence }) => (
            <li key={ruleId}>{sentence[language]}</li>
          ))}
        </ul>
      ) : (
        <p className="text-solid-gray-700">
          {t(hasRun ? 'board.unplaced.sinceRun' : 'board.unplaced.noRun')}
        </p>
      )}
      {children}
    </li>
  );
});
