import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longInstant } from '../../i18n/dates';
import { Actions, Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';

/** A link that was made just now: it is nowhere else. */
export interface OneTimeLink {
  readonly kind: 'invitation' | 'reset';
  readonly token: string;
  readonly forName: string;
  readonly expiresAt: string;
  /** What the link does, in a sentence. */
  readonly lead: string;
}

const PATHS = { invitation: '/invitation', reset: '/new-password' } as const;

/** The part behind the # stays in the browser: no server and no log ever has it. */
const addressOf = ({ kind, token }: OneTimeLink): string =>
  `${window.location.origin}${PATHS[kind]}#${token}`;

/** To be copied, or printed for whoever has no mail: a closed network has none. */
export function LinkSheet({ link, onBack }: { readonly link: OneTimeLink; readonly onBack: () => void }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const address = addressOf(link);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setSaid(t('people.copied'));
    } catch {
      // Without HTTPS the browser has no clipboard for us.
      setSaid(t('people.notCopied'));
    }
  };
  return (
    <Page title={t(`people.linkTitle.${link.kind}`)} narrow>
      <div className="flex flex-col gap-6">
        <p className="text-std-20B-150">{t('people.linkFor', { name: link.forName })}</p>
        <p>{link.lead}</p>
        <p>{t('people.linkOnce', { until: longInstant(link.expiresAt) })}</p>
        <div className="no-print">
          <Notice tone="warning">{t('people.linkShownOnce')}</Notice>
        </div>
        <div className="no-print">
          <Form labels={{ link: t('people.link') }} refusal={null} onSubmit={() => void copy()}>
            <TextField
              name="link"
              needless
              spellCheck={false}
              autoComplete="off"
              value={address}
              onChange={() => undefined}
            />
            <Actions>
              <Button type="submit" look="primary">
                {t('people.copy')}
              </Button>
              <Button onClick={() => window.print()}>{t('people.print')}</Button>
              <Button look="quiet" onClick={onBack}>
                {t('people.linkBack')}
              </Button>
            </Actions>
          </Form>
          <p role="status" className="mt-3 min-h-6">
            {said}
          </p>
        </div>
        <p className="hidden font-mono text-std-18N-160 break-all print:block">{address}</p>
      </div>
    </Page>
  );
}
