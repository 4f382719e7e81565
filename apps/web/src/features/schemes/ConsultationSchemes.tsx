import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { Button } from '../../ui/Button';
import { Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Page';
import { RouteList } from './RouteList';
import { SchemeRoutesDocument } from './schemes.documents';

/** Where the trouble of a question could go beside the desk; looked up when it is wanted. */
export function ConsultationSchemes({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const load = useLoad(SchemeRoutesDocument, { input: { consultationId: id } }, { pause: !open });
  return (
    <Section title={t('schemes.onRequest')} id="schemes">
      <p>{t('schemes.onConsultationLead')}</p>
      {open ? (
        <Loaded of={load}>{({ schemeRoutes }) => <RouteList routes={schemeRoutes} />}</Loaded>
      ) : (
        <div className="no-print">
          <Button onClick={() => setOpen(true)}>{t('schemes.find')}</Button>
        </div>
      )}
    </Section>
  );
}
