import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { shortDate } from '../../i18n/dates';
import { useSession } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { WordsDialog } from '../../ui/AskDialog';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { Empty } from '../../ui/Loaded';
import { Table } from '../../ui/Table';
import { CONCERNS, type DayRow, SetDaysDocument } from './availability.documents';
import { lookOf, reasonOf } from './day-words';

interface Props {
  readonly specialistId: string;
  readonly days: readonly DayRow[];
  readonly mayChange: boolean;
}

const isOff = ({ am, pm }: DayRow): boolean => am.state === 'DAY_OFF' || pm.state === 'DAY_OFF';

/** The single days of the month on which somebody is away, each with its reason. */
export function ExceptionList({ specialistId, days, mayChange }: Props) {
  const { t } = useTranslation();
  const { today } = useSession();
  const done = useDone();
  const [changing, setChanging] = useState<DayRow | null>(null);
  const { run, busy, refusal, clear } = useAction(SetDaysDocument, CONCERNS);
  const rows = days.filter(isOff);
  if (rows.length === 0) return <Empty>{t('availability.noExceptions')}</Empty>;
  const put = async (words: string) => {
    if (!changing) return;
    const { date, am, pm } = changing;
    const wish = { date, am: am.state === 'WORKS', pm: pm.state === 'WORKS' };
    if (!(await run({ input: { specialistId, days: [wish], reason: words.trim() } }))) return;
    setChanging(null);
    done(t('availability.reasonSet', { date: shortDate(date) }));
  };
  return (
    <>
      <Table
        caption={t('availability.exceptions')}
        cards
        rows={rows}
        keyOf={({ date }) => date}
        columns={[
          {
            key: 'date',
            title: t('specialists.date'),
            heads: true,
            nowrap: true,
            cell: ({ date }) => shortDate(date),
          },
          {
            key: 'look',
            title: t('specialists.part'),
            nowrap: true,
            cell: (day) => t(`availability.look.${lookOf(day)}`),
          },
          {
            key: 'reason',
            title: t('specialists.reason'),
            cell: (day) => {
              const reason = reasonOf(day);
              return reason === null ? t('ui.none') : <AsWritten>{reason}</AsWritten>;
            },
          },
          ...(mayChange
            ? [
                {
                  key: 'change',
                  title: t('availability.changeReason'),
                  control: true,
                  cell: (day: DayRow) =>
                    day.date >= today && (
                      <Button
                        size="small"
                        className="whitespace-nowrap"
                        aria-label={t('availability.changeReasonOf', { date: shortDate(day.date) })}
                        onClick={() => setChanging(day)}
                      >
                        {t('availability.changeReason')}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      <WordsDialog
        title={changing ? t('availability.changeReasonOf', { date: shortDate(changing.date) }) : ''}
        open={changing !== null}
        onClose={() => {
          setChanging(null);
          clear();
        }}
        confirm={t('availability.changeReason')}
        busy={busy}
        refusal={refusal}
        name="reason"
        label={t('specialists.reason')}
        hint={t('specialists.reasonHint')}
        optional
        oneLine
        onConfirm={(words) => void put(words)}
      />
    </>
  );
}
