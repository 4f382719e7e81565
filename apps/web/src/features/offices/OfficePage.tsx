import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { useDailyWork, useViewer } from '../../session';
import { Actions, Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { Hours } from './Hours';
import { Members } from './Members';
import { OfficeForm } from './OfficeForm';
import { type Office, OfficeDocument } from './offices.documents';
import { OfficeSessions } from './OfficeSessions';

/** One digital office: who sits there, what it does together, and what that takes of people with other work. */
export function OfficePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { role } = useViewer();
  const keeps = useDailyWork() && role === 'MUNICIPALITY_STAFF';
  const load = useLoad(
    OfficeDocument,
    { id },
    { about: ['Office', 'OfficeMember', 'OfficeSession', 'OfficeTime'] },
  );
  return (
    <Page
      title={load.data?.office.name ?? t('offices.title')}
      titleAsWritten={load.data !== undefined}
      back={{ to: '/engagements/offices', label: t('offices.title') }}
    >
      <Loaded of={load}>{({ office }) => <Parts office={office} keeps={keeps} />}</Loaded>
    </Page>
  );
}

function Parts({ office, keeps }: { readonly office: Office; readonly keeps: boolean }) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState(false);
  const { roster, seats, monthlyHours, municipality } = office;
  return (
    <>
      {roster.isOver && (
        <Notice tone="warning" title={t('offices.over', { seated: roster.seated, seats })}>
          <p>{t('offices.overText')}</p>
        </Notice>
      )}
      <Section title={t('offices.standing')} id="standing">
        <Facts
          items={[
            municipality && { term: t('offices.town'), value: nameOf(municipality) },
            {
              term: t('offices.seatsTaken'),
              value: t('offices.seatsOf', { seated: roster.seated, seats }),
            },
            {
              term: t('offices.monthlyHours'),
              value: monthlyHours === null ? t('ui.none') : t('offices.hours', { hours: monthlyHours }),
            },
            {
              term: t('offices.sections'),
              value:
                roster.sections.length === 0
                  ? t('ui.none')
                  : roster.sections
                      .map(({ section, people }) => t('offices.sectionOf', { section, people }))
                      .join(t('ui.listMark')),
            },
          ]}
        />
        {keeps && (
          <Actions>
            <Button onClick={() => setChanging(true)}>{t('offices.change')}</Button>
          </Actions>
        )}
      </Section>
      <Members office={office} keeps={keeps} />
      <OfficeSessions office={office} keeps={keeps} />
      <Hours office={office} keeps={keeps} />
      <Dialog open={changing} onClose={() => setChanging(false)} title={t('offices.change')}>
        <OfficeForm office={office} onDone={() => setChanging(false)} />
      </Dialog>
    </>
  );
}
