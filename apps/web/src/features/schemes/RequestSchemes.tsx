import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { Actions, Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { TextAreaField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Page';
import { KnownFacts, knownInput, NOTHING_KNOWN } from './KnownFacts';
import { RouteList } from './RouteList';
import { ReferToSchemeDocument, type RouteRow, SchemeRoutesDocument } from './schemes.documents';

interface Props {
  readonly requestId: string;
  /** Whether the reader may send the town elsewhere now. */
  readonly refers?: boolean;
}

/** Where a request could go; the hub sends it there from here. */
export function RequestSchemes({ requestId, refers = false }: Props) {
  const { t } = useTranslation();
  const [known, setKnown] = useState(NOTHING_KNOWN);
  const [chosen, setChosen] = useState<RouteRow | null>(null);
  const input = { supportRequestId: requestId, ...knownInput(known) };
  const load = useLoad(SchemeRoutesDocument, { input }, { about: ['SchemeUse', 'SupportRequest', 'Quota'] });
  const labels = { briefing: t('schemes.briefing'), strength: t('schemes.strength') };
  return (
    <Section title={t('schemes.onRequest')} id="schemes">
      <p>{t('schemes.onRequestLead')}</p>
      <Form labels={labels} refusal={null} onSubmit={() => undefined} label={t('schemes.onRequest')}>
        <KnownFacts known={known} change={setKnown} />
      </Form>
      <Loaded of={load}>
        {({ schemeRoutes }) => (
          <RouteList
            routes={schemeRoutes}
            action={(route) =>
              refers &&
              route.scheme.origin !== 'POOL' && (
                <div className="no-print">
                  <Button
                    size="small"
                    aria-label={t('schemes.referOne', { name: nameOf(route.scheme) })}
                    onClick={() => setChosen(route)}
                  >
                    {t('schemes.refer')}
                  </Button>
                </div>
              )
            }
          />
        )}
      </Loaded>
      {chosen && <ReferDialog requestId={requestId} route={chosen} onClose={() => setChosen(null)} />}
    </Section>
  );
}

interface ReferProps {
  readonly requestId: string;
  readonly route: RouteRow;
  readonly onClose: () => void;
}

function ReferDialog({ requestId, route, onClose }: ReferProps) {
  const { t } = useTranslation();
  const done = useDone();
  const name = nameOf(route.scheme);
  const [words, setWords] = useState<string>(t('schemes.referStart', { name: route.scheme.name }));
  const { run, busy, refusal } = useAction(ReferToSchemeDocument, 'SupportRequest SchemeUse');
  const refer = async () => {
    if (!(await run({ id: requestId, scheme: words, schemeId: route.scheme.id }))) return;
    onClose();
    done(t('schemes.referred', { name }));
  };
  return (
    <Dialog title={t('schemes.referOne', { name })} open onClose={onClose}>
      <Form labels={{ reason: t('schemes.referLabel') }} refusal={refusal} onSubmit={() => void refer()}>
        <p>{t('schemes.referText')}</p>
        <TextAreaField
          name="reason"
          required
          rows={4}
          hint={t('schemes.referHint')}
          value={words}
          onChange={setWords}
        />
        <Actions>
          <Button type="submit" look="primary" busy={busy}>
            {t('schemes.refer')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
