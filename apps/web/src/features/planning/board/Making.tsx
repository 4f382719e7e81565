import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoad } from '../../../gql/use-load';
import { RunProgressDocument, type RunLineRow } from '../plans.documents';
import { Actions } from '../../../ui/Button';
import { EndButton, StopButton } from '../RunActions';
import { RunProgress } from '../RunProgress';

const POLL_MS = 1500;
const OPEN: readonly RunLineRow['status'][] = ['QUEUED', 'SOLVING'];

/** A plan that is being made: how far it has come, and the ways to end it. The screen may be closed meanwhile. */
export function Making({ run, onEnd }: { readonly run: RunLineRow; readonly onEnd: () => void }) {
  const { t } = useTranslation();
  const { data, reload } = useLoad(RunProgressDocument, { id: run.id });
  const current = data?.planningRun ?? run;
  const isOpen = OPEN.includes(current.status);
  useEffect(() => {
    if (!isOpen) return;
    const timer = setInterval(reload, POLL_MS);
    return () => clearInterval(timer);
  }, [isOpen, reload]);
  const told = useRef(false);
  useEffect(() => {
    if (isOpen || told.current) return;
    told.current = true;
    onEnd();
  }, [isOpen, onEnd]);
  return (
    <div className="flex flex-col gap-3 rounded-8 border border-key-900 p-4">
      <RunProgress run={current} />
      <Actions label={t('requests.sections.actions')}>
        {current.viewerActions.includes('STOP') && <StopButton run={current} />}
        {current.viewerActions.includes('CANCEL') && <EndButton run={current} end="cancel" />}
      </Actions>
    </div>
  );
}
