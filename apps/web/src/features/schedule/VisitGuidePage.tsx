import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { graphql, type ResultOf } from '../../gql/graphql';
import { useLoad } from '../../gql/use-load';
import { longDate, shortDate, timeRange, tokyo } from '../../i18n/dates';
import { nameOf, useMinutes } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button } from '../../ui/Button';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { VisitForm, VisitStatusText } from './VisitWords';
import { leaveAt, useOfficeName } from './mine/Way';
import { VisitLine } from './visits.documents';

export const VisitGuideDocument = graphql(
  `
    query VisitGuide($id: ID!) {
      visit(id: $id) {
        ...VisitLine
        companions {
          id
          accountName
          status
        }
        supportRequest {
          id
          number
          title
          trouble
          contactSection
          reportSteps {
            id
            what
            owner
            dueOn
            status
          }
        }
      }
    }
  `,
  [VisitLine],
);
type GuideVisit = ResultOf<typeof VisitGuideDocument>['visit'];

interface Props {
  /** What the town has ready, of the visit. */
  readonly preparation?: (visitId: string) => ReactNode;
}

/** 訪問のしおり: all that is needed on the day, on one sheet. */
export function VisitGuidePage({ preparation }: Props) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const load = useLoad(VisitGuideDocument, { id });
  const visit = load.data?.visit;
  return (
    <Page
      title={
        visit ? t('schedule.guide.titleOf', { town: nameOf(visit.municipality) }) : t('schedule.guide.title')
      }
      back={{ to: `/visits/${id}`, label: t('schedule.visit') }}
      narrow
    >
      <Loaded of={load}>{(data) => <Guide visit={data.visit} preparation={preparation?.(id)} />}</Loaded>
    </Page>
  );
}

function Guide({ visit, preparation }: { readonly visit: GuideVisit; readonly preparation?: ReactNode }) {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  const leave = leaveAt(visit);
  const officeName = useOfficeName();
  const { supportRequest } = visit;
  const companions = visit.companions.filter(({ status }) => status === 'GOING');
  const steps = supportRequest.reportSteps.filter(({ status }) => status === 'OPEN');
  return (
    <div className="flex flex-col gap-6">
      <Actions>
        <Button look="primary" onClick={() => window.print()}>
          {t('schedule.guide.print')}
        </Button>
      </Actions>
      <Facts
        items={[
          {
            term: t('schedule.field.date'),
            value: (
              <>
                <strong className="text-std-18B-160">
                  {longDate(tokyo(visit.startsAt).date)} {timeRange(visit.startsAt, visit.endsAt)}
                </strong>{' '}
                <VisitStatusText visit={visit} />
              </>
            ),
          },
          {
            term: t('schedule.field.town'),
            value: (
              <>
                {visit.mode === 'ON_SITE' ? officeName(visit.municipality) : nameOf(visit.municipality)}{' '}
                <VisitForm visit={visit} />
              </>
            ),
          },
          leave && {
            term: t('schedule.field.leave'),
            value: t('schedule.field.leaveValue', { time: leave.time, minutes: minutesOf(leave.minutes) }),
          },
          supportRequest.contactSection !== '' && {
            term: t('schedule.field.contact'),
            value: <AsWritten>{supportRequest.contactSection}</AsWritten>,
          },
          companions.length > 0 && {
            term: t('schedule.guide.companions'),
            value: <AsWritten>{companions.map(({ accountName }) => accountName).join('、')}</AsWritten>,
          },
          {
            term: t('schedule.field.request'),
            value: (
              <>
                {supportRequest.number} <AsWritten>{supportRequest.title}</AsWritten>{' '}
                {t('schedule.nth', { n: visit.visitNo })}
              </>
            ),
          },
        ]}
      />
      {preparation}
      <Section title={t('schedule.guide.trouble')} id="trouble">
        <AsWritten block>{supportRequest.trouble}</AsWritten>
      </Section>
      {steps.length > 0 && (
        <Section title={t('schedule.guide.steps')} id="steps">
          <ul className="list-disc pl-6">
            {steps.map(({ id, what, owner, dueOn }) => (
              <li key={id}>
                <AsWritten>{what}</AsWritten>（{t(`reports.owner.${owner}`)}
                {dueOn && ` ${shortDate(dueOn)}`}）
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
