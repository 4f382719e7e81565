import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

const NAME = 'sw.js';
/** Screens of other roles are no business of a phone. */
const NOT_ON_THE_PHONE = /\/src\/roles\/(hub|municipality|operator)\//;
/** Sentences that a screen brings by itself (words-needed.ts), and that screen. */
const SENTENCES_OF = /virtual:words\/\w+\/@(.+)$/;
const SCREEN = /\/src\/(.+)\.tsx?$/;

/** What the entry needs, and what it may load later, for whoever works on a phone. */
function filesOf(bundle: Rolldown.OutputBundle): { readonly entry: string; readonly files: string[] } {
  const entry = Object.values(bundle).find((part) => part.type === 'chunk' && part.isEntry);
  if (entry?.type !== 'chunk') throw new Error('The build has no entry');
  const files = new Set<string>();
  const screens = new Set<string>();
  const sentences = new Map<string, string>();
  const walk = (name: string): void => {
    const part = bundle[name];
    if (part?.type !== 'chunk' || files.has(name)) return;
    const module = part.facadeModuleId ?? '';
    if (NOT_ON_THE_PHONE.test(module)) return;
    const owner = SENTENCES_OF.exec(module)?.[1];
    if (owner !== undefined) return void sentences.set(name, owner);
    files.add(name);
    screens.add(SCREEN.exec(module)?.[1] ?? '');
    const { viteMetadata } = part as typeof part & { viteMetadata?: { importedCss: Set<string> } };
    for (const css of viteMetadata?.importedCss ?? []) files.add(css);
    for (const next of [...part.imports, ...part.dynamicImports]) walk(next);
  };
  walk(entry.fileName);
  for (const [name, owner] of sentences) if (screens.has(owner)) files.add(name);
  return { entry: entry.fileName, files: [...files].sort().map((file) => `/${file}`) };
}

/** Writes the service worker beside index.html, knowing by name every file that it keeps. */
export function serviceWorker(): Plugin {
  let root = '';
  return {
    name: 'banso-service-worker',
    apply: 'build',
    configResolved(config) {
      root = resolve(config.root);
    },
    async writeBundle({ dir }, bundle) {
      const { entry, files } = filesOf(bundle);
      const id = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16);
      await build({
        root,
        configFile: false,
        publicDir: false,
        logLevel: 'error',
        define: { BANSO_BUILD: JSON.stringify({ id, entry, files }) },
        build: {
          outDir: dir ?? 'dist',
          emptyOutDir: false,
          modulePreload: false,
          rolldownOptions: {
            input: resolve(root, 'src/offline/service-worker.ts'),
            output: { entryFileNames: NAME, format: 'iife' },
          },
        },
      });
    },
  };
}
