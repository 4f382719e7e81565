import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { ResultOf } from '../gql/graphql';
import { nameOf } from '../i18n/words';
import { useViewer } from '../session';
import { placeOf } from './hit-places';
import type { Entry } from './palette-entries';
import { PaletteHitsDocument } from './palette.documents';

/** Whoever types on is asked for once. */
const PAUSE_MS = 250;
/** Of each kind; the page of the search has the rest. */
const MOST = 4;

type Groups = ResultOf<typeof PaletteHitsDocument>['search'];

/** What the search of the server finds; nothing while nothing is typed. */
export function usePaletteHits(typed: string): { readonly hits: readonly Entry[]; readonly busy: boolean } {
  const { t } = useTranslation();
  const viewer = useViewer();
  const client = useClient();
  const words = typed.trim();
  const [found, setFound] = useState<{ readonly words: string; readonly groups: Groups }>({
    words: '',
    groups: [],
  });
  useEffect(() => {
    if (words === '') return;
    let left = false;
    const ask = async () => {
      const { data } = await client.query(PaletteHitsDocument, { words }).toPromise();
      if (!left) setFound({ words, groups: data?.search ?? [] });
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [client, words]);
  if (words === '') return { hits: [], busy: false };
  const rows = found.groups.flatMap(({ kind, hits }) => hits.slice(0, MOST).map((hit) => ({ kind, hit })));
  // What is called so comes before what belongs to it: the town before its requests.
  const inOrder = [...rows.filter(({ hit }) => hit.title.hit), ...rows.filter(({ hit }) => !hit.title.hit)];
  const hits = inOrder.flatMap(({ kind, hit }): Entry[] => {
    const to = placeOf(kind, hit.id, viewer);
    if (to === null) return [];
    const town = kind !== 'TOWN' && hit.municipality ? nameOf(hit.municipality) : '';
    return [
      {
        id: `hit-${hit.id}`,
        group: 'hits',
        label: `${hit.title.before}${hit.title.hit}${hit.title.after}`,
        asWritten: true,
        note: [t(`search.kind.${kind}`), town, hit.number ?? ''].filter(Boolean).join(' '),
        to,
      },
    ];
  });
  return { hits, busy: found.words !== words };
}
