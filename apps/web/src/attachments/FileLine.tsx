import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../gql/use-action';
import { shortInstant } from '../i18n/dates';
import { ConfirmDialog } from '../ui/AskDialog';
import { AsWritten } from '../ui/AsWritten';
import { Button } from '../ui/Button';
import { useDone } from '../ui/Done';
import { type AttachmentRow, RemoveAttachmentDocument } from './attachments.documents';
import { RenameDialog } from './RenameDialog';
import { sizeOf } from './size';

interface Props {
  readonly file: AttachmentRow;
  readonly changeable: boolean;
}

/** One file: what it is, whose it is, what the scanner says; its name fetches it. */
export function FileLine({ file, changeable }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const [asked, setAsked] = useState<'RENAME' | 'REMOVE' | null>(null);
  const { run, busy, refusal } = useAction(RemoveAttachmentDocument, 'AttachmentFolder');
  const close = () => setAsked(null);
  const remove = async () => {
    if (!(await run({ id: file.id }))) return;
    close();
    done(t('attachments.removed', { name: file.name }));
  };
  const locked = file.scan === 'QUARANTINED';
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b border-solid-gray-200 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p className="break-all">
          {locked ? (
            <AsWritten>{file.name}</AsWritten>
          ) : (
            <a href={`/files/${file.id}`} download={file.name} lang="ja" className="link">
              {file.name}
            </a>
          )}
        </p>
        <p className="text-dns-14N-130 text-solid-gray-700">
          {t(`attachments.kind.${file.kind}`)} {sizeOf(file.bytes)} ・ {shortInstant(file.addedAt)}{' '}
          <AsWritten>{file.addedByName}</AsWritten> ・{' '}
          <span className={locked ? 'text-error-2' : undefined}>{t(`attachments.scan.${file.scan}`)}</span>
        </p>
      </div>
      {changeable && (
        <div className="no-print flex gap-2">
          <Button size="small" look="quiet" onClick={() => setAsked('RENAME')}>
            {t('attachments.rename')}
            <span className="sr-only">{file.name}</span>
          </Button>
          <Button size="small" look="quiet" onClick={() => setAsked('REMOVE')}>
            {t('attachments.remove')}
            <span className="sr-only">{file.name}</span>
          </Button>
        </div>
      )}
      {asked === 'RENAME' && <RenameDialog file={file} onClose={close} />}
      <ConfirmDialog
        title={t('attachments.removeTitle')}
        open={asked === 'REMOVE'}
        onClose={close}
        confirm={t('attachments.remove')}
        busy={busy}
        refusal={refusal}
        onConfirm={() => void remove()}
      >
        <p>{t('attachments.removeText', { name: file.name })}</p>
      </ConfirmDialog>
    </li>
  );
}
