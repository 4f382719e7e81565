import { useTranslation } from 'react-i18next';

const MARKS = ['draft', 'published', 'confirmed', 'pinned', 'broken'] as const;

/** What the marks mean, and which keys there are. */
export function Legend() {
  const { t } = useTranslation();
  return (
    <details className="no-print text-dns-14N-130">
      <summary className="min-h-6 w-fit py-1 underline underline-offset-4">
        {t('board.legend.label')}・{t('board.grid.keysTitle')}
      </summary>
      <ul className="mt-1 list-disc pl-5 leading-150">
        {MARKS.map((mark) => (
          <li key={mark}>{t(`board.legend.${mark}`)}</li>
        ))}
        <li>{t('board.grid.keys')}</li>
      </ul>
    </details>
  );
}
