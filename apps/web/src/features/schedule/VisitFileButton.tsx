import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useState } from 'react';
import { refusalOf, type Refusal } from '../../gql/refusal';
import { Button } from '../../ui/Button';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { saveFile } from '../../ui/save-file';
import { VisitFileDocument } from './visits.documents';

interface Props {
  readonly id: string;
  /** Says which visit, where several are on the screen. */
  readonly label?: string;
  /** Below a heading that says what is saved. */
  readonly short?: boolean;
}

/** The visit for the calendar that somebody uses anyway; works on the closed network too. */
export function VisitFileButton({ id, label, short = false }: Props) {
  const { t } = useTranslation();
  const words = t(short ? 'schedule.fileShort' : 'schedule.file');
  const client = useClient();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const save = async () => {
    const { data, error } = await client.query(VisitFileDocument, { id }, { requestPolicy: 'network-only' });
    setRefusal(error ? refusalOf(error) : null);
    if (data) saveFile(data.visitCalendarFile.name, data.visitCalendarFile.text, 'text/calendar');
  };
  return (
    <div className="no-print flex flex-col items-start gap-2">
      <ErrorSummary refusal={refusal} />
      <Button
        size="small"
        className="whitespace-nowrap"
        aria-label={label && `${words} ${label}`}
        onClick={() => void save()}
      >
        {words}
      </Button>
    </div>
  );
}
