import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { longDate, longInstant } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useSession, useViewer } from '../../session';
import { LinkButton } from '../../ui/Button';
import { Facts } from '../../ui/Facts';
import { Empty, Loaded } from '../../ui/Loaded';
import { Mixed } from '../../ui/Mixed';
import { Page, Section } from '../../ui/Page';
import { StatusText } from '../../ui/StatusText';
import { Actuals } from './Actuals';
import { CostMatrixDocument, type MatrixPage, type MatrixRow } from './costs.documents';
import { MatrixTable } from './MatrixTable';
import { Statement } from './Statement';

/** Who bears what under one agreement, with its versions; for the hub also what it comes to. */
export function CostMatrixPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const load = useLoad(CostMatrixDocument, { id }, { about: ['CostMatrix'] });
  return (
    <Loaded of={load}>
      {(data) => (
        <Page
          title={data.costAgreement.title}
          titleAsWritten
          back={{ to: '/engagements/costs', label: t('costs.back') }}
        >
          <Matrix data={data} />
        </Page>
      )}
    </Loaded>
  );
}

function Matrix({ data: { costAgreement: agreement, costMatrices } }: { readonly data: MatrixPage }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const { role, duties } = useViewer();
  const remainder = agreement.parties.find(({ id }) => id === agreement.remainderPartyId);
  const now = costMatrices.find(({ validFrom }) => validFrom <= today);
  const isHub = role === 'HUB_STAFF';
  return (
    <>
      <Facts
        items={[
          { term: t('costs.number'), value: agreement.number },
          {
            term: t('costs.term'),
            value: t('costs.termValue', {
              from: longDate(agreement.startsOn),
              to: longDate(agreement.endsOn),
            }),
          },
          { term: t('costs.parties'), value: agreement.parties.map(nameOf).join(' / ') },
          { term: t('costs.remainder'), value: remainder ? nameOf(remainder) : t('costs.remainderNone') },
        ]}
      />
      <Section
        title={t('costs.matrix')}
        id="matrix"
        aside={
          duties.includes('COORDINATOR') && (
            <LinkButton to={`/engagements/costs/${agreement.id}/edit`} size="small">
              {t('costs.change')}
            </LinkButton>
          )
        }
      >
        {costMatrices.length === 0 && <Empty>{t('costs.noMatrix')}</Empty>}
        {costMatrices.map((matrix) => (
          <Version key={matrix.id} matrix={matrix} agreement={agreement} isNow={matrix === now} />
        ))}
      </Section>
      {isHub && costMatrices.length > 0 && (
        <>
          <Statement agreement={agreement} />
          <Actuals agreement={agreement} versions={costMatrices} />
        </>
      )}
    </>
  );
}

interface VersionProps {
  readonly matrix: MatrixRow;
  readonly agreement: MatrixPage['costAgreement'];
  readonly isNow: boolean;
}

/** The version that holds is open; the others can be opened. */
function Version({ matrix, agreement, isNow }: VersionProps) {
  const { t } = useTranslation();
  const { version, validFrom, reason, setByName, setAt } = matrix;
  return (
    <details open={isNow} className="border-b border-solid-gray-300 pb-4">
      <summary className="min-h-11 cursor-pointer py-2">
        <span className="text-std-17B-170">{t('costs.version', { version, from: longDate(validFrom) })}</span>{' '}
        {isNow && <StatusText tone="finished">{t('costs.versionNow')}</StatusText>}
      </summary>
      <p className="mb-3 text-dns-14N-130 text-solid-gray-700">
        <Mixed>{t('costs.setBy', { reason, name: setByName, at: longInstant(setAt) })}</Mixed>
      </p>
      <MatrixTable matrix={matrix} agreement={agreement} />
    </details>
  );
}
