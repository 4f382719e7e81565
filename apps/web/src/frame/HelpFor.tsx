import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Drop } from '../ui/Drop';
import { Loading } from '../ui/Loaded';
import type { Topic } from './topics';

/** The words of all topics come when somebody asks for one. */
const HelpText = lazy(async () => ({ default: (await import('./HelpText')).HelpText }));

/** Three lines on what is done here, and whom to ask. */
export function HelpFor({ topic }: { readonly topic: Topic }) {
  const { t } = useTranslation();
  return (
    <Drop
      wide
      name={t('frame.help')}
      label={<span aria-hidden="true">?</span>}
      look="inline-flex size-11 items-center justify-center rounded-full border border-key-900 text-oln-16B-100 text-key-900 hover:bg-key-50 sm:size-9"
    >
      {() => (
        <Suspense fallback={<Loading />}>
          <HelpText topic={topic} />
        </Suspense>
      )}
    </Drop>
  );
}
