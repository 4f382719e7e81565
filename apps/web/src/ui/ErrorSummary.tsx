import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../gql/refusal';
import { type FieldFault, useFieldId } from './field-fault';

interface Props {
  readonly refusal: Refusal | null;
  readonly faults?: readonly FieldFault[];
}

/** What is wrong, before the form: focus comes here, each line leads to its field, the title says so. */
export function ErrorSummary({ refusal, faults = [] }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();

  useEffect(() => {
    if (!refusal) return;
    const prefix = t('ui.errorPrefix');
    box.current?.focus();
    const bare = document.title;
    document.title = `${prefix}${bare}`;
    return () => {
      if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length);
    };
  }, [refusal, t]);

  if (!refusal) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby={titleId}
      className="rounded-8 border-2 border-error-2 bg-white p-4 sm:p-6"
    >
      <h2 id={titleId} className="text-std-18B-160 text-error-2">
        {faults.length > 0 ? t('ui.errorTitle') : t('ui.refusedTitle')}
      </h2>
      {faults.length === 0 && <p className="mt-2">{refusal.message ?? t('ui.unreachable')}</p>}
      {faults.length > 0 && (
        <ul className="mt-2 list-disc pl-6">
          {faults.map(({ field, sentence }) => (
            <li key={sentence} className="py-1">
              {field ? <FieldLink field={field}>{sentence}</FieldLink> : sentence}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Leads into the field itself, not only to its place on the page. */
function FieldLink({ field, children }: { readonly field: string; readonly children: string }) {
  const id = useFieldId()(field);
  return (
    <a
      href={`#${id}`}
      className="text-error-2 underline underline-offset-4"
      onClick={(event) => {
        event.preventDefault();
        const place = document.getElementById(id);
        const first = place?.matches('input, select, textarea, button')
          ? place
          : place?.querySelector<HTMLElement>('input, select, textarea, button');
        (first ?? place)?.focus();
        place?.scrollIntoView({ block: 'center' });
      }}
    >
      {children}
    </a>
  );
}
