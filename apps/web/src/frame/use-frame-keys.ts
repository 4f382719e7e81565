import { useEffect } from 'react';
import { currentView } from '../i18n/view';
import { isBehindDialog, isOfComposition, isTyping } from '../ui/key-press';

interface Answers {
  readonly palette: () => void;
  readonly keys: () => void;
}

/**
 * Keys that work on every screen. Those without Ctrl do nothing while letters go into a field, and nothing at all for
 * whoever has switched them off; none works through a dialog or while an input method is at work.
 */
export function useFrameKeys({ palette, keys }: Answers): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isOfComposition(event) || isBehindDialog()) return;
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      const answer = (act: () => void) => {
        event.preventDefault();
        act();
      };
      if ((ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'k') return answer(palette);
      if (ctrlKey || metaKey || altKey || !currentView().singleKeys || isTyping(event.target)) return;
      if (key === '?') answer(keys);
      else if (key === '/') answer(palette);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [palette, keys]);
}
