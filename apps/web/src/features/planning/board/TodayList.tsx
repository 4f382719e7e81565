import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addDays, shortDate } from '../../../i18n/dates';
import { nameOf } from '../../../i18n/words';
import { AsWritten } from '../../../ui/AsWritten';
import { LinkButton } from '../../../ui/Button';
import { Empty } from '../../../ui/Loaded';
import type { BoardModel, Chip } from './board-model';
import { lookOf } from './BoardChip';

interface Props {
  readonly model: BoardModel;
  readonly today: string;
  /** Somebody who works here can give a visit to somebody else. */
  readonly mayRepair: boolean;
}

/** On a phone not a board: who is where today and tomorrow, and what to do when something comes between. */
export function TodayList({ model, today, mayRepair }: Props) {
  const { t } = useTranslation();
  const days = [today, addDays(today, 1)];
  return (
    <section aria-labelledby="board-today" className="flex flex-col gap-4 sm:hidden">
      <h2 id="board-today" className="text-std-20B-150">
        {t('board.today.title')}
      </h2>
      {days.map((day, n) => {
        const chips = [...model.chips.values()].filter(({ date, isDraft }) => date === day && !isDraft);
        return (
          <div key={day} className="flex flex-col gap-2">
            <h3 className="text-std-17B-170">
              {t(n === 0 ? 'board.today.today' : 'board.today.tomorrow', { day: shortDate(day) })}
            </h3>
            {chips.length === 0 ? (
              <Empty>{t('board.today.none')}</Empty>
            ) : (
              <ul className="flex flex-col gap-3">
                {chips.map((chip) => (
                  <TodayVisit key={chip.id} chip={chip} model={model} mayRepair={mayRepair} />
                ))}
              </ul>
            )}
          </div>
        );
      })}
    </section>
  );
}

function TodayVisit({
  chip,
  model,
  mayRepair,
}: {
  readonly chip: Chip;
  readonly model: BoardModel;
  readonly mayRepair: boolean;
}) {
  const { t } = useTranslation();
  const town = model.towns.get(chip.municipalityId);
  const person = model.people.get(chip.specialistId);
  return (
    <li className="flex flex-col gap-1 border-l-4 border-key-900 pl-3">
      <p>
        <span className="tabular-nums">
          {chip.time}〜{chip.endTime}
        </span>{' '}
        <b>{town && nameOf(town)}</b> {person && nameOf(person)}
      </p>
      <p className="text-dns-14N-130">
        {t(`board.state.${lookOf(chip)}`)} {chip.request && <AsWritten>{chip.request.title}</AsWritten>}
      </p>
      <p className="flex flex-wrap gap-x-4 gap-y-2">
        <Link to={`/visits/${chip.id}`} className="link inline-flex min-h-11 items-center">
          {t('board.today.open')}
        </Link>
        {mayRepair && (chip.status === 'PUBLISHED' || chip.status === 'CONFIRMED') && (
          <LinkButton to={`/plans/repair?specialist=${chip.specialistId}`} size="small" className="min-h-11">
            {t('board.today.reassign')}
          </LinkButton>
        )}
      </p>
    </li>
  );
}
