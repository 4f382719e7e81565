import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { currentLanguage } from '../../i18n';
import { Button } from '../../ui/Button';
import { Loaded } from '../../ui/Loaded';
import { NearestChangesDocument } from './answers.documents';

interface Props {
  readonly runId: string;
  readonly supportRequestId: string;
  readonly visitNo: number;
  /** Says for which request, for readers of a screen. */
  readonly label: string;
}

/** What would have to change for a visit to find a place; looked for when asked. */
export function NearestButton({ label, ...asked }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (open) return <Changes {...asked} />;
  return (
    <Button
      size="small"
      look="quiet"
      className="-my-2 -ml-3"
      onClick={() => setOpen(true)}
      aria-label={label}
    >
      {t('planning.nearest.button')}
    </Button>
  );
}

function Changes(asked: Omit<Props, 'label'>) {
  const { t } = useTranslation();
  const load = useLoad(NearestChangesDocument, asked);
  return (
    <Loaded of={load}>
      {({ explainVisit: { nearestChanges } }) =>
        nearestChanges.length === 0 ? (
          <p role="status">{t('planning.nearest.none')}</p>
        ) : (
          <div role="status">
            <ul className="list-disc pl-5">
              {nearestChanges.map(({ kind, sentence }) => (
                <li key={kind}>{sentence[currentLanguage()]}</li>
              ))}
            </ul>
          </div>
        )
      }
    </Loaded>
  );
}
