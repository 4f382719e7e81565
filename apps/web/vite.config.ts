import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { trustedDocuments } from './trusted-documents.ts';

/** Where `npm run dev` finds the API. */
const api = process.env['BANSO_API_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react(), tailwindcss(), trustedDocuments()],
  // Vite marks its own tags with it and adds the meta that scripts read; the API writes a fresh value in its
  // place for each answer (apps/api/src/web.ts).
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    // The policy forbids data: addresses, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What staff PCs have; see the field's account of browsers in docs.
    target: ['chrome111', 'edge111', 'safari16.4', 'firefox115'],
    rolldownOptions: {
      output: {
        // What we do not write ourselves changes seldom: browsers keep it over a release.
        codeSplitting: { groups: [{ name: 'vendor', test: /node_modules/ }] },
      },
    },
  },
  server: { proxy: { '/graphql': api, '/table-imports': api, '/files': api } },
});
