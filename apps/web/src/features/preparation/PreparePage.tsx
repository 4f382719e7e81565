import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { shortDate, tokyo } from '../../i18n/dates';
import { Button } from '../../ui/Button';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { CirculationSheet } from './CirculationSheet';
import { type Preparation, PreparationDocument, type PreparedVisit } from './preparation.documents';
import { PreparationFacts } from './PreparationNotes';
import { PrepareForm } from './PrepareForm';
import { VisitWords } from './VisitWords';

/** 訪問の準備: the day before, on one page and on one sheet of paper. */
export function PreparePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const load = useLoad(PreparationDocument, { visitId: id }, { about: ['VisitPreparation'] });
  const visit = load.data?.visit;
  return (
    <Page
      title={
        visit
          ? t('preparation.titleOf', { date: shortDate(tokyo(visit.startsAt).date) })
          : t('preparation.title')
      }
      back={{ to: `/visits/${id}`, label: t('schedule.open') }}
    >
      <Loaded of={load}>
        {(data) => <Prepare key={data.visit.id} visit={data.visit} preparation={data.visitPreparation} />}
      </Loaded>
    </Page>
  );
}

interface Props {
  readonly visit: PreparedVisit;
  readonly preparation: Preparation;
}

function Prepare({ visit, preparation }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <div className="no-print flex flex-col gap-8">
        <VisitWords visit={visit} />
        {preparation.mayWrite ? (
          <PrepareForm visit={visit} preparation={preparation} />
        ) : (
          <>
            <Notice>{t('preparation.over')}</Notice>
            <PreparationFacts preparation={preparation} />
            <p>
              <Button onClick={() => window.print()}>{t('preparation.print')}</Button>
            </p>
          </>
        )}
      </div>
      <CirculationSheet visit={visit} preparation={preparation} />
    </>
  );
}
