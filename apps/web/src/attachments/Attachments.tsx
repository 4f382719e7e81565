import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoad } from '../gql/use-load';
import { Button } from '../ui/Button';
import { Loaded } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { type AttachmentOwner, AttachmentsDocument, type Folder } from './attachments.documents';
import { DropPlace } from './DropPlace';
import { FileLine } from './FileLine';
import { type Upload, useUploads } from './use-uploads';

interface Props {
  readonly ownerType: AttachmentOwner;
  readonly ownerId: string;
  /** Files may be put here, as far as the reader may do that; otherwise they are only read. */
  readonly editable?: boolean;
  /** Said instead of nothing, where nothing is there yet. */
  readonly title?: string;
}

const MB = 1024 * 1024;
const ABOUT = { about: ['AttachmentFolder', 'Attachment'] };

/** The files of a record. Whoever sees the record sees them; nothing is shown where there are none and none can be. */
export function Attachments({ ownerType, ownerId, editable = false, title }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const load = useLoad(AttachmentsDocument, { ownerType, ownerId }, ABOUT);
  return (
    <Loaded of={load}>
      {({ attachments: folder }) =>
        folder.files.length > 0 || (editable && folder.mayAdd) ? (
          <Section title={title ?? t('attachments.title')} id={id}>
            <Files folder={folder} />
            {editable && folder.mayAdd && (
              <Adding ownerType={ownerType} folder={folder} onKept={load.reload} />
            )}
          </Section>
        ) : null
      }
    </Loaded>
  );
}

function Files({ folder }: { readonly folder: Folder }) {
  const { t } = useTranslation();
  if (folder.files.length === 0) return <p>{t('attachments.none')}</p>;
  return (
    <ul className="-mt-4">
      {folder.files.map((file) => (
        <FileLine key={file.id} file={file} changeable={folder.changeable.includes(file.id)} />
      ))}
    </ul>
  );
}

interface AddingProps {
  readonly ownerType: AttachmentOwner;
  readonly folder: Folder;
  readonly onKept: () => void;
}

/** What is on its way, and how it ended: said for listeners too. */
function Adding({ ownerType, folder, onKept }: AddingProps) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const mostMb = folder.mostBytes / MB;
  const { all, add, dismiss } = useUploads(ownerType, folder.id, (name) => {
    setSaid(t('attachments.kept', { name }));
    onKept();
  });
  // The commonest fault is told before ten minutes of sending.
  const faultOf = (file: File): string | null =>
    file.size > folder.mostBytes ? t('attachments.tooLarge', { mostMb }) : null;
  return (
    <>
      {all.length > 0 && (
        <ul className="flex flex-col gap-3">
          {all.map((upload) => (
            <UploadLine key={upload.number} upload={upload} onDismiss={() => dismiss(upload.number)} />
          ))}
        </ul>
      )}
      <p role="status" className={said ? '' : 'sr-only'}>
        {said}
      </p>
      <DropPlace mostMb={mostMb} mostFiles={folder.mostFiles} onFiles={(files) => add(files, faultOf)} />
    </>
  );
}

function UploadLine({ upload, onDismiss }: { readonly upload: Upload; readonly onDismiss: () => void }) {
  const { t } = useTranslation();
  const percent = Math.round(upload.progress * 100);
  if (upload.fault === null)
    return (
      <li>
        <p className="break-all">
          <span lang="ja">{upload.name}</span> ・ {percent < 100 ? `${percent}%` : t('attachments.checking')}
        </p>
        <progress className="h-3 w-full" max={100} value={percent} aria-label={upload.name} />
      </li>
    );
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 rounded-8 border border-error-2 p-4">
      <div role="alert" className="min-w-0 flex-1 basis-60">
        <p className="break-all text-std-16B-170" lang="ja">
          {upload.name}
        </p>
        <p className="text-error-2">{upload.fault || t('attachments.unreachable')}</p>
      </div>
      <Button size="small" onClick={onDismiss}>
        {t('attachments.dismiss')}
      </Button>
    </li>
  );
}
