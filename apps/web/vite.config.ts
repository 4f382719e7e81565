import optimizeLocales from '@react-aria/optimize-locales-plugin';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './compressed.ts';
import { fontsLocalFirst } from './fonts-local-first.ts';
import { serviceWorker } from './service-worker-build.ts';
import { trustedDocuments } from './trusted-documents.ts';
import { wordsNeeded } from './words-needed.ts';

/** Where `npm run dev` finds the API. */
const api = process.env['BANSO_API_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [
    // The parts of React Aria speak the two languages that we speak.
    { ...optimizeLocales.vite({ locales: ['ja-JP', 'en-US'] }), enforce: 'pre' },
    react(),
    tailwindcss(),
    fontsLocalFirst(),
    trustedDocuments(),
    serviceWorker(),
    wordsNeeded(),
    compressed(),
  ],
  // Vite marks its own tags with it and adds the meta that scripts read; the API writes a fresh value in its
  // place for each answer (apps/api/src/web.ts).
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    // The policy forbids data: addresses, so nothing is inlined.
    assetsInlineLimit: 0,
    // For the check of sizes; only `assets` is served.
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    // What staff PCs have; see the field's account of browsers in docs.
    target: ['chrome111', 'edge111', 'safari16.4', 'firefox115'],
    rolldownOptions: {
      output: {
        // What we do not write ourselves changes seldom: browsers keep it over a release.
        codeSplitting: {
          groups: [
            {
              name: 'vendor',
              test: /node_modules\/(react|react-dom|scheduler|react-router|urql|@urql|wonka|i18next|react-i18next)\//,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/graphql': api, '/table-imports': api, '/files': api, '/boundaries': api } },
});
