import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { currentLanguage } from '../../i18n';
import { nameOf } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import {
  ConsultationNotesDocument,
  type NoteRow,
  type NotesCase,
  RequestNotesDocument,
} from './conflicts.documents';

/** What a town signs and files: the notes of one request, to be printed. */
export function RequestNotesPage() {
  const { id = '' } = useParams();
  const load = useLoad(RequestNotesDocument, { id });
  return (
    <Notes back={`/requests/${id}`}>
      <Loaded of={load}>{({ supportRequest }) => <Sheets of={supportRequest} />}</Loaded>
    </Notes>
  );
}

/** The same for a question. */
export function ConsultationNotesPage() {
  const { id = '' } = useParams();
  const load = useLoad(ConsultationNotesDocument, { id });
  return (
    <Notes back={`/consultations/${id}`}>
      <Loaded of={load}>{({ consultation }) => <Sheets of={consultation} />}</Loaded>
    </Notes>
  );
}

function Notes({ back, children }: { readonly back: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Page title={t('conflicts.notes.title')} back={{ to: back, label: t('conflicts.notes.back') }} narrow>
      {children}
    </Page>
  );
}

function Sheets({ of: { municipality, procurement } }: { readonly of: NotesCase }) {
  const { t } = useTranslation();
  const notes = procurement?.bidRestrictionNotes ?? [];
  if (notes.length === 0) return <Empty>{t('conflicts.notes.none')}</Empty>;
  return (
    <>
      <div className="no-print">
        <Button look="primary" onClick={() => window.print()}>
          {t('conflicts.notes.print')}
        </Button>
      </div>
      {notes.map((note) => (
        <Sheet key={note.id} note={note} town={nameOf(municipality)} />
      ))}
    </>
  );
}

const DECISIONS = ['firms', 'reason', 'decidedOn', 'decidedBy'] as const;

/** One note, and room for what the town decides by hand. */
function Sheet({ note, town }: { readonly note: NoteRow; readonly town: string }) {
  const { t } = useTranslation();
  const [heading = '', ...lines] = note.text[currentLanguage()].split('\n');
  return (
    <article className="sheet flex flex-col gap-4 border border-solid-gray-420 p-6">
      <h2 className="text-std-20B-150">{heading}</h2>
      <p>{town}</p>
      <p className="whitespace-pre-wrap">{lines.join('\n')}</p>
      <table className="w-full border-collapse text-left">
        <caption className="pb-2 text-left text-std-16B-170">{t('conflicts.notes.decision')}</caption>
        <tbody>
          {DECISIONS.map((row) => (
            <tr key={row}>
              <th scope="row" className="w-48 border border-solid-gray-420 px-3 py-4 font-400">
                {t(`conflicts.notes.decisions.${row}`)}
              </th>
              <td className="border border-solid-gray-420" />
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
