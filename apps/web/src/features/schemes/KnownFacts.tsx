import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/fields';

/** What no form of a request asks for, and some schemes do. */
export interface Known {
  readonly briefing: string;
  readonly strength: string;
}

export const NOTHING_KNOWN: Known = { briefing: '', strength: '' };

const yes = (value: string): boolean | null => (value === '' ? null : value === 'yes');

export const knownInput = ({ briefing, strength }: Known) => ({
  briefingAttended: yes(briefing),
  belowStrengthOne: yes(strength),
});

interface Props {
  readonly known: Known;
  readonly change: (known: Known) => void;
}

/** Two questions whose answers change what fits. */
export function KnownFacts({ known, change }: Props) {
  const { t } = useTranslation();
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <SelectField
        name="briefing"
        needless
        empty={t('schemes.unknown')}
        value={known.briefing}
        onChange={(briefing) => change({ ...known, briefing })}
        options={[
          { value: 'yes', label: t('schemes.attended') },
          { value: 'no', label: t('schemes.notAttended') },
        ]}
      />
      <SelectField
        name="strength"
        needless
        empty={t('schemes.unknown')}
        value={known.strength}
        onChange={(strength) => change({ ...known, strength })}
        options={[
          { value: 'yes', label: t('schemes.below') },
          { value: 'no', label: t('schemes.above') },
        ]}
      />
    </div>
  );
}
