import { useTranslation } from 'react-i18next';
import { nameOf } from '../../i18n/words';
import { Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import type { CandidateRow, ConsultationRow } from './consultations.documents';

/** For the hub: why this specialist was asked, and who would be next. */
export function Assignment({
  assignment,
}: {
  readonly assignment: NonNullable<ConsultationRow['assignment']>;
}) {
  const { t } = useTranslation();
  const { chosen, decidedBy, runnersUp } = assignment;
  const rows = [
    ...(chosen ? [{ ...chosen, place: t('consultations.assignment.chosen') }] : []),
    ...runnersUp.map((one) => ({ ...one, place: t('consultations.assignment.next') })),
  ];
  const words = (yes: boolean, name: 'field' | 'duty') =>
    name === 'field'
      ? t(yes ? 'consultations.assignment.fits' : 'consultations.assignment.not')
      : t(yes ? 'consultations.assignment.on' : 'consultations.assignment.off');
  return (
    <Section title={t('consultations.assignment.title')} id="assignment">
      <p>{decidedBy ? t(`consultations.assignment.by.${decidedBy}`) : t('consultations.assignment.none')}</p>
      {rows.length > 0 && (
        <Table<CandidateRow & { readonly place: string }>
          caption={t('consultations.assignment.caption')}
          rows={rows}
          keyOf={(row) => row.specialistId}
          columns={[
            {
              key: 'name',
              title: t('consultations.assignment.name'),
              heads: true,
              cell: (row) => (row.specialist ? nameOf(row.specialist) : t('ui.none')),
            },
            { key: 'place', title: t('consultations.assignment.role'), cell: (row) => row.place },
            {
              key: 'field',
              title: t('consultations.assignment.field'),
              cell: (row) => words(row.fieldMatch, 'field'),
            },
            {
              key: 'skills',
              title: t('consultations.assignment.skills'),
              cell: (row) => `${row.essentialMet} / ${row.essentialTotal}`,
            },
            {
              key: 'duty',
              title: t('consultations.assignment.duty'),
              cell: (row) => words(row.onDuty, 'duty'),
            },
            {
              key: 'open',
              title: t('consultations.assignment.open'),
              numeric: true,
              cell: (row) => row.openConsultations,
            },
          ]}
        />
      )}
    </Section>
  );
}
