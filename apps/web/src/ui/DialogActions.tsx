import { useTranslation } from 'react-i18next';
import { Actions, Button } from './Button';

interface Props {
  /** The word on the button that does it. */
  readonly confirm: string;
  readonly busy: boolean;
  readonly onClose: () => void;
}

/** How a form in a dialog ends: it is done, or left. */
export function DialogActions({ confirm, busy, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Actions>
      <Button type="submit" look="primary" busy={busy}>
        {confirm}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('ui.cancel')}
      </Button>
    </Actions>
  );
}
