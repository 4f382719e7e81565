import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';

/** Puts an address into the clipboard; false where the browser does not let a page do so, as without HTTPS. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

type State = 'ready' | 'copied' | 'by-hand';

/** The address of the screen as it is, to be passed on; to be copied by hand where nothing else works. */
export function CopyLink() {
  const { t } = useTranslation();
  const [state, setState] = useState<State>('ready');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (state === 'by-hand') field.current?.select();
  }, [state]);
  const copy = async () => setState((await copyText(window.location.href)) ? 'copied' : 'by-hand');
  return (
    <div className="flex flex-col gap-2">
      <div>
        <Button size="small" onClick={() => void copy()}>
          {t('frame.copyLink')}
        </Button>
        <span role="status" className="ml-3 text-dns-14N-130">
          {state === 'copied' && t('frame.copied')}
        </span>
      </div>
      {state === 'by-hand' && (
        <label className="flex flex-col gap-1 text-dns-14N-130">
          {t('frame.copyByHand')}
          <input
            ref={field}
            readOnly
            value={window.location.href}
            className="rounded-8 border border-solid-gray-600 px-3 py-2"
          />
        </label>
      )}
    </div>
  );
}
