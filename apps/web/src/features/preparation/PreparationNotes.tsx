import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { shortInstant } from '../../i18n/dates';
import { AsWritten } from '../../ui/AsWritten';
import { Facts } from '../../ui/Facts';
import { Section } from '../../ui/Page';
import { type Preparation, PreparationNotesDocument } from './preparation.documents';

export const readyOf = ({ things }: Pick<Preparation, 'things'>) => ({
  done: things.filter((thing) => thing.done).length,
  all: things.length,
});

/** What the town has ready, for whoever comes and for the hub. */
export function PreparationNotes({ visitId }: { readonly visitId: string }) {
  const { t } = useTranslation();
  const load = useLoad(PreparationNotesDocument, { visitId }, { about: ['VisitPreparation'] });
  const preparation = load.data?.visitPreparation;
  if (!preparation) return null;
  return (
    <Section
      title={t('preparation.title')}
      id="preparation"
      aside={
        preparation.mayWrite && (
          <Link to={`/visits/${visitId}/prepare`} className="link no-print">
            {t('preparation.open')}
          </Link>
        )
      }
    >
      {preparation.writtenAt === null ? (
        <p>{t(preparation.mayWrite ? 'preparation.proposed' : 'preparation.notWritten')}</p>
      ) : (
        <PreparationFacts preparation={preparation} />
      )}
    </Section>
  );
}

/** What is needed on the way, a line each; the rest is on the page of the visit. */
export function PreparationBrief({ visitId }: { readonly visitId: string }) {
  const { t } = useTranslation();
  const load = useLoad(PreparationNotesDocument, { visitId }, { about: ['VisitPreparation'] });
  const preparation = load.data?.visitPreparation;
  if (!preparation) return null;
  if (preparation.writtenAt === null) return <p>{t('preparation.notWritten')}</p>;
  return (
    <dl>
      {(['room', 'parking', 'contact'] as const)
        .filter((key) => preparation[key] !== '')
        .map((key) => (
          <div key={key} className="flex gap-x-3">
            <dt className="shrink-0 text-solid-gray-700">{t(`preparation.${key}`)}</dt>
            <dd className="min-w-0">
              <AsWritten>{preparation[key]}</AsWritten>
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** Read only, and on paper. */
export function PreparationFacts({ preparation }: { readonly preparation: Preparation }) {
  const { t } = useTranslation();
  const said = (key: 'room' | 'parking' | 'contact' | 'remarks' | 'purpose') =>
    preparation[key] !== '' && {
      term: t(`preparation.${key}`),
      value: <AsWritten block>{preparation[key]}</AsWritten>,
    };
  return (
    <>
      <Facts
        items={[
          said('purpose'),
          said('room'),
          said('parking'),
          said('contact'),
          preparation.things.length > 0 && {
            term: t('preparation.things'),
            value: (
              <ul>
                {preparation.things.map(({ text, done }) => (
                  <li key={text}>
                    <span className="mr-2 inline-block min-w-8 text-solid-gray-700">
                      {t(done ? 'preparation.ready' : 'preparation.notReady')}
                    </span>
                    <AsWritten>{text}</AsWritten>
                  </li>
                ))}
              </ul>
            ),
          },
          said('remarks'),
        ]}
      />
      {preparation.writtenAt !== null && (
        <p className="text-dns-14N-130 text-solid-gray-700">
          {t('preparation.written', {
            name: preparation.writtenByName ?? '',
            at: shortInstant(preparation.writtenAt),
          })}
        </p>
      )}
    </>
  );
}
