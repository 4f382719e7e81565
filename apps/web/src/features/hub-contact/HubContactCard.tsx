import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { AsWritten } from '../../ui/AsWritten';
import { HubContactDocument } from './hub-contact.documents';

/** Whom a town calls: a name and a number, always in the same place. */
export function HubContactCard() {
  const { t } = useTranslation();
  const load = useLoad(HubContactDocument, {}, { about: ['HubContact'] });
  if (!load.data) return null;
  const contact = load.data.hubContact;
  return (
    <section aria-labelledby="hub-contact" className="flex flex-col gap-1">
      <h2 id="hub-contact" className="text-std-16B-170">
        {t('hubContact.title')}
      </h2>
      {contact ? (
        <>
          <p>
            <AsWritten>{contact.section}</AsWritten>{' '}
            <span className="inline-block">
              <AsWritten>{contact.person}</AsWritten>
            </span>
          </p>
          <p>
            <a
              href={`tel:${contact.phone.replace(/[^+0-9]/g, '')}`}
              className="link text-std-18B-160 tabular-nums"
            >
              {contact.phone}
            </a>
          </p>
          {contact.hours && (
            <p className="text-dns-14N-130 text-solid-gray-700">
              <AsWritten>{contact.hours}</AsWritten>
            </p>
          )}
        </>
      ) : (
        <p className="text-dns-14N-130 text-solid-gray-700">{t('hubContact.none')}</p>
      )}
    </section>
  );
}
