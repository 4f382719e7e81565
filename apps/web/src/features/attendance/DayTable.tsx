import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { longDate, shortDate } from '../../i18n/dates';
import { yenOf } from '../../i18n/money';
import { ConfirmDialog } from '../../ui/AskDialog';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { Empty } from '../../ui/Loaded';
import { Table } from '../../ui/Table';
import { type DayRow, RemoveDayDocument, type SheetRow } from './attendance.documents';

interface Props {
  readonly sheet: SheetRow;
  readonly caption: string;
}

/** The days of a month; each can be taken back until the month is billed. */
export function DayTable({ sheet, caption }: Props) {
  const { t } = useTranslation();
  const [removing, setRemoving] = useState<DayRow | null>(null);
  if (sheet.days.length === 0) return <Empty>{t('attendance.noneYet')}</Empty>;
  const mayRemove = sheet.mayRecord && !sheet.closed;
  return (
    <>
      <Table
        caption={caption}
        rows={sheet.days}
        keyOf={(day) => day.id}
        cards
        columns={[
          {
            key: 'date',
            title: t('attendance.date'),
            heads: true,
            nowrap: true,
            cell: ({ workedOn }) => shortDate(workedOn),
          },
          {
            key: 'part',
            title: t('attendance.part'),
            nowrap: true,
            cell: ({ halfDays }) => t(`attendance.parts.${halfDays === 1 ? '1' : '2'}`),
          },
          {
            key: 'travel',
            title: t('attendance.travel'),
            numeric: true,
            nowrap: true,
            cell: ({ travelYen }) => yenOf(travelYen),
          },
          {
            key: 'reason',
            title: t('attendance.reason'),
            cell: ({ beyondReason }) => beyondReason !== null && <AsWritten>{beyondReason}</AsWritten>,
          },
          {
            key: 'note',
            title: t('attendance.remark'),
            cell: ({ note }) => note !== null && <AsWritten>{note}</AsWritten>,
          },
          {
            key: 'by',
            title: t('attendance.by'),
            cell: ({ recordedByName }) => <AsWritten>{recordedByName}</AsWritten>,
          },
          ...(mayRemove
            ? [
                {
                  key: 'remove',
                  title: t('attendance.remove'),
                  control: true,
                  nowrap: true,
                  cell: (day: DayRow) => (
                    <Button
                      size="small"
                      aria-label={t('attendance.removeOne', { date: shortDate(day.workedOn) })}
                      onClick={() => setRemoving(day)}
                    >
                      {t('attendance.remove')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {removing && <RemoveDialog day={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}

function RemoveDialog({ day, onClose }: { readonly day: DayRow; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(RemoveDayDocument, 'AttendanceSheet');
  const date = longDate(day.workedOn);
  const remove = async () => {
    if (!(await run({ id: day.id }))) return;
    onClose();
    done(t('attendance.removed', { date }));
  };
  return (
    <ConfirmDialog
      title={t('attendance.removeTitle')}
      open
      onClose={onClose}
      confirm={t('attendance.remove')}
      busy={busy}
      refusal={refusal}
      onConfirm={() => void remove()}
    >
      <p>{t('attendance.removeText', { date })}</p>
    </ConfirmDialog>
  );
}
