import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { shortInstant } from '../../i18n/dates';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Pager, usePage } from '../../ui/Pager';
import { Table } from '../../ui/Table';
import { type DeadRow, DeadOutboxRowsDocument, RetryOutboxRowsDocument } from './operations.documents';

/** Work that was set aside after its last attempt, and the button that wakes it. */
export function DeadRows() {
  const { t } = useTranslation();
  const list = useLoad(DeadOutboxRowsDocument, usePage(), { about: ['RetriedOutboxRows'] });
  return (
    <Loaded of={list}>
      {({ deadOutboxRows: { edges, pageInfo, totalCount } }) =>
        edges.length === 0 ? (
          <Empty>{t('operations.noDead')}</Empty>
        ) : (
          <>
            <p>{t('operations.deadLead')}</p>
            <Rows rows={edges.map(({ node }) => node)} />
            <Pager total={totalCount} pageInfo={pageInfo} />
          </>
        )
      }
    </Loaded>
  );
}

function Rows({ rows }: { readonly rows: readonly DeadRow[] }) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(RetryOutboxRowsDocument, 'Installation DeadOutboxRow');
  const retry = async (ids: string[]) => {
    const answer = (await run({ ids }))?.retryOutboxRows;
    if (!answer) return;
    const { retried, noLongerDead } = answer;
    done(
      noLongerDead.length === 0
        ? t('operations.retried', { count: retried.length })
        : t('operations.retriedSome', { count: retried.length, before: noLongerDead.length }),
    );
  };
  return (
    <Form labels={{}} refusal={refusal} onSubmit={() => void retry(rows.map(({ id }) => id))}>
      <Table
        caption={t('operations.dead')}
        cards
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'job',
            title: t('operations.job'),
            heads: true,
            cell: ({ job }) => <span className="font-mono">{job}</span>,
          },
          {
            key: 'attempts',
            title: t('operations.attempts'),
            numeric: true,
            nowrap: true,
            cell: ({ failures, sends }) => t('operations.attemptsOf', { failures, sends }),
          },
          {
            key: 'error',
            title: t('operations.error'),
            cell: ({ error }) =>
              error === null ? (
                t('operations.withheld')
              ) : (
                <span lang="en" className="font-mono break-all">
                  {error}
                </span>
              ),
          },
          {
            key: 'since',
            title: t('operations.since'),
            nowrap: true,
            cell: ({ deadAt }) => shortInstant(deadAt),
          },
          {
            key: 'act',
            title: t('operations.act'),
            control: true,
            cell: ({ id, job }) => (
              <Button
                size="small"
                busy={busy}
                aria-label={t('operations.retryOne', { job })}
                onClick={() => void retry([id])}
              >
                {t('operations.retry')}
              </Button>
            ),
          },
        ]}
      />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('operations.retryAll', { count: rows.length })}
        </Button>
      </div>
    </Form>
  );
}
