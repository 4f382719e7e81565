import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { PinProposedDocument, type ProposedRow } from './plans.documents';

interface Props {
  readonly visit: ProposedRow;
  readonly label: string;
}

/** Shows the wish at once and each on its own, so that several can be set in a row. */
export function PinBox({ visit, label }: Props) {
  const { t } = useTranslation();
  const pin = useAction(PinProposedDocument);
  const [wish, setWish] = useState<boolean | null>(null);
  const [known, setKnown] = useState(visit.pinned);
  // What the server says last counts: a move by hand pins too.
  if (known !== visit.pinned) {
    setKnown(visit.pinned);
    setWish(null);
  }
  const pinned = wish ?? visit.pinned;
  const set = async (wanted: boolean) => {
    setWish(wanted);
    if (!(await pin.run({ id: visit.id, pinned: wanted }))) setWish(null);
  };
  return (
    <>
      <label className="flex min-h-6 items-center gap-2 whitespace-nowrap">
        <input
          type="checkbox"
          className="size-6"
          checked={pinned}
          aria-label={label}
          onChange={(event) => void set(event.target.checked)}
        />
        {pinned && t('planning.pin')}
      </label>
      {pin.refusal && (
        <p role="alert" className="mt-1 text-error-2">
          {pin.refusal.message ?? t('ui.unreachable')}
        </p>
      )}
    </>
  );
}
