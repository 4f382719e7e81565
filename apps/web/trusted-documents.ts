import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createRequest, formatDocument, getOperationName, stringifyDocument } from 'urql';
import { type Plugin, runnerImport } from 'vite';

/** Beside index.html, where the API reads it; only `assets` is served. */
const MANIFEST = 'trusted-documents.json';
const COLLECTOR = '__bansoDocuments';

/** In place of src/gql/graphql.ts: keeps every document that a module makes while it is loaded. */
const COLLECTING = `
  import { initGraphQLTada } from 'gql.tada';
  const make = initGraphQLTada();
  export const graphql = (...args) => {
    const document = make(...args);
    globalThis.${COLLECTOR}.push(document);
    return document;
  };`;

/** Nothing is said while documents are collected. */
const WORDS = 'virtual:words';
const WORDLESS = 'export const first = []; export const words = { ja: {}, en: {} };';

interface Documents {
  /** Texts by their SHA-256. */
  readonly texts: Readonly<Record<string, string>>;
  /** SHA-256 by the name of the operation. */
  readonly ids: Readonly<Record<string, string>>;
}

type Document = Exclude<Parameters<typeof stringifyDocument>[0], string>;

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => join(folder, file))
    .filter((file) => /\bgraphql\(/.test(readFileSync(file, 'utf8')));

/** Loads every module that makes a document, and takes down the text that urql would send for it. */
async function collect(root: string): Promise<Documents> {
  const made: Document[] = [];
  Reflect.set(globalThis, COLLECTOR, made);
  const entry = '\0banso-documents';
  await runnerImport('banso-documents', {
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'banso-collects-documents',
        enforce: 'pre',
        resolveId: (id) => (id === 'banso-documents' ? entry : id === WORDS ? `\0${WORDS}` : null),
        load(id) {
          if (id === `\0${WORDS}`) return WORDLESS;
          if (id === entry)
            return sourcesIn(join(root, 'src'))
              .map((file) => `import ${JSON.stringify(file)};`)
              .join('\n');
          return id.endsWith('/src/gql/graphql.ts') ? COLLECTING : null;
        },
      },
    ],
  });
  const texts: Record<string, string> = {};
  const ids: Record<string, string> = {};
  for (const document of made) {
    if (!('definitions' in document)) continue;
    const isOperation = document.definitions.some((part) => 'operation' in part);
    if (!isOperation) continue;
    const name = getOperationName(document);
    if (name === undefined) throw new Error('An operation has no name, so it would have no id');
    const text = stringifyDocument(formatDocument(createRequest(stringifyDocument(document), {}).query));
    const id = createHash('sha256').update(text).digest('hex');
    if (ids[name] !== undefined && ids[name] !== id) throw new Error(`Two operations are called ${name}`);
    texts[id] = text;
    ids[name] = id;
  }
  return { texts, ids };
}

const CALL = /\bgraphql\(\s*`([^`]*)`(?:\s*,\s*\[[^\]]*\])?\s*,?\s*\)/g;
const OPERATION = /^\s*(?:query|mutation|subscription)\s+(\w+)/m;

/** Each document as what stands for it on the wire; parts of documents are already in the texts. */
export function withIds(code: string, ids: Documents['ids']): string {
  return code.replace(CALL, (_call, text: string) => {
    const name = OPERATION.exec(text)?.[1];
    if (name === undefined) return 'undefined';
    const documentId = ids[name];
    if (documentId === undefined) throw new Error(`The operation ${name} was not collected`);
    // urql keeps what it does not know: the phone tells by the name what it keeps.
    return JSON.stringify({ kind: 'Document', documentId, operationName: name, definitions: [] });
  });
}

/** What urql reads and writes texts with. */
const GRAMMAR = '@0no-co/graphql.web';

/** The built client has ids instead of texts, and the API learns which texts they stand for. */
export function trustedDocuments(): Plugin {
  let documents: Documents = { texts: {}, ids: {} };
  let building = false;
  let root = '';
  return {
    name: 'banso-trusted-documents',
    enforce: 'pre',
    configResolved(config) {
      building = config.command === 'build';
      root = resolve(config.root);
    },
    async buildStart() {
      if (building) documents = await collect(root);
    },
    resolveId: (id) => (building && id === GRAMMAR ? join(root, 'src/gql/no-grammar.ts') : null),
    transform(code, id) {
      if (!building || !id.startsWith(join(root, 'src')) || !/\bgraphql\(\s*`/.test(code)) return null;
      const done = withIds(code, documents.ids);
      // A form of the call that is not understood would send its text, which production refuses.
      if (/\bgraphql\(/.test(done)) throw new Error(`${id}: a document that cannot be read`);
      return { code: done, map: null };
    },
    generateBundle() {
      const source = `${JSON.stringify(documents.texts, null, 1)}\n`;
      this.emitFile({ type: 'asset', fileName: MANIFEST, source });
    },
  };
}
