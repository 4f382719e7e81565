import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { Actions, Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { useDone } from '../../ui/Done';
import { CheckBox, SelectField } from '../../ui/fields';
import { FieldGroup } from '../../ui/Field';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { MailAddress } from './MailAddress';
import { said } from './notice-words';
import { type NoticeSettings, NoticeSettingsDocument, SetNoticeSettingsDocument } from './notices.documents';

const HALF_HOURS = Array.from({ length: 48 }, (_, i) => i * 30);
const clockTime = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

/** 通知の設定: the address, the language, the hour of the digest, and which kinds bring mail. */
export function NoticeSettingsPage({ below }: { readonly below?: ReactNode }) {
  const { t } = useTranslation();
  const load = useLoad(NoticeSettingsDocument, {}, { about: ['NoticeSettings'] });
  return (
    <Page
      title={t('notices.settings')}
      back={{ to: '/notices', label: t('notices.inbox') }}
      lead={<p>{t('notices.settingsLead')}</p>}
      narrow
    >
      <Loaded of={load}>
        {({ noticeSettings }) => (
          <>
            {!noticeSettings.mailOn && (
              <Notice tone="warning" title={t('notices.mailOff')}>
                <p>{t('notices.mailOffText')}</p>
              </Notice>
            )}
            <Section title={t('notices.addressTitle')} id="address">
              <MailAddress settings={noticeSettings} />
            </Section>
            <Section title={t('notices.wishesTitle')} id="wishes">
              <Wishes settings={noticeSettings} />
            </Section>
          </>
        )}
      </Loaded>
      {below}
    </Page>
  );
}

function Wishes({ settings }: { readonly settings: NoticeSettings }) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(SetNoticeSettingsDocument, 'NoticeSettings');
  const [language, setLanguage] = useState(settings.language);
  const [network, setNetwork] = useState(settings.network);
  const [digest, setDigest] = useState(settings.digest);
  const [digestMinute, setDigestMinute] = useState(settings.digestMinute);
  const [stopped, setStopped] = useState(() =>
    settings.kinds.flatMap(({ kind, mail }) => (mail ? [] : [kind])),
  );
  const save = async () => {
    if (await run({ input: { language, network, digest, digestMinute, stopped } })) done(t('notices.saved'));
  };
  const labels = {
    language: t('notices.language'),
    network: t('notices.network'),
    digestMinute: t('notices.digestAt'),
    ACTION: t('notices.kindsOf.ACTION'),
    INFORM: t('notices.kindsOf.INFORM'),
  };
  return (
    <Form labels={labels} refusal={refusal} onSubmit={() => void save()}>
      <Choice
        name="language"
        needless
        layout="row"
        value={language}
        onChange={(value) => setLanguage(value === 'en' ? 'en' : 'ja')}
        options={[
          { value: 'ja', label: <span lang="ja">日本語</span> },
          { value: 'en', label: 'English' },
        ]}
      />
      <SelectField
        name="network"
        needless
        hint={t('notices.networkHint')}
        value={network ?? ''}
        onChange={(value) => setNetwork(value === 'LGWAN' || value === 'INTERNET' ? value : null)}
        empty={t('notices.networks.own')}
        options={(['LGWAN', 'INTERNET'] as const).map((one) => ({
          value: one,
          label: t(`notices.networks.${one}`),
        }))}
      />
      <CheckBox
        name="digest"
        label={t('notices.digest')}
        hint={t('notices.digestHint')}
        checked={digest}
        onChange={setDigest}
      />
      {digest && (
        <SelectField
          name="digestMinute"
          needless
          value={String(digestMinute)}
          onChange={(value) => setDigestMinute(Number(value))}
          options={[...new Set([...HALF_HOURS, digestMinute])]
            .sort((a, b) => a - b)
            .map((minute) => ({ value: String(minute), label: clockTime(minute) }))}
        />
      )}
      {(['ACTION', 'INFORM'] as const).map((asks) => (
        <FieldGroup key={asks} name={asks} needless hint={t(`notices.kindsHint.${asks}`)}>
          <div className="flex flex-col gap-2">
            {settings.kinds
              .filter((one) => one.asks === asks)
              .map(({ kind, title, mayStop }) =>
                mayStop ? (
                  <CheckBox
                    key={kind}
                    name={kind}
                    label={said(title)}
                    checked={!stopped.includes(kind)}
                    onChange={(wanted) =>
                      setStopped((old) => (wanted ? old.filter((one) => one !== kind) : [...old, kind]))
                    }
                  />
                ) : (
                  <p key={kind} className="pl-9">
                    {said(title)}
                    <span className="text-dns-14N-130 text-solid-gray-700">{t('notices.always')}</span>
                  </p>
                ),
              )}
          </div>
        </FieldGroup>
      ))}
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {t('notices.save')}
        </Button>
      </Actions>
    </Form>
  );
}
