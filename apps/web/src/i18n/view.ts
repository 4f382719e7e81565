/** How the reader wants to see the screens, as their account says; the way it is for everybody before sign-in. */
export interface ViewChoice {
  /** 令和8年, or 2026年; English always counts in the western way. */
  readonly calendar: 'JAPANESE' | 'WESTERN';
  readonly furigana: boolean;
  readonly density: 'STANDARD' | 'DENSE';
  readonly singleKeys: boolean;
}

const USUAL: ViewChoice = { calendar: 'JAPANESE', furigana: true, density: 'STANDARD', singleKeys: true };

let current: ViewChoice = USUAL;

/** What functions of words ask that no screen hands anything to. */
export const currentView = (): ViewChoice => current;

/** From now on; screens show it when they are drawn again. */
export function chooseView(choice: ViewChoice | null): void {
  current = choice ?? USUAL;
  document.documentElement.dataset['density'] = current.density === 'DENSE' ? 'dense' : 'standard';
}
