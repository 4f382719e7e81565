import { useTranslation } from 'react-i18next';
import { Actions, Button } from '../../ui/Button';

interface Props {
  readonly onAll: () => void;
  readonly onNone: () => void;
}

/** Above a table whose rows can be chosen. */
export function ChooseAll({ onAll, onNone }: Props) {
  const { t } = useTranslation();
  return (
    <div className="-ml-3">
      <Actions short>
        <Button size="small" look="quiet" onClick={onAll}>
          {t('comparing.chooseAll')}
        </Button>
        <Button size="small" look="quiet" onClick={onNone}>
          {t('comparing.chooseNone')}
        </Button>
      </Actions>
    </div>
  );
}
