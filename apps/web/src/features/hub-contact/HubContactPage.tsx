import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { UnsavedGuard } from '../../ui/UnsavedGuard';
import { type HubContact, HubContactDocument, SetHubContactDocument } from './hub-contact.documents';

/** The hub says whom its towns call. */
export function HubContactPage({ back }: { readonly back: { readonly to: string; readonly label: string } }) {
  const { t } = useTranslation();
  const load = useLoad(HubContactDocument, {}, { about: ['HubContact'] });
  return (
    <Page title={t('hubContact.place')} narrow back={back} lead={<p>{t('hubContact.lead')}</p>}>
      <Loaded of={load}>{({ hubContact }) => <ContactForm contact={hubContact} />}</Loaded>
    </Page>
  );
}

const NOTHING = { section: '', person: '', phone: '', hours: '' };

function ContactForm({ contact }: { readonly contact: HubContact | null }) {
  const { t } = useTranslation();
  const done = useDone();
  const [said, setSaid] = useState(contact ?? NOTHING);
  const [kept, setKept] = useState(said);
  const [read, setRead] = useState(contact?.version ?? '0');
  const { run, busy, refusal } = useAction(SetHubContactDocument, 'HubContact');
  const change = (part: Partial<typeof NOTHING>) => setSaid((old) => ({ ...old, ...part }));
  const save = async () => {
    const seen = refusal?.newer?.version ?? read;
    setRead(seen);
    const { section, person, phone, hours } = said;
    const saved = (await run({ input: { section, person, phone, hours, seen } }))?.setHubContact;
    if (!saved) return;
    setRead(saved.version);
    setKept(said);
    done(t('hubContact.saved'));
  };
  return (
    <Form
      labels={{
        section: t('hubContact.section'),
        person: t('hubContact.person'),
        phone: t('hubContact.phone'),
        hours: t('hubContact.hours'),
      }}
      refusal={refusal}
      onSubmit={() => void save()}
    >
      <UnsavedGuard unsaved={said !== kept} />
      <TextField name="section" required value={said.section} onChange={(section) => change({ section })} />
      <TextField name="person" value={said.person} onChange={(person) => change({ person })} />
      <TextField
        name="phone"
        required
        inputMode="tel"
        hint={t('hubContact.phoneHint')}
        value={said.phone}
        onChange={(phone) => change({ phone })}
      />
      <TextField
        name="hours"
        hint={t('hubContact.hoursHint')}
        value={said.hours}
        onChange={(hours) => change({ hours })}
      />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('hubContact.save')}
        </Button>
      </div>
    </Form>
  );
}
