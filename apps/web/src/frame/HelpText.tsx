import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../i18n';
import { useViewer, type Viewer } from '../session';
import type { Topic } from './topics';

/** Whom somebody asks who still does not know: towns and specialists their prefecture, the hub whoever runs it all. */
function useWhomToAsk(): string {
  const { t } = useTranslation();
  const { role, prefectureName, prefectureNameEn }: Viewer = useViewer();
  if (role === 'HUB_STAFF' || role === 'OPERATOR') return t('help.askOperator');
  const prefecture = currentLanguage() === 'en' ? prefectureNameEn : prefectureName;
  return t('help.askHub', { hub: `${prefecture ?? ''} ${t('session.role.HUB_STAFF')}`.trim() });
}

/** What is done here in three lines, and whom to ask. */
export function HelpText({ topic }: { readonly topic: Topic }) {
  const { t } = useTranslation();
  const whom = useWhomToAsk();
  const lines = t(`help.topics.${topic}`, { returnObjects: true });
  return (
    <div className="flex flex-col gap-3 text-std-16N-170">
      <p className="text-std-16B-170">{t('help.title')}</p>
      <ul className="list-disc space-y-1 pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="border-t border-solid-gray-200 pt-3 text-dns-14N-130 text-solid-gray-800">{whom}</p>
    </div>
  );
}
