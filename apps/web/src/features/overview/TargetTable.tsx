import { useTranslation } from 'react-i18next';
import { longDate, shortInstant } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { Table } from '../../ui/Table';
import { Bar } from './Bars';
import { percentOf } from './figures';
import type { TargetInForce, TargetVersion } from './overview.documents';

/** Whose target it is. */
export function useWhose(): (target: Pick<TargetVersion, 'municipality'>) => string {
  const { t } = useTranslation();
  return ({ municipality }) => (municipality ? nameOf(municipality) : t('overview.targets.prefecture'));
}

const isShare = ({ kind }: TargetVersion): boolean => kind === 'STAFF' || kind === 'COVERAGE';

/** What was counted, in the unit of the target. */
const countedOf = (target: TargetVersion): number | null =>
  target.kind === 'STAFF'
    ? target.trained === null || target.headcount === null
      ? null
      : percentOf(target.trained, target.headcount)
    : target.secured;

interface Props {
  /** COVERAGE is counted by itself and has its own panel. */
  readonly rows: readonly TargetInForce[];
  readonly onChange?: ((target: TargetVersion) => void) | undefined;
}

/** Target, what is secured and trained, and how much is missing. */
export function TargetTable({ rows, onChange }: Props) {
  const { t } = useTranslation();
  const whoseOf = useWhose();
  const said = (target: TargetVersion, value: number | null): string =>
    value === null
      ? t('overview.targets.notCounted')
      : isShare(target)
        ? t('overview.percent', { value })
        : t('overview.people', { value });
  const people = (value: number | null): string =>
    value === null ? t('overview.targets.notCounted') : t('overview.people', { value });
  return (
    <Table
      caption={t('overview.targets.caption')}
      rows={rows}
      keyOf={({ current }) => current.id}
      columns={[
        {
          key: 'whose',
          title: t('overview.targets.whose'),
          heads: true,
          cell: ({ current }) => whoseOf(current),
        },
        {
          key: 'kind',
          title: t('overview.targets.kind'),
          nowrap: true,
          cell: ({ current }) => t(`overview.targets.kinds.${current.kind}`),
        },
        {
          key: 'bar',
          title: t('overview.targets.bar'),
          cell: ({ current }) => (
            <Bar
              most={Math.max(current.target, countedOf(current) ?? 0)}
              line={current.target}
              parts={[{ amount: countedOf(current) ?? 0, fill: 'full' }]}
            />
          ),
        },
        {
          key: 'target',
          title: t('overview.targets.target'),
          numeric: true,
          nowrap: true,
          cell: ({ current }) => said(current, current.target),
        },
        {
          key: 'secured',
          title: t('overview.targets.secured'),
          numeric: true,
          nowrap: true,
          cell: ({ current }) => (isShare(current) ? t('overview.none') : people(current.secured)),
        },
        {
          key: 'trained',
          title: t('overview.targets.trained'),
          numeric: true,
          nowrap: true,
          cell: ({ current }) => (current.kind === 'COVERAGE' ? t('overview.none') : people(current.trained)),
        },
        {
          key: 'missing',
          title: t('overview.targets.missing'),
          numeric: true,
          nowrap: true,
          cell: ({ current, missing }) =>
            missing === null
              ? t('overview.none')
              : isShare(current)
                ? t('overview.points', { value: missing })
                : t('overview.people', { value: missing }),
        },
        {
          key: 'reached',
          title: t('overview.targets.reached'),
          numeric: true,
          nowrap: true,
          cell: ({ reached }) =>
            reached === null ? t('overview.none') : t('overview.percent', { value: reached }),
        },
        {
          key: 'counted',
          title: t('overview.targets.countedOn'),
          nowrap: true,
          cell: ({ current: { countedOn } }) => (countedOn ? longDate(countedOn) : t('overview.none')),
        },
        ...(onChange
          ? [
              {
                key: 'change',
                title: t('overview.targets.change'),
                control: true,
                cell: ({ current }: TargetInForce) => (
                  <Button
                    size="small"
                    className="no-print"
                    aria-label={t('overview.targets.changeOne', {
                      whose: whoseOf(current),
                      kind: t(`overview.targets.kinds.${current.kind}`),
                    })}
                    onClick={() => onChange(current)}
                  >
                    {t('overview.targets.change')}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Every version of one target, the latest first. */
export function TargetHistory({ of: { current, history } }: { readonly of: TargetInForce }) {
  const { t } = useTranslation();
  const whoseOf = useWhose();
  const count = (value: number | null): string => (value === null ? t('overview.none') : String(value));
  const title = t('overview.targets.historyOne', {
    whose: whoseOf(current),
    kind: t(`overview.targets.kinds.${current.kind}`),
    count: history.length,
  });
  return (
    <details>
      <summary className="link min-h-11 content-center">{title}</summary>
      <Table
        caption={title}
        rows={history}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'version',
            title: t('overview.targets.history'),
            heads: true,
            cell: ({ version }) => t('overview.targets.version', { version }),
          },
          { key: 'target', title: t('overview.targets.target'), numeric: true, cell: ({ target }) => target },
          {
            key: 'secured',
            title: t('overview.targets.secured'),
            numeric: true,
            cell: ({ secured }) => count(secured),
          },
          {
            key: 'trained',
            title: t('overview.targets.trained'),
            numeric: true,
            cell: ({ trained }) => count(trained),
          },
          {
            key: 'headcount',
            title: t('overview.targets.headcount'),
            numeric: true,
            cell: ({ headcount }) => count(headcount),
          },
          {
            key: 'source',
            title: t('overview.targets.sourceShort'),
            cell: ({ source }) => <AsWritten>{source}</AsWritten>,
          },
          {
            key: 'by',
            title: t('overview.targets.by'),
            cell: ({ setByName, setAt }) => (
              <>
                <AsWritten>{setByName}</AsWritten> {shortInstant(setAt)}
              </>
            ),
          },
        ]}
      />
    </details>
  );
}
