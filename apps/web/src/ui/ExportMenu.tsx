import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../gql/use-action';
import { Actions, Button } from './Button';
import { ErrorSummary } from './ErrorSummary';
import {
  ExportListDocument,
  type ListFile,
  type ListFilter,
  type ListName,
  type SheetFormat,
} from './export.documents';
import { Notice } from './Notice';
import { saveSheet } from './save-file';

const FORMATS: readonly SheetFormat[] = ['XLSX', 'CSV', 'CSV_CP932'];
const MOST_NAMED = 10;

interface Props {
  readonly list: ListName;
  /** As the screen filters. */
  readonly filter?: ListFilter;
}

/** The list of the screen as a file: what you see is what you get. */
export function ExportMenu({ list, filter = {} }: Props) {
  const { t } = useTranslation();
  const panel = useId();
  const [open, setOpen] = useState(false);
  const [file, setFile] = useState<ListFile | null>(null);
  const { run, busy, refusal } = useAction(ExportListDocument);
  const take = async (format: SheetFormat, substitute = false) => {
    const taken = (await run({ list, format, filter, substitute }))?.exportList ?? null;
    setFile(taken);
    if (taken?.content) saveSheet({ name: taken.name, content: taken.content });
  };
  return (
    <div className="no-print flex flex-col gap-3">
      <div>
        <Button size="small" aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
          {t('exporting.open')}
        </Button>
      </div>
      <div id={panel} hidden={!open} className="flex flex-col gap-3">
        <p className="text-dns-16N-130">{t('exporting.hint')}</p>
        <ErrorSummary refusal={refusal} />
        <Actions label={t('exporting.group')}>
          {FORMATS.map((format) => (
            <Button key={format} size="small" busy={busy} onClick={() => void take(format)}>
              {t(`exporting.${format}`)}
            </Button>
          ))}
        </Actions>
        <div role="status">
          {file && <Outcome file={file} busy={busy} onSubstitute={() => void take('CSV_CP932', true)} />}
        </div>
      </div>
    </div>
  );
}

interface OutcomeProps {
  readonly file: ListFile;
  readonly busy: boolean;
  readonly onSubstitute: () => void;
}

function Outcome({ file, busy, onSubstitute }: OutcomeProps) {
  const { t } = useTranslation();
  if (file.content === null)
    return (
      <Notice tone="warning" title={t('exporting.lossyTitle')}>
        <p>{t('exporting.lossyText', { count: file.characterCount })}</p>
        <Places file={file} />
        <div className="mt-3">
          <Button size="small" busy={busy} onClick={onSubstitute}>
            {t('exporting.substitute')}
          </Button>
        </div>
      </Notice>
    );
  return (
    <Notice tone="done" title={t('exporting.done', { rows: file.rows })}>
      {file.characterCount > 0 && (
        <>
          <p>{t('exporting.written', { count: file.characterCount })}</p>
          <Places file={file} />
        </>
      )}
    </Notice>
  );
}

function Places({ file: { characters, characterCount } }: { readonly file: ListFile }) {
  const { t } = useTranslation();
  const named = characters.slice(0, MOST_NAMED);
  return (
    <ul className="mt-2 list-disc pl-6">
      {named.map(({ row, head, character, written }) => (
        <li key={`${row} ${head} ${character}`}>
          {written === null
            ? t('exporting.where', { row, head, character })
            : t('exporting.whereWritten', { row, head, character, written })}
        </li>
      ))}
      {characterCount > named.length && (
        <li>{t('exporting.more', { count: characterCount - named.length })}</li>
      )}
    </ul>
  );
}
