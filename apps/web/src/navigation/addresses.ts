import {
  type Location,
  type NavigateOptions,
  NavigationType,
  type Navigator,
  parsePath,
  type Path,
  type To,
  UNSAFE_createBrowserHistory as createBrowserHistory,
} from 'react-router';
import { guardAgainst } from './guards';
import { keepHeight, rememberHeight } from './heights';

/** Where somebody is, and how they came. */
export interface Place {
  readonly location: Location;
  readonly type: NavigationType;
}

const browser = createBrowserHistory({ v5Compat: true });

let place: Place = { location: browser.location, type: browser.action };
/** What is done once the browser has stepped back from a step that is held up. */
let steppedBack: (() => void) | null = null;
/** Somebody has been asked and goes. */
let asked = false;
/** The next address is another view of the same screen: it stays where it is. */
let stays = false;

export const placeNow = (): Place => place;

export function onPlace(tell: (place: Place) => void): () => void {
  return browser.listen(({ action, location, delta }) => {
    if (steppedBack) {
      const done = steppedBack;
      steppedBack = null;
      done();
      return;
    }
    // Where the browser does not know how far it went, as with an address typed by hand, it cannot be led back.
    const guard =
      delta && action === NavigationType.Pop && !asked ? guardAgainst(place.location, location) : undefined;
    asked = false;
    if (guard && delta) {
      const leave = () => {
        asked = true;
        browser.go(delta);
      };
      steppedBack = () => guard.hold({ leave });
      browser.go(-delta);
      return;
    }
    rememberHeight(place.location);
    if (stays) keepHeight(location);
    stays = false;
    place = { location, type: action };
    tell(place);
  });
}

function step(to: To, options: NavigateOptions | undefined, go: () => void): void {
  const leave = () => {
    stays = options?.preventScrollReset === true;
    go();
  };
  const guard = guardAgainst(place.location, pathOf(to));
  if (guard) guard.hold({ leave });
  else leave();
}

function pathOf(to: To): Path {
  const { pathname, search = '', hash = '' } = typeof to === 'string' ? parsePath(to) : to;
  return { pathname: pathname ?? place.location.pathname, search, hash };
}

export const navigator: Navigator = {
  createHref: (to) => browser.createHref(to),
  createURL: (to) => browser.createURL(to),
  encodeLocation: (to) => browser.encodeLocation(to),
  go: (delta) => browser.go(delta),
  push: (to: To, state: unknown, options) => step(to, options, () => browser.push(to, state)),
  replace: (to: To, state: unknown, options) => step(to, options, () => browser.replace(to, state)),
};
