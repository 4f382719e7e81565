import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { useViewer } from '../../session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Empty, Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Page';
import { type TargetData, TargetsDocument, type TargetVersion } from './overview.documents';
import { AsOf } from './Panel';
import { RowsPage } from './RowsPage';
import { TargetForm } from './TargetForm';
import { TargetHistory, TargetTable, useWhose } from './TargetTable';
import { useYear } from './use-year';

/** Targets of a year: entered by the hub, every version kept. */
export function TargetPage() {
  const { t } = useTranslation();
  const { year: fiscalYear } = useYear();
  const load = useLoad(TargetsDocument, { fiscalYear }, { about: ['OverviewTarget'] });
  return (
    <RowsPage
      title={t('overview.targets.tableTitle')}
      definition={t('overview.targets.definition')}
      list="OVERVIEW_TARGETS"
      filter={{ fiscalYear }}
    >
      <Loaded of={load}>
        {({ targetOverview }) => (
          <>
            <AsOf year={targetOverview.year} />
            <Targets data={targetOverview} />
          </>
        )}
      </Loaded>
    </RowsPage>
  );
}

type Editing = TargetVersion | 'new' | null;

function Targets({ data: { rows, year } }: { readonly data: TargetData }) {
  const { t } = useTranslation();
  const { duties } = useViewer();
  const whoseOf = useWhose();
  const [editing, setEditing] = useState<Editing>(null);
  const mayChange = duties.includes('COORDINATOR');
  const title =
    editing === null || editing === 'new'
      ? t('overview.targets.enter')
      : t('overview.targets.changeOne', {
          whose: whoseOf(editing),
          kind: t(`overview.targets.kinds.${editing.kind}`),
        });
  return (
    <>
      {mayChange && (
        <div className="no-print">
          <Button look="primary" onClick={() => setEditing('new')}>
            {t('overview.targets.enter')}
          </Button>
        </div>
      )}
      {rows.length === 0 ? (
        <Empty>{t('overview.targets.none')}</Empty>
      ) : (
        <>
          <TargetTable rows={rows} {...(mayChange && { onChange: setEditing })} />
          <Section title={t('overview.targets.history')} id="history">
            <div className="flex flex-col">
              {rows.map((row) => (
                <TargetHistory key={row.current.id} of={row} />
              ))}
            </div>
          </Section>
        </>
      )}
      <Dialog title={title} open={editing !== null} onClose={() => setEditing(null)}>
        <TargetForm
          fiscalYear={year.fiscalYear}
          from={editing === 'new' ? null : editing}
          standing={rows.map(({ current }) => current)}
          onSaved={() => setEditing(null)}
        />
      </Dialog>
    </>
  );
}
