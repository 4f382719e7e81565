import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { Button, LinkButton } from '../../ui/Button';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { CoveragePanel } from './CoveragePanel';
import { DaysTable } from './DaysTable';
import { EffectPanel } from './EffectPanel';
import { KeyFigures } from './KeyFigures';
import {
  CoverageDocument,
  DaysDocument,
  EffectsDocument,
  TargetsDocument,
  TaxDocument,
  WaitsDocument,
} from './overview.documents';
import { AsOf, Panel } from './Panel';
import { TargetTable } from './TargetTable';
import { TaxPanel } from './TaxPanel';
import { inYear, useYear } from './use-year';
import { WaitPanel } from './WaitPanel';
import { YearLinks } from './YearLinks';

/** 状況: what a fiscal year came to. Each panel is asked for by itself: one that fails leaves the others. */
export function OverviewPage() {
  const { t } = useTranslation();
  const { year: fiscalYear } = useYear();
  const coverage = useLoad(CoverageDocument, { fiscalYear }, { about: ['Visit'] });
  const waits = useLoad(WaitsDocument, { fiscalYear }, { about: ['SupportRequest', 'Visit'] });
  const days = useLoad(DaysDocument, { fiscalYear }, { about: ['Visit', 'AttendanceDay'] });
  const targets = useLoad(TargetsDocument, { fiscalYear }, { about: ['OverviewTarget'] });
  const tax = useLoad(TaxDocument, { fiscalYear }, { about: ['TaxMeasure', 'Invoice'] });
  const effects = useLoad(EffectsDocument, { fiscalYear }, { about: ['ReportStep'] });
  const coverageTarget =
    targets.data?.targetOverview.rows.find(({ current }) => current.kind === 'COVERAGE')?.current.target ??
    null;
  return (
    <Page title={t('overview.title')} lead={<p className="no-print">{t('overview.lead')}</p>}>
      <div className="print-wide flex flex-wrap items-center justify-between gap-4">
        <YearLinks />
        <div className="no-print flex flex-wrap gap-2">
          <LinkButton to={inYear('/overview/report', fiscalYear)} size="small">
            {t('overview.brief')}
          </LinkButton>
          <Button size="small" onClick={() => window.print()}>
            {t('overview.print')}
          </Button>
        </div>
      </div>
      <KeyFigures
        coverage={coverage.data?.coverageOverview}
        waits={waits.data?.waitOverview}
        days={days.data?.dayOverview}
        tax={tax.data?.taxReadiness}
        effects={effects.data?.effectOverview}
      />
      <Loaded of={coverage}>
        {({ coverageOverview }) => <CoveragePanel data={coverageOverview} target={coverageTarget} />}
      </Loaded>
      <Loaded of={waits}>{({ waitOverview }) => <WaitPanel data={waitOverview} />}</Loaded>
      <Loaded of={days}>
        {({ dayOverview }) => (
          <Panel
            id="days"
            title={t('overview.daysUsed.title')}
            definition={t('overview.daysUsed.definition')}
            rows={{ to: inYear('/overview/days', fiscalYear), label: t('overview.rows') }}
            list="OVERVIEW_DAYS"
            filter={{ fiscalYear }}
          >
            <AsOf year={dayOverview.year} />
            <DaysTable data={dayOverview} />
          </Panel>
        )}
      </Loaded>
      <Loaded of={targets}>
        {({ targetOverview: { rows, year, pool } }) => (
          <Panel
            id="targets"
            title={t('overview.targets.title')}
            definition={t('overview.targets.definition')}
            rows={{ to: inYear('/overview/targets', fiscalYear), label: t('overview.targets.link') }}
            {...(rows.length > 0 && { list: 'OVERVIEW_TARGETS' as const, filter: { fiscalYear } })}
          >
            <AsOf year={year} />
            {rows.length === 0 ? (
              <p>{t('overview.targets.none')}</p>
            ) : (
              <TargetTable rows={rows.filter(({ current }) => current.kind !== 'COVERAGE')} />
            )}
            <p>
              {t('overview.targets.pool', { count: pool })}{' '}
              <Link to="/specialists" className="link no-print">
                {t('overview.targets.poolLink')}
              </Link>
            </p>
          </Panel>
        )}
      </Loaded>
      <Loaded of={tax}>{({ taxReadiness }) => <TaxPanel data={taxReadiness} />}</Loaded>
      <Loaded of={effects}>{({ effectOverview }) => <EffectPanel data={effectOverview} />}</Loaded>
    </Page>
  );
}
