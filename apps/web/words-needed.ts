import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type Plugin, runnerImport } from 'vite';

/** What the app imports: which words its first screen needs, and how to get the words of each section. */
const MODULE = 'virtual:words';
const RESOLVED = `\0${MODULE}`;
/** Beside index.html, for scripts/lib/screen-sizes.mjs; only `assets` is served. */
const ACCOUNT = 'words-needed.json';
const SENTENCES = `${MODULE}/`;
const LANGUAGES = ['ja', 'en'] as const;
/** The section that belongs to the roles; it comes whole. */
const OWN = 'roles';
/** Who names more sentences of a section than these gets all of it. */
const MOST_SENTENCES = 12;
/** A screen brings sentences of its own where that spares so many letters; else it shares whole sections with others. */
const LEAST_SPARED = 3000;

interface Source {
  /** Files of ours that are loaded with it. */
  readonly imports: readonly string[];
  /** Sections of the catalogue whose keys it names. */
  readonly sections: readonly string[];
  /** Keys that it names in full, by their section; null where it makes keys out of parts. */
  readonly keys: ReadonlyMap<string, readonly string[] | null>;
}

type Words = { readonly [key: string]: string | Words | readonly string[] };

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'(\.[^']+)'/g;
const LATER = /\bimport\('(\.[^']+)'\)/g;
const NAMED = /(['"`])(\w+)\.((?:[\w.]*[\w])?)(\1)?/g;
const ROLE_APP = /^roles\/\w+\/\w+App\.tsx$/;
const SECTION = /import \{ ([\w, ]+) \} from '\.\/ja\/([\w-]+)';/g;

/** `a.ts`, `a.tsx`, `a/index.ts`: what an import without ending means. */
function fileOf(from: string, specifier: string): string | null {
  const path = resolve(dirname(from), specifier);
  const candidates = [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts')];
  return candidates.find((file) => /\.tsx?$/.test(file) && existsSync(file)) ?? null;
}

/** Everything of ours that is loaded when somebody wants it. */
function targetsIn(source: string): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  const found = files.flatMap((file) => {
    const path = join(source, file);
    const specifiers = Array.from(
      readFileSync(path, 'utf8').matchAll(LATER),
      ([, specifier]) => specifier ?? '',
    );
    return specifiers.map((specifier) => fileOf(path, specifier));
  });
  return [...new Set(found)].filter((target) => target !== null);
}

/**
 * The words of the screens come with the screens. Every `import('./X')` of ours is made to wait for the sections of the
 * catalogue that X and all it imports name in their keys, in the language that is spoken; who writes a screen writes
 * `t('section.key')` and no list. A key has to begin with its section in one piece: `t('planning.title')` or
 * `t(`planning.${state}`)`, not `t(`${section}.title`)`.
 */
export function wordsNeeded(): Plugin {
  let source = '';
  let building = false;
  let whole: Partial<Record<string, Words>> = {};
  let sections = new Map<string, string>();
  /** What is loaded later. */
  let targets: readonly string[] = [];
  let known = new Map<string, { changed: number; read: Source }>();

  const read = (file: string): Source => {
    const changed = statSync(file).mtimeMs;
    const old = known.get(file);
    if (old?.changed === changed) return old.read;
    const text = readFileSync(file, 'utf8');
    const keys = new Map<string, string[] | null>();
    for (const [, , section = '', rest = '', end] of text.matchAll(NAMED)) {
      if (!sections.has(section)) continue;
      const before = keys.get(section);
      if (before === null || end === undefined || rest === '') keys.set(section, null);
      else keys.set(section, [...(before ?? []), rest]);
    }
    const found: Source = {
      imports: Array.from(text.matchAll(IMPORT), ([, specifier]) => fileOf(file, specifier ?? '')).filter(
        (path): path is string => path !== null && path.startsWith(source),
      ),
      sections: [...keys.keys()],
      keys,
    };
    known.set(file, { changed, read: found });
    return found;
  };

  /** A file and all that is loaded with it. */
  const closureOf = (entry: string): Source[] => {
    const seen = new Map<string, Source>();
    const todo = [entry];
    for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
      if (seen.has(file)) continue;
      seen.set(file, read(file));
      todo.push(...read(file).imports);
    }
    return [...seen.values()];
  };

  const isRoleApp = (file: string): boolean => ROLE_APP.test(relative(source, file));

  /** Of which sections it names a few sentences in full, and which. */
  const sentencesOf = (entry: string): Map<string, string[]> => {
    const named = new Map<string, string[] | null>();
    for (const { keys } of closureOf(entry))
      for (const [section, rest] of keys) {
        const before = named.get(section);
        named.set(section, before === null || rest === null ? null : [...(before ?? []), ...rest]);
      }
    return new Map(
      Array.from(named).filter((one): one is [string, string[]] => {
        const [section, rest] = one;
        return rest !== null && rest.length <= MOST_SENTENCES && section !== OWN;
      }),
    );
  };

  const sparedBy = (sentences: ReadonlyMap<string, readonly string[]>): number => {
    const all = whole.ja ?? {};
    const shared = [...sentences.keys()].map((section) => all[section]);
    return JSON.stringify(shared).length - JSON.stringify(few(all, sentences)).length;
  };

  /**
   * The frame of a role names a sentence here and there, and so do some screens: they bring these alone, by full keys,
   * and not the sections of half the features.
   */
  const ownOf = (entry: string): Map<string, string[]> => {
    if (!building || !targets.includes(entry)) return new Map();
    const sentences = sentencesOf(entry);
    if (isRoleApp(entry)) return sentences;
    for (const section of first()) sentences.delete(section);
    return sparedBy(sentences) < LEAST_SPARED ? new Map() : sentences;
  };
  const nameOf = (entry: string): string => `@${relative(source, entry).replace(/\.tsx?$/, '')}`;

  /** What a file and all that is loaded with it say: sections, and its own few sentences. */
  const needsOf = (entry: string): string[] => {
    const needs = new Set(closureOf(entry).flatMap(({ sections: named }) => named));
    const own = ownOf(entry);
    for (const section of own.keys()) needs.delete(section);
    if (own.size > 0) needs.add(nameOf(entry));
    return [...needs].sort();
  };

  const first = (): string[] => needsOf(join(source, 'main.tsx'));

  /** What is not known from the first screen. */
  const later = (target: string): string[] => {
    const loaded = new Set(first());
    return needsOf(target).filter((section) => !loaded.has(section));
  };

  const catalogue = (): string => {
    const loads = LANGUAGES.map((language) => {
      const entries = Array.from(
        sections,
        ([section, file]) =>
          `${section}: async () => (await import(${JSON.stringify(join(source, 'i18n', language, `${file}.ts`))})).${section}`,
      );
      const owners = targets.filter((target) => ownOf(target).size > 0);
      const own = owners.map((target) => {
        const name = nameOf(target);
        return `${JSON.stringify(name)}: async () => (await import(${JSON.stringify(`${SENTENCES}${language}/${name}`)})).default`;
      });
      return `${language}: { ${[...entries, ...own].join(',\n')} }`;
    });
    return `export const first = ${JSON.stringify(first())};\nexport const words = { ${loads.join(',\n')} };`;
  };

  return {
    name: 'banso-words-needed',
    enforce: 'pre',
    configResolved(config) {
      source = join(resolve(config.root), 'src');
      building = config.command === 'build';
    },
    async buildStart() {
      known = new Map();
      const all = readFileSync(join(source, 'i18n/ja.ts'), 'utf8');
      sections = new Map(
        Array.from(all.matchAll(SECTION), ([, names = '', file = '']) =>
          names.split(',').map((name) => [name.trim(), file] as const),
        ).flat(),
      );
      if (!building) return;
      targets = targetsIn(source);
      for (const language of LANGUAGES) {
        const file = join(source, 'i18n', `${language}.ts`);
        const { module } = await runnerImport<Record<string, Words>>(file, { configFile: false });
        whole[language] = module[language];
      }
    },
    resolveId: (id) => (id === MODULE ? RESOLVED : id.startsWith(SENTENCES) ? `\0${id}` : null),
    load(id) {
      if (id === RESOLVED) return catalogue();
      if (!id.startsWith(`\0${SENTENCES}`)) return null;
      const [language = '', ...name] = id.slice(SENTENCES.length + 1).split('/');
      const owner = targets.find((target) => nameOf(target) === name.join('/'));
      return owner ? `export default ${JSON.stringify(few(whole[language] ?? {}, ownOf(owner)))};` : null;
    },
    /** For the check of sizes: what comes with each screen, and in which file each section lies. */
    generateBundle() {
      const needs = Object.fromEntries(
        Array.from(targets, (target) => [relative(dirname(source), target), later(target)]),
      );
      const account = { first: first(), needs, files: Object.fromEntries(sections) };
      this.emitFile({ type: 'asset', fileName: ACCOUNT, source: JSON.stringify(account) });
    },
    transform(code, id) {
      const file = id.split('?')[0] ?? id;
      if (!file.startsWith(source) || file.startsWith(join(source, 'i18n')) || !/\bimport\('\./.test(code))
        return null;
      let changed = false;
      const done = code.replace(LATER, (call, specifier: string) => {
        const target = fileOf(file, specifier);
        const needs = target ? later(target) : [];
        if (needs.length === 0) return call;
        changed = true;
        return `bansoWithWords(${JSON.stringify(needs)}, ${call})`;
      });
      if (!changed) return null;
      const helper = relative(dirname(file), join(source, 'i18n/learn'));
      const from = JSON.stringify(helper.startsWith('.') ? helper : `./${helper}`);
      return { code: `import { withWords as bansoWithWords } from ${from};\n${done}`, map: null };
    },
  };
}

type Chosen = { [key: string]: string | readonly string[] | Chosen | Words };

const isWords = (value: Words[string] | undefined): value is Words =>
  typeof value === 'object' && !Array.isArray(value);

/** The named sentences of a catalogue, with the forms for one and for many. */
function few(words: Words, named: ReadonlyMap<string, readonly string[]>): Chosen {
  const chosen: Chosen = {};
  for (const [section, keys] of named) {
    const from = words[section];
    if (isWords(from)) chosen[section] = chosenFrom(from, keys);
  }
  return chosen;
}

function chosenFrom(from: Words, keys: readonly string[]): Chosen {
  const chosen: Chosen = {};
  const deeper = new Map<string, string[]>();
  for (const path of keys) {
    const [key = '', ...rest] = path.split('.');
    if (rest.length > 0) deeper.set(key, [...(deeper.get(key) ?? []), rest.join('.')]);
    else
      for (const [name, value] of Object.entries(from))
        if (name === key || name.startsWith(`${key}_`)) chosen[name] = value;
  }
  for (const [key, rest] of deeper) {
    const inner = from[key];
    if (isWords(inner)) chosen[key] ??= chosenFrom(inner, rest);
  }
  return chosen;
}
