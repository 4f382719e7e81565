import { type ReactNode, startTransition, useEffect, useLayoutEffect, useState } from 'react';
import { type Location, Router } from 'react-router';
import { navigator, onPlace, placeNow } from './addresses';
import { readHeights, rememberHeight, saveHeights, takeHeight } from './heights';

/**
 * Which screen an address means. The data router of react-router can do this too, and much that we do not use: it would
 * be 15 KB more on every screen. Of what it can we need two things: steps that are held up, and heights.
 */
export function Addresses({ children }: { readonly children: ReactNode }) {
  const [{ location, type }, setPlace] = useState(placeNow);
  // The screen before stays until the next one has come.
  useLayoutEffect(() => onPlace((place) => startTransition(() => setPlace(place))), []);
  return (
    <Router location={location} navigationType={type} navigator={navigator}>
      <Heights location={location} />
      {children}
    </Router>
  );
}

/** A sibling before the screens: what they bring into view themselves has the last word. */
function Heights({ location }: { readonly location: Location }) {
  useLayoutEffect(readHeights, []);
  useLayoutEffect(() => takeHeight(location), [location]);
  useEffect(() => {
    window.history.scrollRestoration = 'manual';
    const save = () => {
      rememberHeight(placeNow().location);
      saveHeights();
      // Until our own words are read again the browser does it better.
      window.history.scrollRestoration = 'auto';
    };
    window.addEventListener('pagehide', save);
    return () => window.removeEventListener('pagehide', save);
  }, []);
  return null;
}
