/** What browsers say of a key while somebody is still choosing characters; some say only the number. */
const COMPOSING = 229;

interface Press {
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** The key belongs to the input method: Enter confirms kana and nothing else. */
export const isOfComposition = (press: Press): boolean => press.isComposing || press.keyCode === COMPOSING;

/** Whether letters that are typed go into something. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input, textarea, select, [role="textbox"], [role="combobox"]'));

/** A dialog lies over the screen: nothing behind it may be called. */
export const isBehindDialog = (): boolean => document.querySelector('dialog[open]') !== null;
