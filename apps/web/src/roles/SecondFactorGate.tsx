import { useTranslation } from 'react-i18next';
import { SecondFactorFirst } from '../features/account/SecondFactorFirst';
import { BareFrame } from '../features/session/BareFrame';

/** Before anything else: who acts for many has to have a second factor. */
export default function SecondFactorGate({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <BareFrame title={t('secondFactor.demandedTitle')} lead={t('secondFactor.demandedLead')}>
      <SecondFactorFirst onDone={onDone} />
    </BareFrame>
  );
}
