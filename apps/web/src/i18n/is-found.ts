import { foldForSearch } from './fold-for-search';

/** Whether one of the texts has every word that was typed, however it is written: as the search of the server does it. */
export function isFound(typed: string, texts: readonly string[]): boolean {
  const folded = texts.map(foldForSearch);
  return typed
    .normalize('NFKC')
    .split(/\s+/)
    .map(foldForSearch)
    .every((word) => word === '' || folded.some((text) => text.includes(word)));
}
