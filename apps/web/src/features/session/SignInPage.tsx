import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { waiting } from '../../offline/keeper';
import { useSession } from '../../session';
import { Notice } from '../../ui/Notice';
import { BareFrame } from './BareFrame';
import { IdentitySignIn } from './IdentitySignIn';
import { SignInForm } from './SignInForm';

interface Props {
  /** Somebody followed a link to a screen. */
  readonly wanted: boolean;
}

export function SignInPage({ wanted }: Props) {
  const { t } = useTranslation();
  const { begin, passkeysHere } = useSession();
  const [query] = useSearchParams();
  const identity = query.get('identity');
  return (
    <BareFrame title={t('session.title')} lead={wanted ? t('session.wanted') : t('session.lead')}>
      {(identity === 'unknown' || identity === 'failed') && (
        <div role="alert">
          <Notice tone="error" title={t(`session.identityTitle.${identity}`)}>
            <p>{t(`session.identityMore.${identity}`)}</p>
          </Notice>
        </div>
      )}
      <UnsentHere />
      <SignInForm passkeysHere={passkeysHere} onSignedIn={begin} />
      <IdentitySignIn />
    </BareFrame>
  );
}

/** What waits on this device for the person who pressed it. */
function UnsentHere() {
  const { t } = useTranslation();
  const [count, setCount] = useState(0);
  useEffect(() => void waiting().then(setCount), []);
  return count > 0 ? <Notice tone="warning">{t('offline.signIn', { count })}</Notice> : null;
}
