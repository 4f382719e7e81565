import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { fiscalYearName, longDate, longInstant } from '../../i18n/dates';
import { nameOf, useMinutes } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Facts } from '../../ui/Facts';
import { Name } from '../../ui/Name';
import type { RequestRow } from './requests.documents';

interface Props {
  readonly request: RequestRow;
  /** The page's own heading says the title and the town already. */
  readonly headed?: boolean;
}

/** Everything that a town asks for, for reading and for paper; the trouble comes first. */
export function RequestContent({ request, headed = false }: Props) {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  const field = (name: 'title' | 'theme' | 'trouble') => t(`requests.field.${name}`);
  return (
    <Facts
      items={[
        !headed && { term: t('requests.field.municipality'), value: <Name of={request.municipality} /> },
        !headed && { term: field('title'), value: <AsWritten>{request.title}</AsWritten> },
        { term: field('trouble'), value: <AsWritten block>{request.trouble}</AsWritten> },
        {
          term: field('theme'),
          value: request.theme ? nameOf(request.theme) : t('requests.field.noTheme'),
        },
        request.expertField !== null && {
          term: t('council.field'),
          value: t('council.fieldOfYear', {
            name: nameOf(request.expertField),
            year: fiscalYearName(request.expertField.fiscalYear),
          }),
        },
        {
          term: t('requests.field.shape'),
          value: t('requests.field.shapeValue', {
            mode: t(`requests.mode.${request.mode}`),
            visits: request.visits,
            minutes: minutesOf(request.visitMinutes),
          }),
        },
        request.visits > 1 && {
          term: t('requests.field.gap'),
          value: t('requests.field.gapValue', { days: request.minGapDays }),
        },
        { term: t('requests.field.dates'), value: <Wishes request={request} /> },
        request.possible.length > 0 && {
          term: t('requests.field.possible'),
          value: <Halves halves={request.possible} />,
        },
        request.earliestOn !== null && {
          term: t('requests.field.earliest'),
          value: longDate(request.earliestOn),
        },
        {
          term: t('requests.field.deadline'),
          value: request.deadlineOn ? longDate(request.deadlineOn) : t('ui.none'),
        },
        { term: t('requests.field.urgency'), value: t(`requests.urgency.${request.urgency}`) },
        {
          term: t('requests.field.selection'),
          value: t(request.entrustSelection ? 'requests.field.entrusted' : 'requests.field.notEntrusted'),
        },
        { term: t('requests.field.contact'), value: <AsWritten>{request.contactSection}</AsWritten> },
        request.approvalNumber !== null && {
          term: t('requests.field.approval'),
          value: request.approvalNumber,
        },
        request.specialist !== null && {
          term: t('requests.field.specialist'),
          value: <Name of={request.specialist} />,
        },
        request.consultationId !== null && {
          term: t('requests.field.consultation'),
          value: (
            <Link to={`/consultations/${request.consultationId}`} className="link">
              {t('consultations.one')}
            </Link>
          ),
        },
        request.submittedAt !== null && {
          term: t('requests.field.submitted'),
          value: longInstant(request.submittedAt),
        },
      ]}
    />
  );
}

function Wishes({ request }: { readonly request: RequestRow }) {
  const { t } = useTranslation();
  if (request.wished.length === 0) return t('requests.field.anyDate');
  return (
    <>
      <Halves halves={request.wished} />
      {request.onlyWished && <p className="font-700">{t('requests.field.onlyWished')}</p>}
    </>
  );
}

function Halves({ halves }: { readonly halves: RequestRow['wished'] }) {
  const { t } = useTranslation();
  return (
    <ul>
      {halves.map(({ date, half }) => (
        <li key={`${date}${half}`}>
          {longDate(date)} {t(`ui.half.${half}`)}
        </li>
      ))}
    </ul>
  );
}
