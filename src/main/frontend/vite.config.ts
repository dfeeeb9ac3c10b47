import { defineConfig } from 'vite';

/** The pages are served by the service itself: fixed names for what a template names, hashes for the rest. */
export default defineConfig({
  base: '/assets/',
  publicDir: 'public',
  build: {
    chunkSizeWarningLimit: 600,
    outDir: '../../../target/classes/static/assets',
    emptyOutDir: true,
    target: 'es2022',
    // A data: address would need a looser Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    rollupOptions: {
      input: { rules: 'src/rules.ts', pages: 'src/pages.ts', case: 'src/case.ts', bottleneck: 'src/bottleneck.ts' },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'part-[name]-[hash].js',
        assetFileNames: (asset) => (asset.names[0]?.endsWith('.css') ? 'pages.css' : '[name][extname]'),
      },
    },
  },
});
