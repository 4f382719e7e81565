import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { nameOf } from '../../../i18n/words';
import { AsWritten } from '../../../ui/AsWritten';
import { Empty } from '../../../ui/Loaded';
import { type Column, Table } from '../../../ui/Table';
import { ChooseAll } from '../ChooseAll';
import type { RunRow } from '../plans.documents';
import { SlotWords } from '../SlotWords';
import { callOffsOf, differs, keyOf } from './calendar-changes';
import type { PlanChange } from './compare.documents';
import { TakeOver } from './TakeOver';

interface Props {
  readonly run: RunRow;
  /** The plan that it is compared with; null for what is published. */
  readonly into: RunRow | null;
  readonly changes: readonly PlanChange[];
  readonly unchanged: number;
}

const townOf = ({ supportRequest }: PlanChange): string =>
  supportRequest ? nameOf(supportRequest.municipality) : '';
const timeOf = ({ before, after }: PlanChange): string => (after ?? before)?.startsAt ?? '';

/** Visit by visit what differs, grouped by town; chosen ones can be taken over. */
export function Changes({ run, into, changes, unchanged }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const takeable = new Set([
    ...run.proposedVisits.map(({ supportRequest, visitNo }) =>
      keyOf({ supportRequestId: supportRequest.id, visitNo }),
    ),
    ...callOffsOf(run).map(({ key }) => key),
  ]);
  const mayTake = run.viewerActions.includes('PUBLISH') || into?.viewerActions.includes('MOVE') === true;
  const rows = [...changes].sort(
    (a, b) => townOf(a).localeCompare(townOf(b), 'ja') || timeOf(a).localeCompare(timeOf(b)),
  );
  const choose = (key: string, wanted: boolean) => {
    const next = new Set(chosen);
    if (wanted) next.add(key);
    else next.delete(key);
    setChosen(next);
  };
  const box: Column<PlanChange> = {
    key: 'take',
    title: t('comparing.take'),
    control: true,
    cell: (change) =>
      takeable.has(keyOf(change)) ? (
        <label className="-m-2 flex size-10 items-center justify-center">
          <input
            type="checkbox"
            className="size-6"
            checked={chosen.has(keyOf(change))}
            aria-label={t('comparing.takeOne', {
              town: townOf(change),
              title: change.supportRequest?.title ?? '',
              n: change.visitNo,
            })}
            onChange={(event) => choose(keyOf(change), event.target.checked)}
          />
        </label>
      ) : (
        <span className="sr-only">{t('comparing.notThere')}</span>
      ),
  };
  if (rows.length === 0) return <Empty>{t('comparing.nothing', { count: unchanged })}</Empty>;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6">
        <p>{t('comparing.count', { count: rows.length, unchanged })}</p>
        {mayTake && (
          <ChooseAll
            onAll={() => setChosen(new Set(rows.map(keyOf).filter((key) => takeable.has(key))))}
            onNone={() => setChosen(new Set())}
          />
        )}
      </div>
      <Table
        caption={t('comparing.changes')}
        rows={rows}
        keyOf={keyOf}
        cards
        columns={[
          ...(mayTake ? [box] : []),
          { key: 'town', title: t('planning.town'), nowrap: true, cell: townOf },
          {
            key: 'request',
            title: t('planning.request'),
            heads: true,
            cell: ({ supportRequest, supportRequestId, visitNo }) => (
              <>
                <Link to={`/requests/${supportRequestId}`} className="link">
                  <AsWritten>{supportRequest?.title ?? t('requests.untitled')}</AsWritten>
                </Link>{' '}
                <span className="whitespace-nowrap">{t('schedule.nth', { n: visitNo })}</span>
              </>
            ),
          },
          {
            key: 'what',
            title: t('comparing.what'),
            nowrap: true,
            cell: (change) => <What change={change} />,
          },
          {
            key: 'before',
            title: into ? t('planning.run', { number: into.number }) : t('comparing.nowShort'),
            cell: ({ before }) => (before ? <SlotWords slot={before} /> : t('ui.none')),
          },
          {
            key: 'after',
            title: t('comparing.thisRun', { number: run.number }),
            cell: ({ after }) => (after ? <SlotWords slot={after} /> : t('ui.none')),
          },
        ]}
      />
      {mayTake && (
        <TakeOver
          run={run}
          into={into}
          changes={rows}
          chosen={chosen}
          onChoose={(keys) => setChosen(new Set(keys))}
        />
      )}
    </>
  );
}

function What({ change: { kind, before, after } }: { readonly change: PlanChange }) {
  const { t } = useTranslation();
  if (kind !== 'MOVED') return t(`comparing.kind.${kind}`);
  return t('comparing.movedIn', {
    what: differs(before, after)
      .map((one) => t(`comparing.differs.${one}`))
      .join(t('ui.listMark')),
  });
}
