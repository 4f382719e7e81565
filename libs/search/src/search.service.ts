import { type Actor, badInput, DomainError, isOfTenant } from '@banso/kernel';
import { municipalitiesIn, type Municipality } from '@banso/directory';
import { type Db, foldForSearch, gramsOf, type Tx } from '@banso/platform';
import { type MarkedText, marked, shortened } from './marked-text.js';

/** In the order in which they are shown. */
export const SEARCH_KINDS = ['SUPPORT_REQUEST', 'CONSULTATION', 'SPECIALIST', 'TOWN', 'AGREEMENT'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** A record that was found, as its reader may see it: what it is called, and what else of it may hold the words. */
export interface FoundRecord {
  readonly id: string;
  readonly title: string;
  readonly number?: string | null;
  readonly texts: readonly (string | null)[];
  readonly municipalityId?: string | null;
  /** Where it stands, as a code. */
  readonly status?: string | null;
}

/** A kind of record that may be found. Its words are kept by a trigger; its rows are loaded as their reader. */
export interface SearchSource {
  readonly kind: Exclude<SearchKind, 'TOWN'>;
  readonly load: (tx: Tx, actor: Actor, ids: readonly string[]) => Promise<readonly FoundRecord[]>;
}

export interface SearchHit {
  readonly id: string;
  readonly title: MarkedText;
  /** Around the hit, where the title does not hold it. */
  readonly text: MarkedText | null;
  readonly number: string | null;
  readonly municipalityId: string | null;
  readonly status: string | null;
}

export interface SearchGroup {
  readonly kind: SearchKind;
  readonly hits: readonly SearchHit[];
  /** Whether there are more than are shown. */
  readonly more: boolean;
}

const MOST_LETTERS = 100;
const MOST_TERMS = 5;
/** Of each kind where all are asked for, and where one is. */
const MOST = { all: 8, one: 50 } as const;

/** Ways of saying the same: all terms of one of them have to be there. */
type Ways = readonly (readonly string[])[];

/** One box over everything that somebody may see. */
export class SearchService {
  constructor(
    private readonly db: Db,
    private readonly sources: readonly SearchSource[],
  ) {}

  /** `only`: one kind, and more of it. */
  async find(actor: Actor, words: string, only?: SearchKind | null): Promise<readonly SearchGroup[]> {
    if (!isOfTenant(actor)) throw new DomainError('FORBIDDEN', 'access.forbidden');
    const terms = parseTerms(words);
    if (terms.length === 0) return [];
    const most = only ? MOST.one : MOST.all;
    return this.db.survey(actor, async (tx) => {
      const towns = await municipalitiesIn(tx, actor.prefectureId);
      const ways = waysOf(terms, towns);
      const groups: SearchGroup[] = [];
      for (const kind of SEARCH_KINDS.filter((one) => !only || one === only)) {
        const source = this.sources.find((one) => one.kind === kind);
        const found = source
          ? await source.load(tx, actor, await hitsOf(tx, kind, ways, most + 1))
          : townsFound(towns, ways);
        if (found.length > 0) groups.push(grouped(kind, found, { ways, most }));
      }
      return groups;
    });
  }
}

/** Each word for itself: all of them have to be there. */
function parseTerms(words: string): string[] {
  if (words.length > MOST_LETTERS)
    throw badInput({ path: 'words', rule: 'too-long', facts: { max: MOST_LETTERS } });
  const terms = words.normalize('NFKC').toWellFormed().split(/\s+/u).map(foldForSearch);
  return [...new Set(terms.filter((term) => term !== ''))].slice(0, MOST_TERMS);
}

const OF_TOWN = /(市|町|村|区)$/;
const OF_READING = /(し|ちょう|まち|そん|むら|く)$/;

/** A town by its reading is the same as by its name: あそ finds what says 阿蘇, and the other way round. */
function waysOf(terms: readonly string[], towns: readonly Municipality[]): Ways {
  const [term] = terms;
  if (terms.length !== 1 || term === undefined) return [terms];
  const others = towns.flatMap(({ name, kana }) => {
    const names = [foldForSearch(name), foldForSearch(name).replace(OF_TOWN, '')];
    const readings = [foldForSearch(kana), foldForSearch(kana).replace(OF_READING, '')];
    return [...names.keys()].flatMap((i) =>
      names[i] === term ? [readings[i]] : readings[i] === term ? [names[i]] : [],
    );
  });
  const ways = [term, ...others.filter((other) => other !== undefined && other !== '')];
  return [...new Set(ways)].slice(0, MOST_TERMS).map((way) => [way ?? '']);
}

const townsFound = (towns: readonly Municipality[], ways: Ways): FoundRecord[] =>
  towns
    .filter(({ name, kana, nameEn, id }) => {
      const words = [name, kana, nameEn, id].map(foldForSearch);
      return ways.some((terms) => terms.every((term) => words.some((word) => word.includes(term))));
    })
    .map(({ id, name, kana, nameEn }) => ({
      id,
      title: name,
      texts: [kana, nameEn, id],
      municipalityId: id,
    }));

/** The latest first; whoever asks is named by the transaction, and finds no row of others. */
async function hitsOf(tx: Tx, kind: SearchKind, ways: Ways, most: number): Promise<string[]> {
  const ids: string[] = [];
  for (const terms of ways) {
    const grams = [...new Set(terms.flatMap(gramsOf))];
    const rows = await tx.query<{ record_id: string }[]>(
      'SELECT record_id FROM search_hits($1, $2, $3, $4)',
      [kind, grams, terms, most],
    );
    ids.push(...rows.map(({ record_id: id }) => id));
  }
  return [...new Set(ids)];
}

function grouped(
  kind: SearchKind,
  found: readonly FoundRecord[],
  { ways, most }: { readonly ways: Ways; readonly most: number },
): SearchGroup {
  const terms = ways.flat();
  const hits = found.slice(0, most).map(({ id, title, texts, number, municipalityId, status }): SearchHit => {
    const inTitle = marked(title, terms);
    const text =
      inTitle.hit === '' ? texts.map((one) => marked(one ?? '', terms)).find(({ hit }) => hit !== '') : null;
    return {
      id,
      title: inTitle,
      text: text ? shortened(text) : null,
      number: number ?? null,
      municipalityId: municipalityId ?? null,
      status: status ?? null,
    };
  });
  return { kind, hits, more: found.length > most };
}
