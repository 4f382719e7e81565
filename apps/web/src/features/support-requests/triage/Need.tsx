import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDate } from '../../../i18n/dates';
import { nameOf, useMinutes } from '../../../i18n/words';
import { AsWritten } from '../../../ui/AsWritten';
import { RequestContent } from '../RequestContent';
import type { RequestRow } from '../requests.documents';

/** The need in the town's words, and what bears on the decision in a few lines; the rest is one press away. */
export function Need({ request }: { readonly request: RequestRow }) {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  const { theme, mode, visits, visitMinutes, deadlineOn, urgency, contactSection } = request;
  return (
    <div className="flex flex-col gap-3">
      <AsWritten block>{request.trouble}</AsWritten>
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-dns-16N-130">
        <Item term={t('requests.field.theme')}>
          {theme ? nameOf(theme) : t('requests.field.noThemeShort')}
        </Item>
        <Item term={t('requests.field.shape')}>
          {t('requests.field.shapeValue', {
            mode: t(`requests.mode.${mode}`),
            visits,
            minutes: minutesOf(visitMinutes),
          })}
        </Item>
        <Item term={t('requests.field.deadline')}>{deadlineOn ? shortDate(deadlineOn) : t('ui.none')}</Item>
        <Item term={t('requests.field.urgency')}>{t(`requests.urgency.${urgency}`)}</Item>
        <Item term={t('requests.field.contact')}>
          <AsWritten>{contactSection}</AsWritten>
        </Item>
      </dl>
      <details>
        <summary className="min-h-6 w-fit cursor-pointer underline underline-offset-4">
          {t('triage.everything')}
        </summary>
        <RequestContent request={request} headed />
      </details>
    </div>
  );
}

function Item({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="flex gap-2">
      <dt className="text-solid-gray-700">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
