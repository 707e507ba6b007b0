import { defineConfig, type Plugin } from 'vite';

/** `import type` is erased before this runs, so whatever gets here would ship to the browser. */
const clientOnly: Plugin = {
  name: 'client-only',
  enforce: 'pre',
  load(id) {
    if (/\/(server|nlp)\/(?!.*node_modules)/.test(id) && !id.includes('node_modules')) {
      this.error(`the client must not bundle ${id}`);
    }
  },
};

export default defineConfig({
  root: 'client',
  plugins: [clientOnly],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    // What most pages share is one file: as files of their own these few lines each pack badly, and each is a request.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'common', test: /client[\\/]state[\\/]/, minShareCount: 4 }] } },
    },
  },
});
