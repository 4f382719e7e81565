import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { longDate } from '../../i18n/dates';
import { nameOf, useMinutes } from '../../i18n/words';
import type { SayValue } from '../../ui/NewerValues';
import { URGENCIES } from './RestOfRequest';
import type { RequestRow } from './requests.documents';
import { MODES } from './ShapeQuestion';

/** What the form calls each field. */
export function useRequestLabels(): Readonly<Record<string, string>> {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      municipalityId: t('requestForm.town'),
      group: t('requestForm.group'),
      theme: t('requestForm.theme'),
      themeId: t('requestForm.theme'),
      title: t('requestForm.titleField'),
      trouble: t('requestForm.trouble'),
      mode: t('requestForm.mode'),
      visits: t('requestForm.visits'),
      visitMinutes: t('requestForm.visitMinutes'),
      minGapDays: t('requestForm.minGapDays'),
      marked: t('requestForm.wished'),
      wished: t('requestForm.marks.YES'),
      possible: t('requestForm.marks.IF_NEEDED'),
      answered: t('requestForm.answered'),
      groupId: t('requestForm.group'),
      earliestOn: t('requestForm.earliestOn'),
      deadlineOn: t('requestForm.deadlineOn'),
      urgency: t('requestForm.urgency'),
      contactSection: t('requestForm.contactSection'),
      onlyWished: t('requests.field.onlyWished'),
      entrustSelection: t('requestForm.entrust'),
      phase: t('conflicts.procurement.stands'),
      vendors: t('conflicts.procurement.vendors'),
    }),
    [t],
  );
}

type Named = NonNullable<RequestRow['theme']>;

const isHalf = (value: unknown): value is RequestRow['wished'][number] =>
  typeof value === 'object' && value !== null && 'date' in value && 'half' in value;

/** Says what somebody else has put into a request, in the words of its page. */
export function useSayRequestValue(themes: readonly Pick<Named, 'id' | 'name' | 'nameEn'>[] = []): SayValue {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  return useCallback(
    (field, value) => {
      const theme = themes.find(({ id }) => field === 'themeId' && id === value);
      if (theme) return nameOf(theme);
      const mode = MODES.find((one) => field === 'mode' && one === value);
      if (mode) return t(`requests.mode.${mode}`);
      const urgency = URGENCIES.find((one) => field === 'urgency' && one === value);
      if (urgency) return t(`requests.urgency.${urgency}`);
      if (field === 'visitMinutes' && typeof value === 'number') return minutesOf(value);
      if (field.endsWith('On') && typeof value === 'string') return longDate(value);
      if ((field === 'wished' || field === 'possible') && Array.isArray(value) && value.length > 0)
        return value
          .filter(isHalf)
          .map(({ date, half }) => `${longDate(date)} ${t(`ui.half.${half}`)}`)
          .join('\n');
      return null;
    },
    [t, minutesOf, themes],
  );
}
