import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { longInstant } from '../../i18n/dates';
import { ConfirmDialog } from '../../ui/AskDialog';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { saveSheet } from '../../ui/save-file';
import { countsOf } from './import-counts';
import { isAct } from './import-kinds';
import {
  ApplyImportDocument,
  type Brought,
  DiscardImportDocument,
  ExportFaultsDocument,
  UndoImportDocument,
} from './imports.documents';

type Asking = 'APPLY' | 'UNDO' | 'DISCARD';
/** Whatever a table brings is read again on the screens that show it. */
const CONCERNS =
  'TableImport ImportRow Specialist SupportRequest DayOff Assessment DateInquiry Visit VisitReport';

interface Props {
  readonly brought: Brought;
}

/** What may be done with an import now. */
export function ImportActions({ brought }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Asking | null>(null);
  const faults = useAction(ExportFaultsDocument);
  const { ready, faulty } = countsOf(brought);
  const { status, undoUntil } = brought;
  const close = () => setAsking(null);
  const isUndoable = status === 'APPLIED' && undoUntil !== null && Date.parse(undoUntil) > Date.now();
  const isUsable = status === 'OPEN' || status === 'APPLIED';
  const takeFaults = async () => {
    const file = (await faults.run({ id: brought.id }))?.exportImportFaults;
    if (file) saveSheet(file);
  };
  if (!isUsable) return null;
  return (
    <>
      <ErrorSummary refusal={faults.refusal} />
      <Actions>
        {ready > 0 && (
          <Button look="primary" onClick={() => setAsking('APPLY')}>
            {t('imports.apply', { count: ready })}
          </Button>
        )}
        {faulty > 0 && (
          <Button busy={faults.busy} onClick={() => void takeFaults()}>
            {t('imports.faults')}
          </Button>
        )}
        {isUndoable && (
          <Button look="danger" onClick={() => setAsking('UNDO')}>
            {t('imports.undo')}
          </Button>
        )}
        {status === 'OPEN' && <Button onClick={() => setAsking('DISCARD')}>{t('imports.discard')}</Button>}
      </Actions>
      {isUndoable && <p className="mt-2">{t('imports.undoUntil', { until: longInstant(undoUntil) })}</p>}
      {asking === 'APPLY' && <Apply brought={brought} onClose={close} />}
      {asking === 'UNDO' && <Undo brought={brought} onClose={close} />}
      {asking === 'DISCARD' && <Discard brought={brought} onClose={close} />}
    </>
  );
}

interface AskProps extends Props {
  readonly onClose: () => void;
}

function Apply({ brought, onClose }: AskProps) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(ApplyImportDocument, CONCERNS);
  const { ready, faulty } = countsOf(brought);
  const apply = async () => {
    const applied = (await run({ id: brought.id }))?.applyTableImport;
    if (!applied) return;
    onClose();
    const { added, updated, unchanged, faulty: left } = countsOf(applied);
    done(t('imports.applied', { added, updated, unchanged, faulty: left }));
  };
  return (
    <ConfirmDialog
      title={t('imports.applyTitle', { count: ready })}
      open
      onClose={onClose}
      confirm={t('imports.apply', { count: ready })}
      busy={busy}
      refusal={refusal}
      onConfirm={() => void apply()}
    >
      <p>{t(isAct(brought.kind) ? 'imports.applyTextAct' : 'imports.applyText')}</p>
      {faulty > 0 && <p>{t('imports.applyFaulty', { faulty })}</p>}
    </ConfirmDialog>
  );
}

function Undo({ brought, onClose }: AskProps) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(UndoImportDocument, CONCERNS);
  const undo = async () => {
    const undone = (await run({ id: brought.id }))?.undoTableImport;
    if (!undone) return;
    onClose();
    const { kept } = countsOf(undone);
    done(kept > 0 ? t('imports.undoneKept', { kept }) : t('imports.undone'));
  };
  return (
    <ConfirmDialog
      title={t('imports.undoTitle')}
      open
      onClose={onClose}
      confirm={t('imports.undo')}
      busy={busy}
      refusal={refusal}
      onConfirm={() => void undo()}
    >
      <p>{t('imports.undoText')}</p>
    </ConfirmDialog>
  );
}

function Discard({ brought, onClose }: AskProps) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(DiscardImportDocument, 'TableImport ImportRow');
  const discard = async () => {
    if (!(await run({ id: brought.id }))) return;
    onClose();
    done(t('imports.discarded'), '/imports');
  };
  return (
    <ConfirmDialog
      title={t('imports.discardTitle')}
      open
      onClose={onClose}
      confirm={t('imports.discard')}
      busy={busy}
      refusal={refusal}
      onConfirm={() => void discard()}
    >
      <p>{t('imports.discardText')}</p>
    </ConfirmDialog>
  );
}
