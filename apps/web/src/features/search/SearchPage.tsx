import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { useViewer } from '../../session';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { placeOf } from '../../frame/hit-places';
import { SearchBox } from './SearchBox';
import { SearchDocument, type SearchGroup, type SearchHit, type SearchKind } from './search.documents';

const KINDS: readonly SearchKind[] = ['SUPPORT_REQUEST', 'CONSULTATION', 'SPECIALIST', 'TOWN', 'AGREEMENT'];
const isKind = (word: string | null): word is SearchKind => KINDS.some((kind) => kind === word);

/** What was found, by kind; the address says what was looked for, so that it can be kept and sent. */
export function SearchPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const words = params.get('q')?.trim() ?? '';
  const kind = params.get('kind');
  const only = isKind(kind) ? kind : null;
  return (
    <Page title={words ? t('search.titleOf', { words }) : t('search.title')} lead={<p>{t('search.lead')}</p>}>
      <SearchBox key={words} shown={words} />
      {words && <Results key={`${only} ${words}`} words={words} only={only} />}
    </Page>
  );
}

function Results({ words, only }: { readonly words: string; readonly only: SearchKind | null }) {
  const { t } = useTranslation();
  const found = useLoad(SearchDocument, { words, only });
  const all = `/search?q=${encodeURIComponent(words)}`;
  return (
    <>
      {only && (
        <p>
          <Link to={all} className="link">
            {t('search.allKinds')}
          </Link>
        </p>
      )}
      <Loaded of={found}>
        {({ search }) =>
          search.length === 0 ? (
            <div role="status">
              <Empty>{t('search.nothing', { words })}</Empty>
            </div>
          ) : (
            search.map((group) => (
              <Group key={group.kind} group={group} more={only ? null : `${all}&kind=${group.kind}`} />
            ))
          )
        }
      </Loaded>
    </>
  );
}

function Group({ group, more }: { readonly group: SearchGroup; readonly more: string | null }) {
  const { t } = useTranslation();
  const id = `found-${group.kind}`;
  return (
    <Section title={t(`search.kind.${group.kind}`)} id={id}>
      <ul className="-mt-4" aria-labelledby={id}>
        {group.hits.map((hit) => (
          <Hit key={hit.id} hit={hit} kind={group.kind} />
        ))}
      </ul>
      {group.more &&
        (more ? (
          <p>
            <Link to={more} className="link">
              {t('search.more', { kind: t(`search.kind.${group.kind}`) })}
            </Link>
          </p>
        ) : (
          <p>{t('search.narrow')}</p>
        ))}
    </Section>
  );
}

function Hit({ hit, kind }: { readonly hit: SearchHit; readonly kind: SearchKind }) {
  const viewer = useViewer();
  const place = placeOf(kind, hit.id, viewer);
  const title = <Marked text={hit.title} />;
  return (
    <li className="flex flex-col gap-1 border-b border-solid-gray-200 py-3">
      <p>
        {place ? (
          <Link to={place} className="link">
            {title}
          </Link>
        ) : (
          title
        )}
      </p>
      {hit.text && (
        <p className="text-std-16N-170 text-solid-gray-700">
          <Marked text={hit.text} />
        </p>
      )}
      {(hit.number ?? hit.municipality) && kind !== 'TOWN' && (
        <p className="text-dns-14N-130 text-solid-gray-700">
          {hit.municipality && nameOf(hit.municipality)} {hit.number}
        </p>
      )}
    </li>
  );
}

function Marked({ text: { before, hit, after } }: { readonly text: SearchHit['title'] }) {
  return (
    <span lang="ja" className="break-words">
      {before}
      {hit && <mark className="bg-yellow-100 text-solid-gray-900">{hit}</mark>}
      {after}
    </span>
  );
}
