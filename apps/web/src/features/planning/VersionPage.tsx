import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { shortInstant } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { Facts } from '../../ui/Facts';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { SlotWords } from './SlotWords';
import { type VersionChange, VersionDocument, type VersionRow } from './version.documents';

const PLANS = '/plans';

/** A published version on a page of its own, to read years later or to pass round on paper. */
export function VersionPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const load = useLoad(VersionDocument, { id });
  const version = load.data?.planPublication.publication.version;
  return (
    <Page
      title={version === undefined ? t('publishing.versionPage') : t('planning.version', { version })}
      lead={<p>{t('publishing.versionLead')}</p>}
      back={{ to: PLANS, label: t('planning.title') }}
    >
      <Loaded of={load}>{({ planPublication }) => <Version of={planPublication} />}</Loaded>
    </Page>
  );
}

function Version({ of: { publication, changes } }: { readonly of: VersionRow }) {
  const { t } = useTranslation();
  const { version, restores, cause, runId } = publication;
  return (
    <div className="print-wide flex flex-col gap-6">
      <Facts
        items={[
          { term: t('planning.publishedAt'), value: shortInstant(publication.publishedAt) },
          {
            term: t('planning.publishedBy'),
            value: <AsWritten>{publication.publishedByName}</AsWritten>,
          },
          {
            term: t('publishing.broughtBy'),
            value:
              restores === null ? (
                <Cause cause={cause} runId={runId} />
              ) : (
                t('publishing.restores', { version: restores })
              ),
          },
        ]}
      />
      {changes === null ? (
        <Empty>{t('publishing.notKept')}</Empty>
      ) : (
        <>
          <div className="no-print">
            <Button size="small" onClick={() => window.print()}>
              {t('publishing.print')}
            </Button>
          </div>
          <ChangeTable
            caption={t('publishing.changesOf', { version, count: changes.length })}
            rows={changes}
          />
        </>
      )}
    </div>
  );
}

function Cause({ cause, runId }: Pick<VersionRow['publication'], 'cause' | 'runId'>) {
  const { t } = useTranslation();
  if (runId === null) return t(`planning.cause.${cause}`);
  return (
    <Link to={`${PLANS}/${runId}`} className="link">
      {t('planning.title')}
    </Link>
  );
}

function ChangeTable({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly VersionChange[];
}) {
  const { t } = useTranslation();
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={({ supportRequestId, visitNo }) => `${supportRequestId} ${visitNo}`}
      cards
      columns={[
        {
          key: 'town',
          title: t('planning.town'),
          nowrap: true,
          cell: ({ supportRequest }) => supportRequest && nameOf(supportRequest.municipality),
        },
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
          key: 'kind',
          title: t('publishing.what'),
          nowrap: true,
          cell: ({ kind }) => t(`publishing.kind.${kind}`),
        },
        {
          key: 'before',
          title: t('publishing.before'),
          cell: ({ before }) => (before ? <SlotWords slot={before} /> : t('ui.none')),
        },
        {
          key: 'after',
          title: t('publishing.after'),
          cell: ({ after }) => (after ? <SlotWords slot={after} /> : t('ui.none')),
        },
      ]}
    />
  );
}
