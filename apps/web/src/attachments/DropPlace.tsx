import { type DragEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { classes } from '../ui/classes';

/** What the dialog of the system offers; what a file really is the server sees. */
const ACCEPT = '.pdf,.docx,.xlsx,.pptx,.jpg,.jpeg,.png,.webp,.txt,.csv';

interface Props {
  readonly mostMb: number;
  readonly mostFiles: number;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Files are picked by a button, or dropped here. */
export function DropPlace({ mostMb, mostFiles, onFiles }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const hintId = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={classes(
        'no-print flex flex-col gap-3 rounded-8 border border-dashed px-4 py-4 sm:px-6',
        over ? 'border-key-900 bg-key-50' : 'border-solid-gray-420',
      )}
    >
      <div className="flex flex-wrap items-center gap-3">
        <Button aria-describedby={hintId} onClick={() => input.current?.click()}>
          {t('attachments.choose')}
        </Button>
        <span className="max-sm:hidden">{over ? t('attachments.dropNow') : t('attachments.orDrop')}</span>
      </div>
      <p id={hintId} className="text-std-16N-170 text-solid-gray-700">
        {t('attachments.hint', { mostMb, mostFiles })}
      </p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPT}
        aria-label={t('attachments.choose')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be picked again after it was put right.
          event.target.value = '';
        }}
      />
    </div>
  );
}
