import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog';
import type { SignedIn } from './sign-in.documents';
import { SignInForm } from './SignInForm';

interface Props {
  readonly open: boolean;
  readonly viewer: SignedIn;
  readonly passkeysHere: boolean;
  /** The same person is back: the screen goes on as it is. */
  readonly onSame: () => void;
}

const isSame = (a: SignedIn, b: SignedIn): boolean =>
  a.name === b.name &&
  a.role === b.role &&
  a.prefectureId === b.prefectureId &&
  a.specialistId === b.specialistId &&
  a.municipality?.id === b.municipality?.id;

/** The session ended under somebody's hands: signing in again keeps the screen and what was typed. */
export function SignInAgain({ open, viewer, passkeysHere, onSame }: Props) {
  const { t } = useTranslation();
  const arrived = (who: SignedIn) => {
    if (isSame(viewer, who)) onSame();
    // Nothing of the other person's screen may stay.
    else window.location.assign('/');
  };
  return (
    <Dialog title={t('session.expiredTitle')} open={open} onClose={() => undefined} unavoidable>
      <p>
        {t('session.expired')}
        {t('session.expiredKept')}
      </p>
      <SignInForm passkeysHere={passkeysHere} onSignedIn={arrived} />
    </Dialog>
  );
}
