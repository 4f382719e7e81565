import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { ResultOf } from '../../gql/graphql';
import { useLoad } from '../../gql/use-load';
import { currentLanguage } from '../../i18n';
import { longDate, longInstant, shortInstant } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useDailyWork } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import {
  ConsultationPurchaseDocument,
  type PurchaseRow,
  RequestPurchaseDocument,
} from './conflicts.documents';
import { OnWish } from './OnWish';
import { PurchaseForm } from './PurchaseForm';

const ABOUT = { about: ['Procurement', 'BidRestrictionNote', 'SpecialistFirm', 'Visit'] };

type Case = ResultOf<typeof RequestPurchaseDocument>['supportRequest'];

/** What a request buys and from whom: for the town and the hub. Whoever comes reads that it was checked. */
export function RequestPurchase({ id }: { readonly id: string }) {
  const load = useLoad(RequestPurchaseDocument, { id }, ABOUT);
  return (
    <Loaded of={load}>
      {({ supportRequest }) => <CasePurchase of={supportRequest} onOvertaken={load.reload} />}
    </Loaded>
  );
}

/** The same for a question. */
export function ConsultationPurchase({ id }: { readonly id: string }) {
  const load = useLoad(ConsultationPurchaseDocument, { id }, ABOUT);
  return (
    <Loaded of={load}>
      {({ consultation }) => <CasePurchase of={consultation} onOvertaken={load.reload} />}
    </Loaded>
  );
}

function CasePurchase({
  of: { procurement, conflictCheck, theme },
  onOvertaken,
}: {
  readonly of: Case;
  readonly onOvertaken: () => void;
}) {
  const { t } = useTranslation();
  const worksDaily = useDailyWork();
  if (!procurement) return conflictCheck && <Checked check={conflictCheck} />;
  const isNeeded = procurement.version === 0 && theme?.conflictCheck === true;
  return (
    <Section title={t('conflicts.procurement.title')} id="procurement">
      <p>{t('conflicts.procurement.lead')}</p>
      {isNeeded && <Notice tone="warning" title={t('conflicts.procurement.needed')} />}
      <Facts
        items={[
          {
            term: t('conflicts.procurement.stands'),
            value: t(
              procurement.version === 0
                ? 'conflicts.procurement.notChecked'
                : `conflicts.phase.${procurement.phase}`,
            ),
          },
          conflictCheck !== null && {
            term: t('conflicts.procurement.vendors'),
            value: (
              <>
                {procurement.vendors.length === 0 && t('conflicts.procurement.noVendors')}
                {procurement.vendors.map(({ name }) => (
                  <AsWritten key={name} className="block">
                    {name}
                  </AsWritten>
                ))}
                <span className="block text-dns-14N-130 text-solid-gray-700">
                  {t('conflicts.check.done', { at: longInstant(conflictCheck.checkedAt) })}
                </span>
              </>
            ),
          },
        ]}
      />
      {worksDaily && (
        <OnWish
          key={procurement.caseId}
          label={t(
            procurement.version === 0 ? 'conflicts.procurement.enter' : 'conflicts.procurement.change',
          )}
          open={isNeeded}
        >
          {(close) => <PurchaseForm purchase={procurement} onSaved={close} onOvertaken={onOvertaken} />}
        </OnWish>
      )}
      {procurement.shutOut.length > 0 && <ShutOut shutOut={procurement.shutOut} />}
      {procurement.history.length > 0 && <History history={procurement.history} />}
      {procurement.bidRestrictionNotes.length > 0 && <Notes notes={procurement.bidRestrictionNotes} />}
    </Section>
  );
}

function Checked({ check }: { readonly check: NonNullable<Case['conflictCheck']> }) {
  const { t } = useTranslation();
  return (
    <Notice
      tone={check.restrictsBidding ? 'warning' : 'info'}
      title={t('conflicts.check.done', { at: longInstant(check.checkedAt) })}
    >
      {check.restrictsBidding && <p>{t('conflicts.check.restricts')}</p>}
    </Notice>
  );
}

/** For the hub: a case that is under way lists no candidates, and its people may be tied all the same. */
function ShutOut({ shutOut }: Pick<PurchaseRow, 'shutOut'>) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t('conflicts.shutOut.title')}
      captionHidden={false}
      rows={shutOut}
      keyOf={({ specialistId, vendor, relation }) => [specialistId, vendor, relation].join(' ')}
      cards
      columns={[
        {
          key: 'name',
          title: t('conflicts.shutOut.name'),
          heads: true,
          cell: ({ specialist, specialistId }) => (
            <Link to={`/specialists/${specialistId}`} className="link">
              {specialist ? nameOf(specialist) : t('ui.none')}
            </Link>
          ),
        },
        {
          key: 'vendor',
          title: t('conflicts.procurement.vendors'),
          cell: ({ vendor }) => <AsWritten>{vendor}</AsWritten>,
        },
        {
          key: 'tie',
          title: t('conflicts.firms.relation'),
          cell: ({ firm, relation, until }) => (
            <>
              {t(`conflicts.firms.relationNames.${relation}`)}
              <AsWritten className="block text-dns-14N-130 text-solid-gray-700">{firm}</AsWritten>
              {until && (
                <span className="block text-dns-14N-130 text-solid-gray-700">
                  {t('conflicts.firms.countsUntil', { date: longDate(until) })}
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

function History({ history }: Pick<PurchaseRow, 'history'>) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t('conflicts.procurement.history')}
      captionHidden={false}
      rows={history}
      keyOf={({ version }) => String(version)}
      cards
      columns={[
        {
          key: 'at',
          title: t('conflicts.procurement.when'),
          nowrap: true,
          cell: ({ at }) => shortInstant(at),
        },
        {
          key: 'phase',
          title: t('conflicts.procurement.stands'),
          heads: true,
          cell: ({ phase }) => t(`conflicts.phase.${phase}`),
        },
        {
          key: 'vendors',
          title: t('conflicts.procurement.vendors'),
          cell: ({ vendors }) =>
            vendors.length === 0 ? (
              t('ui.none')
            ) : (
              <AsWritten>{vendors.map(({ name }) => name).join('、')}</AsWritten>
            ),
        },
        {
          key: 'who',
          title: t('conflicts.procurement.who'),
          cell: ({ actorName }) => <AsWritten>{actorName}</AsWritten>,
        },
      ]}
    />
  );
}

function Notes({ notes }: { readonly notes: PurchaseRow['bidRestrictionNotes'] }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <div className="flex flex-col gap-2">
      <Table
        caption={t('conflicts.notes.title')}
        captionHidden={false}
        rows={notes}
        keyOf={({ id }) => id}
        cards
        columns={[
          {
            key: 'at',
            title: t('conflicts.procurement.when'),
            nowrap: true,
            heads: true,
            cell: ({ advisedAt, cause }) => (
              <>
                {shortInstant(advisedAt)}
                <span className="block text-dns-14N-130 text-solid-gray-700">
                  {t(`conflicts.notes.cause.${cause}`)}
                </span>
              </>
            ),
          },
          {
            key: 'text',
            title: t('conflicts.notes.text'),
            cell: ({ text }) => <p className="whitespace-pre-wrap">{text[currentLanguage()]}</p>,
          },
        ]}
      />
      <p className="no-print">
        <Link to={`${pathname}/bid-notes`} className="link">
          {t('conflicts.notes.open')}
        </Link>
      </p>
    </div>
  );
}
