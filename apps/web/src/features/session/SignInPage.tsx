import { useTranslation } from 'react-i18next';
import { useSession } from '../../session';
import { BareFrame } from './BareFrame';
import { SignInForm } from './SignInForm';

interface Props {
  /** Somebody followed a link to a screen. */
  readonly wanted: boolean;
}

export function SignInPage({ wanted }: Props) {
  const { t } = useTranslation();
  const { begin, passkeysHere } = useSession();
  return (
    <BareFrame title={t('session.title')} lead={wanted ? t('session.wanted') : t('session.lead')}>
      <SignInForm passkeysHere={passkeysHere} onSignedIn={begin} />
    </BareFrame>
  );
}
